import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { insertCameras } from '../../src-main/app/db/repositories/camera-repository.ts';
import { deleteNvr, insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { CredentialGate } from '../../src-main/app/gate/credential-gate.ts';
import { StoredLogins } from '../../src-main/app/gate/stored-logins.ts';
import type { LoginVerdict } from '../../src-main/app/gate/verify-login.ts';
import { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';
import { StreamService } from '../../src-main/app/streams/stream-service.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { recordLog } from '../support/recorded-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CHANNELS = 16;
const STREAM = 'nvr1-ch3-sub';
const REAL = 'Location: rtsp://admin:p%40ss%20w@10.0.0.1:554/302\r\n';
const NOWHERE = 'Location: rtsp://127.0.0.1:1/parked\r\n';

/** A go2rtc that only remembers which source each stream has. */
class RememberedStreams extends Go2rtcClient {
  readonly sources = new Map<string, string>();
  /** Sources that streams had in the moment they were deleted. */
  readonly lastSources = new Map<string, string>();

  override async putStream(name: string, source: string): Promise<void> {
    this.sources.set(name, source);
  }

  override async streamNames(): Promise<string[]> {
    return [...this.sources.keys()];
  }

  override async deleteStream(name: string): Promise<void> {
    this.lastSources.set(name, this.sources.get(name) ?? '');
    this.sources.delete(name);
  }
}

/** One recorder whose login was accepted, with sixteen channels of which the last has no sub stream. */
async function build() {
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
  const gate = new CredentialGate({ db, verify, log });
  const logins = new StoredLogins({ db, secrets, gate, log, redactor });
  const client = new RememberedStreams(1, 'token');
  const streams = new StreamService({ db, logins, currentClient: () => client, log, redactor });
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
  await logins.checkAll();
  return { ...recorded, db, gate, logins, streams, client, nvr, recorder };
}

/** Asks as go2rtc does before it dials; the whole answer. */
async function dial(source: string, change: (request: string) => string = (same) => same) {
  const { port } = new URL(source.replace('rtsp:', 'http:'));
  const socket = net.connect(Number(port), '127.0.0.1');
  const [url = ''] = source.split('#');
  socket.write(change(`DESCRIBE ${url} RTSP/1.0\r\nAccept: application/sdp\r\nCSeq: 7\r\n\r\n`));
  return text(socket);
}

/** The source under which go2rtc knows the stream once the door was asked for it. */
async function opened({ streams, client }: Awaited<ReturnType<typeof build>>): Promise<string> {
  expect(await streams.open(STREAM)).toBe(true);
  return client.sources.get(STREAM) ?? '';
}

describe('a stream that is opened', () => {
  it('is registered without credentials and without the recorder’s address', async () => {
    const site = await build();
    expect(await opened(site)).toMatch(
      /^rtsp:\/\/127\.0\.0\.1:\d+\/[\da-f]{64}\/nvr1-ch3-sub#backchannel=0#gop=1$/,
    );
    expect(await site.client.streamNames()).toEqual([STREAM]);
  });

  it('is redirected to its recorder with the login, encoded', async () => {
    const source = await opened(await build());
    expect(await dial(source)).toBe(`RTSP/1.0 302 Moved Temporarily\r\nCSeq: 7\r\n${REAL}\r\n`);
  });

  it.each([
    ['of a camera that is not there', 'nvr1-ch17-main'],
    ['that its camera does not have', 'nvr1-ch16-sub'],
    ['of a recorder that is not there', 'nvr2-ch1-main'],
    ['that is no name of ours', 'rtsp://10.0.0.1/x'],
  ])('%s is refused', async (_why, name) => {
    const { streams, client } = await build();
    expect(await streams.open(name)).toBe(false);
    expect(client.sources.size).toBe(0);
  });

  it('is refused while its login is not accepted', async () => {
    const { streams, gate, client } = await build();
    await gate.forget(1);
    expect(await streams.open(STREAM)).toBe(false);
    expect(client.sources.size).toBe(0);
  });
});

describe('the dial desk', () => {
  it.each([
    [
      'another token',
      (request: string) => request.replace(/\/[\da-f]{64}\//, `/${'0'.repeat(64)}/`),
    ],
    ['no token', (request: string) => request.replace(/\/[\da-f]{64}\//, '/')],
    ['another stream', (request: string) => request.replace('ch3-sub', 'ch99-sub')],
    ['HTTP', (request: string) => request.replace('RTSP/1.0', 'HTTP/1.1')],
    ['half a request', (request: string) => request.slice(40)],
  ])('tells nothing to a caller with %s', async (_what, change) => {
    const source = await opened(await build());
    expect(await dial(source, change)).toMatch(/^RTSP\/1\.0 403 Forbidden\r\nCSeq: \d\r\n\r\n$/);
  });

  it('hangs up on a caller that does not stop talking', async () => {
    const source = await opened(await build());
    const answer = dial(source, () => 'x'.repeat(64 * 1024));
    await expect(answer.catch(() => '')).resolves.toBe('');
  });

  it('is gone after a stop, with its callers, and back at the same place after a start', async () => {
    const site = await build();
    const source = await opened(site);
    const { port } = new URL(source.replace('rtsp:', 'http:'));
    const waiting = text(net.connect(Number(port), '127.0.0.1'));
    await site.streams.stop();
    await expect(waiting.catch(() => '')).resolves.toBe('');
    await expect(dial(source)).rejects.toThrow('ECONNREFUSED');
    await site.streams.start();
    expect(await dial(source)).toContain(REAL);
  });

  it('keeps its token out of the log', async () => {
    const { log, lines, ...site } = await build();
    log.warn(`go2rtc could not play ${await opened({ log, lines, ...site })}`);
    expect(lines.join()).toContain('could not play rtsp://127.0.0.1');
    expect(lines.join()).not.toMatch(/[\da-f]{64}/);
  });
});

describe('a stream that go2rtc dials again and again by itself', () => {
  async function dialTimes(source: string, count: number): Promise<string> {
    const answers: string[] = [];
    for (let each = 0; each < count; each += 1) answers.push((await dial(source)).slice(9, 12));
    return answers.join(' ');
  }

  it('is refused after the third time, until a player opens it anew', async () => {
    const site = await build();
    const source = await opened(site);
    expect(await dialTimes(source, 6)).toBe('302 302 302 302 403 403');
    await opened(site);
    expect(await dialTimes(source, 5)).toBe('302 302 302 302 403');
  });

  it('is not refused for dials that led nowhere', async () => {
    const site = await build();
    const source = await opened(site);
    await site.gate.recheck(site.nvr, 'p@ss w');
    site.recorder.verdict = { state: 'unreachable' };
    await site.gate.recheck(site.nvr, 'p@ss w');
    for (let each = 0; each < 6; each += 1) expect(await dial(source)).toContain(NOWHERE);
    site.recorder.verdict = { state: 'accepted' };
    await site.gate.recheck(site.nvr, 'p@ss w');
    expect(await dial(source)).toContain(REAL);
  });

  it('is never refused its sound, which keeps nothing', async () => {
    const source = (await opened(await build())).replace(STREAM, `${STREAM}-sound`);
    expect(await dialTimes(source, 6)).toBe('302 302 302 302 302 302');
  });
});

describe('sixteen dials at once', () => {
  /** So long that no earlier check counts any more. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1_100));

  async function dialAll(source: string, expected: string): Promise<void> {
    const sources = Array.from({ length: CHANNELS }, (_, index) =>
      source.replace('ch3-sub', `ch${index + 1}-main`),
    );
    const answers = await Promise.all(sources.map((each) => dial(each)));
    for (const answer of answers) expect(answer).toContain(expected);
  }

  it('share one check, and each of them another one when they break and dial again', async () => {
    const site = await build();
    const source = await opened(site);
    await aWhile();
    const before = site.recorder.checks;
    await dialAll(source, '302 Moved Temporarily');
    expect(site.recorder.checks).toBe(before + 1);
    await dialAll(source, '302 Moved Temporarily');
    expect(site.recorder.checks).toBe(before + 2);
  });

  it('lead nowhere while the recorder does not answer', async () => {
    const site = await build();
    const source = await opened(site);
    site.recorder.verdict = { state: 'unreachable' };
    await aWhile();
    await dialAll(source, NOWHERE);
    // Its streams are tried again by themselves, which a closed gate would not allow.
    expect(site.gate.stateOf(1).state).toBe('accepted');
    site.recorder.verdict = { state: 'accepted' };
    await aWhile();
    await dialAll(source, '302 Moved Temporarily');
  });

  it('lead nowhere while the recorder keeps everybody waiting', { timeout: 15_000 }, async () => {
    const site = await build();
    const source = await opened(site);
    let answer: () => void = () => undefined;
    site.recorder.patience = new Promise<void>((resolve) => (answer = resolve));
    await aWhile();
    await dialAll(source, NOWHERE);
    answer();
  });

  it('get nothing once the login is refused, and nothing more is asked', async () => {
    const site = await build();
    const source = await opened(site);
    site.recorder.verdict = { state: 'refused' };
    await aWhile();
    const before = site.recorder.checks;
    await dialAll(source, '403');
    await dialAll(source, '403');
    expect(site.recorder.checks).toBe(before + 1);
  });
});

describe('closing a recorder’s streams', () => {
  it('gives them a source that leads nowhere, which ends them, and makes go2rtc forget them', async () => {
    const site = await build();
    await opened(site);
    site.client.sources.set('nvr11-ch1-main', 'of another recorder');
    await site.streams.close(1);
    expect(await site.client.streamNames()).toEqual(['nvr11-ch1-main']);
    expect(site.client.lastSources.get(STREAM)).toBe('rtsp://127.0.0.1:1/parked');
  });

  it('after a removal leaves nothing that could be dialled', async () => {
    const site = await build();
    const source = await opened(site);
    await deleteNvr(site.db, 1);
    await site.logins.forget(1);
    expect(await dial(source)).toContain('403');
    await site.logins.check(site.nvr);
    expect(site.gate.stateOf(1).state).toBe('checking');
  });
});
