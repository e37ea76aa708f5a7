import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ProbedChannel } from '@contract/models/probe.ts';
import type { SyncOutcome, SyncPreview } from '@contract/models/sync.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import type { Result } from '@contract/result.ts';
import { importRequest } from '../../src-renderer/features/nvrs/import-request.ts';
import { newNvrSchema } from '../../src-preload/contract/models/nvr.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from '../simulated-recorder/index.ts';
import { createApp, filledIn, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { streamNames } from '../support/go2rtc-api.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';

const USER = 'guard';
const PASSWORD = 'p@ss:w/rd #1%';
const SLOW_MS = 200;
const CHANNELS = 6;

async function start(options: Partial<SimulatedRecorderOptions> = {}): Promise<SimulatedRecorder> {
  const recorder = new SimulatedRecorder({
    ...{ channels: CHANNELS, user: USER, password: PASSWORD, ...options },
  });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

interface Site {
  app: AppUnderTest;
  id: number;
  preview: () => Promise<Result<SyncOutcome>>;
  /** What differs, as a person reads it. */
  look: () => Promise<SyncPreview>;
  pick: (preview: SyncPreview, keys?: string[]) => Promise<Result<{ changed: number }>>;
  /** Does to the database what the app's other dialogs do. */
  edit: (sql: string, ...values: unknown[]) => void;
}

function siteOf(app: AppUnderTest, id: number): Site {
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
    edit: (sql, ...values) => {
      const db = new Database(path.join(app.userData, 'opus.sqlite'));
      db.prepare(sql).run(...values);
      db.close();
    },
  };
}

/** A recorder that was imported with all its cameras. */
async function imported(recorder: SimulatedRecorder, app?: AppUnderTest): Promise<Site> {
  const used = app ?? (await createApp({ secrets: new LockableSecretStore() }));
  const login = { host: '127.0.0.1', isHttps: false, username: USER, password: PASSWORD };
  const ports = { httpPort: recorder.httpPort, rtspPort: recorder.rtspPort };
  const seen = await used.probes.probe({
    ...{ ...login, ...ports, name: '', nvrId: null, acceptedFingerprint: null },
    ...{ probeId: randomUUID(), formId: randomUUID() },
  });
  if (!seen.ok || !seen.value.ok) throw new Error(JSON.stringify(seen));
  const report = seen.value.value;
  const entries = { ...login, name: 'Yard', maxChannels: '' };
  const texts = { httpPort: String(ports.httpPort), rtspPort: String(ports.rtspPort) };
  const all = new Set(report.channels.map(({ channel }: ProbedChannel) => channel));
  const added = await used.nvrs.add(
    newNvrSchema.parse(importRequest({ ...entries, ...texts }, report, all)),
  );
  if (!added.ok) throw new Error(JSON.stringify(added));
  return siteOf(used, added.value.id);
}

/** A recorder that was added unseen. */
async function byPattern(
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

const keysOf = ({ changes }: SyncPreview) => changes.map(({ key }) => key);

async function camerasOf({ app }: Site) {
  const cameras = await app.nvrs.listCameras();
  return cameras.map(({ channel, name, isGone, streams }) => [
    channel,
    name,
    ...(isGone ? ['gone'] : []),
    ...(streams.sub === null ? ['no sub'] : []),
  ]);
}

afterEach(() => vi.restoreAllMocks());

describe('what has changed at the recorder', () => {
  it('is nothing right after an import, and stays nothing', async () => {
    const site = await imported(await start());
    expect(await site.look()).toMatchObject({ changes: [], unchanged: 6, otherDevice: null });
    expect(await site.look()).toMatchObject({ changes: [], unchanged: 6 });
  });

  it('is shown, picked and done once; nothing edited by hand is lost', async () => {
    const recorder = await start();
    recorder.faults.removeChannel(6);
    const site = await imported(recorder);
    site.edit('UPDATE camera SET name = ? WHERE channel = 2', 'My gate');
    site.edit('UPDATE camera SET name = ? WHERE channel = 3', 'My yard');
    recorder.faults.renameChannel(1, 'Entrance');
    recorder.faults.renameChannel(3, 'Yard');
    recorder.faults.removeChannel(4);
    recorder.faults.removeSubStream(5);
    recorder.faults.restoreChannel(6);
    recorder.faults.renameChannel(6, 'Roof');

    const preview = await site.look();
    expect(preview.changes).toMatchObject([
      { kind: 'renamed', from: 'Camera 01', to: 'Entrance', isEditedByHand: false },
      { kind: 'renamed', from: 'My yard', to: 'Yard', isEditedByHand: true },
      { kind: 'gone', channel: 4, name: 'Camera 04' },
      { kind: 'sub-stream', channel: 5, hasSub: false },
      { kind: 'added', channel: 6, name: 'Roof', hasSub: true, isOnline: true },
    ]);
    expect(preview.unchanged).toBe(1);

    let told = 0;
    site.app.nvrs.changed.on(() => (told += 1));
    const picked = keysOf(preview).filter((key) => key !== 'renamed-3');
    expect(await site.pick(preview, picked)).toEqual({ ok: true, value: { changed: 4 } });
    expect(told).toBe(1);
    expect(await camerasOf(site)).toEqual([
      [1, 'Entrance'],
      [2, 'My gate'],
      [3, 'My yard'],
      [4, 'Camera 04', 'gone'],
      [5, 'Camera 05', 'no sub'],
      [6, 'Roof'],
    ]);

    const second = await site.look();
    expect(keysOf(second)).toEqual(['renamed-3']);
    await site.pick(second);
    const before = await camerasOf(site);
    expect(before).toContainEqual([3, 'Yard']);
    expect((await site.look()).changes).toEqual([]);
    expect(await camerasOf(site)).toEqual(before);

    recorder.faults.restoreChannel(4);
    recorder.faults.restoreSubStream(5);
    const third = await site.look();
    expect(keysOf(third)).toEqual(['back-4', 'sub-stream-5']);
    await site.pick(third);
    expect(await camerasOf(site)).toContainEqual([4, 'Camera 04']);
    expect(await camerasOf(site)).toContainEqual([5, 'Camera 05']);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('gives cameras that were added unseen their names, and marks those that never were', async () => {
    const recorder = await start({ channels: 2 });
    recorder.faults.renameChannel(2, 'Gate');
    const site = await byPattern(recorder, { maxChannels: 3 });
    const preview = await site.look();
    expect(keysOf(preview)).toEqual(['renamed-2', 'gone-3']);
    await site.pick(preview);
    // The recorder's name for channel 1 is known since the look: a name given by hand is no news.
    site.edit('UPDATE camera SET name = ? WHERE channel = 1', 'Mine');
    expect((await site.look()).changes).toEqual([]);
    expect(await site.app.nvrs.listNvrs()).toMatchObject([
      { model: 'SIM-7616NI/16P', serial: 'SIM-7616NI/16P0000000001', firmware: 'V4.30.097' },
    ]);
  });

  it('may be another number: gone from one, new at the end of the wall', async () => {
    const recorder = await start({ channels: 4 });
    recorder.faults.renameChannel(1, 'Gate');
    recorder.faults.removeChannel(4);
    const site = await imported(recorder);
    recorder.faults.renumberChannel(1, 4);
    const preview = await site.look();
    expect(keysOf(preview)).toEqual(['gone-1', 'added-4']);
    await site.pick(preview);
    expect(await camerasOf(site)).toEqual([
      [1, 'Gate', 'gone'],
      [2, 'Camera 02'],
      [3, 'Camera 03'],
      [4, 'Gate'],
    ]);
    expect((await site.look()).changes).toEqual([]);
  });

  it('may be the whole device, which is said until somebody accepts it', async () => {
    const recorder = await start();
    const site = await imported(recorder);
    recorder.faults.changeSerial('SIM/2');
    const otherDevice = { storedSerial: 'SIM-7616NI/16P0000000001', seenSerial: 'SIM/2' };
    expect(await site.look()).toMatchObject({ changes: [], otherDevice });
    const preview = await site.look();
    expect(preview.otherDevice).toEqual(otherDevice);
    expect(await site.pick(preview, [])).toEqual({ ok: true, value: { changed: 0 } });
    expect(await site.look()).toMatchObject({ changes: [], otherDevice: null });
  });

  it('is reached for by tiles at once: new streams are known to go2rtc', async () => {
    const recorder = await start({ channels: 2 });
    recorder.faults.removeChannel(2);
    const app = await startApp({ secrets: new LockableSecretStore() });
    const site = await imported(recorder, app);
    await expect.poll(() => streamNames(app.client()), PATIENT).toHaveLength(2);
    recorder.faults.restoreChannel(2);
    await site.pick(await site.look());
    await expect
      .poll(() => streamNames(app.client()), PATIENT)
      .toEqual(expect.arrayContaining([`nvr${site.id}-ch2-main`, `nvr${site.id}-ch2-sub`]));
  });
});

describe('a list that was looked at', () => {
  it('holds for a while, for one use, and only the latest', async () => {
    const recorder = await start();
    const site = await imported(recorder);
    const again = { error: { code: 'not-found', message: expect.stringContaining('again') } };
    recorder.faults.renameChannel(1, 'Entrance');
    const old = await site.look();
    const late = await site.look();
    expect(await site.pick(old)).toMatchObject(again);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 60 * 60 * 1000);
    expect(await site.pick(late)).toMatchObject(again);
    vi.restoreAllMocks();
    expect(await site.pick(late)).toMatchObject({ ok: true });
    expect(await site.pick(late)).toMatchObject(again);
  });

  it('changes nothing that was edited since, and nothing that it does not name', async () => {
    const recorder = await start();
    const site = await imported(recorder);
    recorder.faults.renameChannel(1, 'Entrance');
    recorder.faults.renameChannel(2, 'Exit');
    recorder.faults.removeChannel(3);
    const preview = await site.look();
    site.edit('UPDATE camera SET name = ? WHERE channel = 1', 'Mine');
    site.edit('DELETE FROM camera WHERE channel = 3');
    const keys = [...keysOf(preview), 'added-3', 'gone-5', '__proto__'];
    expect(await site.pick(preview, keys)).toEqual({ ok: true, value: { changed: 1 } });
    expect(await camerasOf(site)).toEqual([
      [1, 'Mine'],
      [2, 'Exit'],
      [4, 'Camera 04'],
      [5, 'Camera 05'],
      [6, 'Camera 06'],
    ]);
  });

  it('does not hold for another address', async () => {
    const recorder = await start();
    const site = await imported(recorder);
    recorder.faults.renameChannel(1, 'Entrance');
    const preview = await site.look();
    site.edit('UPDATE nvr SET host = ?', '192.0.2.1');
    expect(await site.pick(preview)).toMatchObject({ error: { code: 'not-found' } });
    expect(await camerasOf(site)).toContainEqual([1, 'Camera 01']);
  });
});

describe('a recorder that cannot be compared', () => {
  it('costs one failed login with a wrong password, closes the gate, and is not asked again', async () => {
    const recorder = await start();
    const site = await byPattern(recorder, { password: 'wrong' });
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'wrong-password', triesLeft: 4 } },
    });
    expect(await site.app.nvrs.listNvrs()).toMatchObject([{ login: { state: 'refused' } }]);
    const before = structuredClone(recorder.counters.requests.http);
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    expect(recorder.counters.requests.http).toEqual(before);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
    await site.app.nvrs.setPassword(site.id, PASSWORD);
    expect(await site.preview()).toMatchObject({ value: { ok: true } });
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
  });

  it('is asked for nothing while its account is locked', async () => {
    const recorder = await start();
    const site = await imported(recorder);
    recorder.faults.lockNow();
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'locked' } } });
    expect(await site.app.nvrs.listNvrs()).toMatchObject([{ login: { state: 'locked' } }]);
    const before = structuredClone(recorder.counters.requests.http);
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'locked', unlockInMs: expect.any(Number) as number } },
    });
    expect(recorder.counters.requests.http).toEqual(before);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('is left alone while a check is under way, which then counts', async () => {
    const recorder = await start();
    recorder.faults.slowDownIsapi(SLOW_MS);
    const app = await startApp({ secrets: new LockableSecretStore() });
    const { httpPort, rtspPort } = recorder;
    const entries = { httpPort, rtspPort, username: USER, password: 'wrong', maxChannels: 2 };
    const added = await app.nvrs.add(filledIn(entries));
    if (!added.ok) throw new Error(JSON.stringify(added));
    await expect.poll(() => recorder.counters.requests.http, PATIENT).not.toEqual({});
    const answer = await siteOf(app, added.value.id).preview();
    expect(answer).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
  });

  it.each([
    ['with another layout', `layout = 'dahua'`, 'no list to compare'],
    ['that is switched off', 'is_enabled = 0', 'switched off'],
  ])('says so: one %s', async (_which, columns, message) => {
    const recorder = await start();
    const site = await imported(recorder);
    const before = structuredClone(recorder.counters.requests.http);
    site.edit(`UPDATE nvr SET ${columns}`);
    expect(await site.preview()).toMatchObject({
      error: { code: 'invalid-request', message: expect.stringContaining(message) as string },
    });
    expect(recorder.counters.requests.http).toEqual(before);
  });

  it('says so: one that lists nothing, without a stored password, or that has been removed', async () => {
    const recorder = await start({ channels: 2 });
    const secrets = new LockableSecretStore();
    const site = await imported(recorder, await createApp({ secrets }));
    recorder.faults.removeChannel(1);
    recorder.faults.removeChannel(2);
    expect(await site.preview()).toMatchObject({
      value: { error: { step: 'channels', kind: 'bad-answer' } },
    });
    site.edit(`UPDATE nvr SET secret_account = 'unknown'`);
    expect(await site.preview()).toMatchObject({
      error: { fields: { password: expect.any(String) as string } },
    });
    await site.app.nvrs.remove(site.id);
    expect(await site.preview()).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is left when somebody cancels, and leaves nothing to apply', async () => {
    const recorder = await start();
    const site = await imported(recorder);
    recorder.faults.renameChannel(1, 'Entrance');
    const earlier = await site.look();
    recorder.faults.slowDownIsapi(SLOW_MS);
    site.app.probes.progress.on(({ probeId, progress }) => {
      if (progress.step === 'identity') site.app.probes.cancel(probeId);
    });
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'cancelled' } } });
    expect(await camerasOf(site)).toContainEqual([1, 'Camera 01']);
    // The list that was shown before is still the latest.
    expect(await site.pick(earlier)).toEqual({ ok: true, value: { changed: 1 } });
  });

  it('is not trusted with another certificate', async () => {
    const recorder = await start({ profile: 'https-self-signed' });
    const site = await byPattern(recorder);
    site.edit('UPDATE nvr SET is_https = 1');
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'certificate-unknown' } },
    });
    site.edit('UPDATE nvr SET fingerprint = ?', Array(32).fill('AA').join(':'));
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'certificate-changed' } },
    });
    expect(recorder.counters.requests.http).toEqual({});
  });
});
