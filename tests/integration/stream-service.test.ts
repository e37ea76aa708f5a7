import { describe, expect, it } from 'vitest';
import { deleteNvr, updateNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { AT_DESK } from '../support/at-desk.ts';
import {
  build,
  CHANNELS,
  dial,
  opened,
  REAL,
  type Site,
  STREAM,
} from '../support/streams-under-test.ts';

describe('a stream that is opened', () => {
  it('is registered without credentials and without the recorder’s address', async () => {
    const site = await build();
    expect(await opened(site)).toMatch(
      /^rtsp:\/\/127\.0\.0\.1:1\/[\da-f]{32}#backchannel=0#gop=1$/,
    );
    expect(await site.client.streamNames()).toEqual([STREAM]);
  });

  it('is dialled at its recorder with the login', async () => {
    const site = await build();
    expect(await dial(site, await opened(site))).toEqual(REAL);
  });

  it('may get its password in the clear only where somebody allowed that', async () => {
    const site = await build();
    await updateNvr(site.db, 1, { allows_basic: 1 });
    await site.recorders.refresh();
    expect(await dial(site, await opened(site))).toEqual({ ...REAL, mayUseBasic: true });
  });

  it('keeps its lease, since go2rtc drops a session whose source changes', async () => {
    const site = await build();
    expect(await opened(site)).toBe(await opened(site));
  });

  it.each([
    ['of a camera that is not there', 'nvr1-ch17-main'],
    ['that its camera does not have', 'nvr1-ch16-sub'],
    ['of a recorder that is not there', 'nvr2-ch1-main'],
    ['that is no name of ours', 'rtsp://10.0.0.1/x'],
  ])('%s is refused', async (_why, name) => {
    const { streams, client } = await build();
    expect(await streams.open(name, AT_DESK)).toBe(false);
    expect(client.sources.size).toBe(0);
  });

  it('is refused while its login is not accepted', async () => {
    const { streams, login, client } = await build();
    await login.forget();
    expect(await streams.open(STREAM, AT_DESK)).toBe(false);
    expect(client.sources.size).toBe(0);
  });
});

it('a stream whose gateway was replaced is told to have lost its session', async () => {
  const site = await build();
  await opened(site);
  site.gateway.replaced.emit(null);
  expect(site.failures).toEqual(['connection-lost']);
});

describe('a stream that go2rtc dials again and again by itself', () => {
  async function dialTimes(site: Site, source: string, count: number): Promise<string> {
    const answers: string[] = [];
    for (let each = 0; each < count; each += 1) {
      const answer = await dial(site, source);
      answers.push(typeof answer === 'string' ? answer : 'granted');
    }
    return answers.join(' ');
  }

  it('is refused after the third time, until a player opens it anew', async () => {
    const site = await build();
    const source = await opened(site);
    const four = Array(4).fill('granted').join(' ');
    expect(await dialTimes(site, source, 6)).toBe(`${four} connection-lost connection-lost`);
    await opened(site);
    expect(await dialTimes(site, source, 5)).toBe(`${four} connection-lost`);
  });

  it('is not refused for dials that led nowhere', async () => {
    const site = await build();
    const source = await opened(site);
    await site.login.recheck();
    site.recorder.verdict = { state: 'unreachable' };
    await site.login.recheck();
    for (let each = 0; each < 6; each += 1) {
      expect(await dial(site, source)).toBe('unreachable');
    }
    site.recorder.verdict = { state: 'accepted' };
    await site.login.recheck();
    expect(await dial(site, source)).toEqual(REAL);
  });

  it('is never refused its sound, which keeps nothing', async () => {
    const site = await build();
    const source = await opened(site, `${STREAM}-sound`);
    expect(await dialTimes(site, source, 6)).toBe(Array(6).fill('granted').join(' '));
  });
});

describe('sixteen dials at once', () => {
  /** So long that no earlier check counts any more. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1_100));

  async function openAll(site: Site): Promise<string[]> {
    const names = Array.from({ length: CHANNELS }, (_, index) => `nvr1-ch${index + 1}-main`);
    return Promise.all(names.map((name) => opened(site, name)));
  }

  async function dialAll(site: Site, sources: string[], expected: string): Promise<void> {
    const answers = await Promise.all(sources.map((each) => dial(site, each)));
    for (const answer of answers) {
      const outcome = typeof answer === 'string' ? answer : 'granted';
      expect(answer === null ? 'nothing' : outcome).toBe(expected);
    }
  }

  it('share one check, and each of them another one when they break and dial again', async () => {
    const site = await build();
    const sources = await openAll(site);
    await aWhile();
    const before = site.recorder.checks;
    await dialAll(site, sources, 'granted');
    expect(site.recorder.checks).toBe(before + 1);
    await dialAll(site, sources, 'granted');
    expect(site.recorder.checks).toBe(before + 2);
  });

  it('lead nowhere while the recorder does not answer', async () => {
    const site = await build();
    const sources = await openAll(site);
    site.recorder.verdict = { state: 'unreachable' };
    await aWhile();
    await dialAll(site, sources, 'unreachable');
    // Its streams are tried again by themselves, which a closed gate would not allow.
    expect(site.login.state.state).toBe('accepted');
    site.recorder.verdict = { state: 'accepted' };
    await aWhile();
    await dialAll(site, sources, 'granted');
  });

  it('lead nowhere while the recorder keeps everybody waiting', { timeout: 15_000 }, async () => {
    const site = await build();
    const sources = await openAll(site);
    let answer: () => void = () => undefined;
    site.recorder.patience = new Promise<void>((resolve) => (answer = resolve));
    await aWhile();
    await dialAll(site, sources, 'unreachable');
    answer();
  });

  it('get nothing once the login is refused, and nothing more is asked', async () => {
    const site = await build();
    const sources = await openAll(site);
    site.recorder.verdict = { state: 'refused', door: 'web', triesLeft: null };
    await aWhile();
    const before = site.recorder.checks;
    await dialAll(site, sources, 'refused-here');
    // By then its streams have ended.
    await dialAll(site, sources, 'nothing');
    expect(site.recorder.checks).toBe(before + 1);
  });
});

it('a camera that is removed is dialled no more, also by who plays it', async () => {
  const site = await build();
  const source = await opened(site);
  expect(await dial(site, source)).toEqual(REAL);
  await site.db.deleteFrom('camera').where('channel', '=', 3).execute();
  site.recorders.rowsChanged.emit(null);
  expect(await dial(site, source)).toBe('refused-here');
});

describe('closing a recorder’s streams', () => {
  it('ends their sessions at the gateway, and makes go2rtc forget them', async () => {
    const site = await build();
    const source = await opened(site);
    site.client.sources.set('nvr11-ch1-main', 'of another recorder');
    await site.recorders.get(1)?.streams.end();
    expect(await site.client.streamNames()).toEqual(['nvr11-ch1-main']);
    expect(site.gateway.ended).toHaveLength(1);
    expect(await dial(site, source)).toBeNull();
  });

  it('after a removal leaves nothing that could be dialled', async () => {
    const site = await build();
    const source = await opened(site);
    await deleteNvr(site.db, 1);
    await site.login.forget();
    expect(await dial(site, source)).toBe('refused-here');
    await site.login.check();
    expect(site.login.state.state).toBe('checking');
  });
});
