import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { insertCameras } from '../../src-main/app/db/repositories/camera-repository.ts';
import { insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { KeychainReader } from '../../src-main/app/recorders/login/keychain-reader.ts';
import type { LoginVerdict } from '../../src-main/app/recorders/login/device/login-verdict.ts';
import { RecorderRegistry } from '../../src-main/app/recorders/recorder-registry.ts';
import type { DialGrant } from '../../src-main/app/rtsp/rtsp-gateway.ts';
import { StreamService } from '../../src-main/app/streams/stream-service.ts';
import { AT_DESK } from './at-desk.ts';
import { answering } from './fixed-questions.ts';
import { LockableSecretStore } from './lockable-secret-store.ts';
import { RecordedGateway } from './recorded-gateway.ts';
import { RememberedStreams } from './remembered-streams.ts';
import { recordLog } from './recorded-log.ts';
import { tempFolder } from './temp-folder.ts';

export const CHANNELS = 16;
export const STREAM = 'nvr1-ch3-sub';
/** What the gateway is given for it. */
export const REAL = {
  ...{ host: '10.0.0.1', port: 554, path: '/302' },
  ...{ username: 'admin', password: 'p@ss w', mayUseBasic: false },
};

/** One recorder whose login was accepted, with sixteen channels of which the last has no sub stream. */
export async function build() {
  const { db } = await openDatabase(path.join(await tempFolder(), 'opus.sqlite'));
  onTestFinished(() => db.destroy());
  const secrets = new LockableSecretStore();
  const recorded = recordLog();
  const { log, redactor } = recorded;
  const recorder = {
    verdict: { state: 'accepted' } as LoginVerdict,
    patience: Promise.resolve(),
    checks: 0,
  };
  const verify = async () => {
    recorder.checks += 1;
    await recorder.patience;
    return recorder.verdict;
  };
  const client = new RememberedStreams();
  const gateway = new RecordedGateway();
  const recorders = new RecorderRegistry({
    ...{ db, gateway, keychain: new KeychainReader(secrets), log, redactor },
    currentClient: () => client,
    questionsTo: () => answering({ verify }),
  });
  const streams = new StreamService({ recorders, currentClient: () => client, gateway });
  const failures: string[] = [];
  streams.news.on(({ news }) => {
    if (news.kind === 'failed') failures.push(news.cause);
  });
  onTestFinished(() => streams.stop());
  await streams.start();
  const nvr = await insertNvr(db, {
    ...{ name: 'a', host: '10.0.0.1', rtsp_port: 554, http_port: 80, username: 'admin' },
    ...{ secret_account: 'a', max_channels: CHANNELS },
  });
  await insertCameras(
    db,
    Array.from({ length: CHANNELS }, (_, index) => index + 1).map((channel) => ({
      ...{ nvr_id: nvr.id, channel, name: `Camera ${channel}`, position: channel },
      ...{ main_path: `/${channel}01`, sub_path: channel === CHANNELS ? null : `/${channel}02` },
    })),
  );
  await secrets.set('a', 'p@ss w');
  await recorders.refresh();
  await recorders.checkAll();
  const login = recorders.get(nvr.id)?.login;
  if (login === undefined) throw new Error('no recorder');
  const sessions = new Map<string, DialGrant>();
  const site = { ...recorded, db, recorders, login, streams, client, recorder };
  return { ...site, gateway, failures, sessions };
}

/** That recorder, and what was asked of it. */
export type Site = Awaited<ReturnType<typeof build>>;

/** Asks as the gateway does before it dials: what it is given, or why it is given nothing. */
export async function dial({ gateway, failures, sessions }: Site, source: string) {
  const [, lease = ''] = /:1\/([^#]*)/.exec(source) ?? [];
  failures.length = 0;
  // It dials again because the last one is over.
  sessions.get(source)?.report('untold');
  const grant = await gateway.authority?.(lease);
  grant?.report('accepted');
  if (grant) sessions.set(source, grant);
  return grant?.stream ?? failures[0] ?? null;
}

/** The source under which go2rtc knows the stream once the door was asked for it. */
export async function opened({ streams, client }: Site, name = STREAM): Promise<string> {
  expect(await streams.open(name, AT_DESK)).toBe(true);
  return client.sources.get(name) ?? '';
}
