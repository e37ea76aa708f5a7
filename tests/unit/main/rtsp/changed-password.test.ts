import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { DeviceSession } from '../../../../src-main/app/rtsp/client/device-session.ts';
import { SharedLogin } from '../../../../src-main/app/rtsp/client/shared-login.ts';
import { scriptedDevice, type ScriptedRequest } from './scripted-device.ts';

afterEach(() => vi.useRealTimers());

const answer = (status: number, ...headers: string[]): string =>
  [`RTSP/1.0 ${status} x`, 'CSeq: {cseq}', ...headers, '', ''].join('\r\n');

type Habit = 'one nonce' | 'a new nonce each time' | 'nonces for one request';

/** A device that demands a login for everything, and refuses all of them once its password was changed. */
async function guarded(habit: Habit) {
  let nonce = 1;
  let isChanged = false;
  let failedLogins = 0;
  const spent = new Set<string>();
  const isWelcome = ({ authorization }: ScriptedRequest): boolean => {
    const used = /nonce="(\d+)"/.exec(authorization ?? '')?.[1];
    if (used === undefined) return false;
    if (isChanged) failedLogins += 1;
    const isSpent = spent.has(used);
    if (habit === 'nonces for one request') spent.add(used);
    return !isChanged && !isSpent;
  };
  const device = await scriptedDevice((request) => {
    if (isWelcome(request)) return answer(200, 'Session: 7;timeout=60');
    if (habit !== 'one nonce') nonce += 1;
    return answer(401, `WWW-Authenticate: Digest realm="r", nonce="${nonce}"`);
  });
  const begin = (shared = new SharedLogin()) => {
    const outcomes: string[] = [];
    const ignore = (): void => undefined;
    const stream = { host: '127.0.0.1', port: device.port, path: '/x' };
    const session = new DeviceSession(
      { ...stream, username: 'u', password: 'secret', mayUseBasic: false },
      {
        ...{ onPacket: ignore, onSlow: ignore, onEnd: ignore },
        onLogin: (outcome) => void outcomes.push(outcome),
      },
      shared,
    );
    onTestFinished(() => session.close());
    return { session, outcomes };
  };
  return {
    ...{ begin, requests: device.requests, failedLogins: () => failedLogins },
    changePassword: (is = true) => void (isChanged = is),
  };
}

const HABITS: Habit[] = ['one nonce', 'a new nonce each time', 'nonces for one request'];

/** A session that plays. */
async function playing({ begin }: Awaited<ReturnType<typeof guarded>>, shared?: SharedLogin) {
  const { session, outcomes } = begin(shared);
  await session.describe();
  await session.setUp(null, 0);
  await session.play(null);
  expect(outcomes).toEqual(['accepted']);
  return { session, outcomes };
}

describe('a password that is changed in the middle of a session costs one failed login', () => {
  it.each(HABITS)('between SETUP and PLAY (%s)', async (habit) => {
    const device = await guarded(habit);
    const { session, outcomes } = device.begin();
    await session.describe();
    await session.setUp(null, 0);
    device.changePassword();
    await expect(session.play(null)).rejects.toMatchObject({ reason: 'login-refused' });
    expect(device.failedLogins()).toBe(1);
    expect(outcomes).toEqual(['accepted', 'refused']);
  });

  it.each(HABITS)(
    'between DESCRIBE and SETUP, at a device that played before (%s)',
    async (habit) => {
      const device = await guarded(habit);
      const shared = new SharedLogin();
      await playing(device, shared);
      const { session, outcomes } = device.begin(shared);
      await session.describe();
      device.changePassword();
      await expect(session.setUp(null, 0)).rejects.toMatchObject({ reason: 'login-refused' });
      expect(device.failedLogins()).toBe(1);
      expect(outcomes).toEqual(['accepted', 'refused']);
    },
  );

  it('between DESCRIBE and SETUP, at an unknown device that keeps to its nonce', async () => {
    const device = await guarded('one nonce');
    const { session } = device.begin();
    await session.describe();
    device.changePassword();
    await expect(session.setUp(null, 0)).rejects.toMatchObject({ reason: 'login-refused' });
    expect(device.failedLogins()).toBe(1);
  });

  it.each(HABITS)('while all play: one sign of life (%s), and pictures go on', async (habit) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const device = await guarded(habit);
    const shared = new SharedLogin();
    const sessions = [await playing(device, shared), await playing(device, shared)];
    device.changePassword();
    const lifeSigns = () => device.requests.filter(({ method }) => method === 'OPTIONS').length;
    vi.advanceTimersByTime(30_000);
    const told = () => sessions.flatMap(({ outcomes }) => outcomes);
    await expect.poll(told).toContain('questioned');
    await expect.poll(lifeSigns).toBeGreaterThanOrEqual(2);
    expect(device.failedLogins()).toBeLessThanOrEqual(2);
    // Main has looked into it meanwhile: each is tried once more, then never again.
    for (let round = 0; round < 5; round += 1) {
      const before = lifeSigns();
      vi.advanceTimersByTime(30_000);
      await expect.poll(lifeSigns).toBeGreaterThanOrEqual(before + 2);
    }
    expect(device.failedLogins()).toBeLessThanOrEqual(4);
    expect(told().filter((outcome) => outcome === 'refused')).toEqual([]);
  });
});

describe('a session that was let go and has not signed yet', () => {
  it('signs no more once another one was refused, until it is let go anew', async () => {
    const device = await guarded('one nonce');
    const shared = new SharedLogin();
    device.changePassword();
    const waiting = device.begin(shared);
    const first = device.begin(shared);
    await expect(first.session.describe()).rejects.toMatchObject({ reason: 'login-refused' });
    await expect(waiting.session.describe()).rejects.toMatchObject({ reason: 'refused-here' });
    expect(waiting.outcomes).toEqual(['untold']);
    expect(device.failedLogins()).toBe(1);
    device.changePassword(false);
    await playing(device, shared);
  });

  it('signs once others are welcome: one stream only was refused', async () => {
    const device = await guarded('one nonce');
    const shared = new SharedLogin();
    const waiting = device.begin(shared);
    device.changePassword();
    await expect(device.begin(shared).session.describe()).rejects.toMatchObject({});
    device.changePassword(false);
    await playing(device, shared);
    expect((await waiting.session.describe()).status).toBe(200);
  });

  it('nor where another one was refused in the middle of its session', async () => {
    const device = await guarded('one nonce');
    const shared = new SharedLogin();
    const both = [device.begin(shared), device.begin(shared)];
    for (const { session } of both) await session.describe();
    device.changePassword();
    for (const { session } of both) await expect(session.setUp(null, 0)).rejects.toMatchObject({});
    expect(device.failedLogins()).toBe(1);
    expect(both.map(({ outcomes }) => outcomes)).toEqual([['accepted', 'refused'], ['accepted']]);
  });
});
