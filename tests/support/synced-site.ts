import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import type { SyncApplied, SyncOutcome, SyncPreview } from '@contract/models/sync.ts';
import type { Result } from '@contract/result.ts';
import { EMPTY_FORM } from '../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import { importRequest } from '../../src-renderer/features/nvrs/entries/import-request.ts';
import { newNvrSchema } from '../../src-preload/contract/models/nvr.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from '../simulated-recorder/index.ts';
import { createApp, filledIn, type AppUnderTest } from './app-under-test.ts';
import { LockableSecretStore } from './lockable-secret-store.ts';

/** The recorder's user. */
export const USER = 'guard';
/** The recorder's password. */
export const PASSWORD = 'p@ss:w/rd #1%';
const CHANNELS = 6;

/** A recorder that ends with the test. */
export async function startRecorder(
  options: Partial<SimulatedRecorderOptions> = {},
): Promise<SimulatedRecorder> {
  const recorder = new SimulatedRecorder({
    ...{ channels: CHANNELS, user: USER, password: PASSWORD, ...options },
  });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

/** A recorder in an app, and what is done with it. */
export interface Site {
  app: AppUnderTest;
  id: number;
  preview: () => Promise<Result<SyncOutcome>>;
  /** What differs, as a person reads it. */
  look: () => Promise<SyncPreview>;
  pick: (preview: SyncPreview, keys?: string[]) => Promise<Result<SyncApplied>>;
  /** Does to the database what the app's other dialogs do. */
  edit: (sql: string, ...values: unknown[]) => Promise<void>;
}

/** The recorder with this id. */
export function siteOf(app: AppUnderTest, id: number): Site {
  const preview = () => app.sync.preview({ id, probeId: randomUUID() });
  return {
    ...{ app, id, preview },
    look: async () => {
      const answer = await preview();
      if (!answer.ok || !answer.value.ok) throw new Error(JSON.stringify(answer));
      return answer.value.value;
    },
    pick: ({ previewId, changes }, keys = changes.map(({ key }) => key)) =>
      app.sync.apply({ id, previewId, keys }),
    edit: async (sql, ...values) => {
      const db = new Database(path.join(app.userData, 'opus.sqlite'));
      db.prepare(sql).run(...values);
      db.close();
      await app.recorders.refresh();
    },
  };
}

/** A recorder that was imported with all its cameras. */
export async function imported(recorder: SimulatedRecorder, app?: AppUnderTest): Promise<Site> {
  const used = app ?? (await createApp({ secrets: new LockableSecretStore() }));
  const login = { host: '127.0.0.1', isHttps: false, username: USER, password: PASSWORD };
  const ports = { httpPort: recorder.httpPort, rtspPort: recorder.rtspPort };
  const seen = await used.probes.probe({
    ...{ ...login, ...ports, name: '', nvrId: null, acceptedFingerprint: null },
    ...{ probeId: randomUUID(), formId: randomUUID() },
  });
  if (!seen.ok || !seen.value.ok) throw new Error(JSON.stringify(seen));
  const report = seen.value.value;
  const entries = { ...EMPTY_FORM.entries, ...login, name: 'Yard' };
  const texts = { httpPort: String(ports.httpPort), rtspPort: String(ports.rtspPort) };
  const all = new Set(report.channels.map(({ channel }) => channel));
  const added = await used.nvrs.add(
    newNvrSchema.parse(importRequest({ ...entries, ...texts }, report, all)),
  );
  if (!added.ok) throw new Error(JSON.stringify(added));
  return siteOf(used, added.value.id);
}

/** A recorder that was added unseen. */
export async function byPattern(
  recorder: SimulatedRecorder,
  entries: { password?: string; layout?: StreamLayout; maxChannels?: number } = {},
): Promise<Site> {
  const app = await createApp({ secrets: new LockableSecretStore() });
  const { httpPort, rtspPort } = recorder;
  const added = await app.nvrs.add(
    filledIn({ httpPort, rtspPort, username: USER, password: PASSWORD, ...entries }),
  );
  if (!added.ok) throw new Error(JSON.stringify(added));
  return siteOf(app, added.value.id);
}

/** The changes' names. */
export const keysOf = ({ changes }: SyncPreview) => changes.map(({ key }) => key);

/** Channel, name and what is special about each camera, in the order of the wall. */
export async function camerasOf({ app }: Site) {
  const cameras = await app.nvrs.listCameras();
  return cameras.map(({ channel, name, isGone, streams }) => [
    channel,
    name,
    ...(isGone ? ['gone'] : []),
    ...(streams.sub === null ? ['no sub'] : []),
  ]);
}
