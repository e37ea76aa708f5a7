import { describe, expect, it } from 'vitest';
import {
  RefusedLogin,
  type DeviceSigns,
  type RefusalFacts,
} from '../../../../src-main/app/recorders/login/gate/refused-login.ts';

const MINUTE_MS = 60_000;
const THERE: DeviceSigns = { isThere: true, identity: 'R', triesLeft: null, isLocked: null };

function refused(facts: Partial<RefusalFacts>): RefusedLogin {
  return new RefusedLogin(
    { door: 'rtsp', failed: 1, triesLeft: null, wasAccepted: true, ...facts },
    0,
  );
}

/** Looks every ten seconds as long as nothing changes; when there is reason to believe the login, or null. */
function triedAfterMs(login: RefusedLogin, signs: DeviceSigns, untilMs: number): number | null {
  for (let nowMs = 10_000; nowMs <= untilMs; nowMs += 10_000) {
    if (login.see(signs, nowMs) === 'evidence') return nowMs;
  }
  return null;
}

/** When it is tried because time has passed, as often as it is refused again, in minutes. */
function triesByTime(login: RefusedLogin, signs: DeviceSigns, fromMs: number, untilMs: number) {
  const tries: number[] = [];
  for (let nowMs = fromMs; nowMs <= untilMs; nowMs += 10_000) {
    if (login.see(signs, nowMs) !== 'time') continue;
    tries.push((nowMs - fromMs) / MINUTE_MS);
    login.refuseAgain(null, nowMs);
  }
  return tries;
}

describe('a login that RTSP refuses and the web server takes', () => {
  it('is tried once more by itself, soon enough for 45 s', () => {
    expect(triedAfterMs(refused({}), THERE, MINUTE_MS)).toBeLessThanOrEqual(30_000);
  });

  it('is tried a third time, and ever more rarely, though the device stays as it is', () => {
    const login = refused({ failed: 2 });
    expect(triesByTime(login, THERE, 0, 6 * 60 * MINUTE_MS)).toEqual([5, 25, 105, 225, 345]);
  });

  it('waits anew when time alone was no reason', () => {
    const login = refused({ failed: 2 });
    expect(login.see(THERE, 5 * MINUTE_MS)).toBe('time');
    login.postpone(5 * MINUTE_MS);
    expect(triesByTime(login, THERE, 5 * MINUTE_MS, 15 * MINUTE_MS)).toEqual([5]);
  });

  it.each([
    ['another one answers', { ...THERE, identity: 'other' }],
    ['it has forgotten the failed tries', { ...THERE, triesLeft: 7 }],
  ])('is tried again when %s', (_why, signs) => {
    const login = refused({ failed: 2, triesLeft: 5 });
    expect(login.see(THERE, 10_000)).toBeNull();
    expect(triedAfterMs(login, signs, 45_000)).not.toBeNull();
  });

  it('is tried again when the device went away and came back', () => {
    const login = refused({ failed: 2 });
    login.see({ ...THERE, isThere: false }, 10_000);
    expect(triedAfterMs(login, THERE, 45_000)).not.toBeNull();
  });

  it('is tried ever more rarely where the device changes all the time', () => {
    const login = refused({ failed: 2 });
    let tries = 0;
    for (let nowMs = 10_000; nowMs <= 60 * MINUTE_MS; nowMs += 10_000) {
      if (login.see({ ...THERE, identity: String(nowMs) }, nowMs) === null) continue;
      tries += 1;
      login.refuseAgain(null, nowMs);
    }
    expect(tries).toBeLessThanOrEqual(4);
  });
});

describe('a login that the web server refuses', () => {
  it('stays refused when it was never accepted, whatever time passes', () => {
    const login = refused({ door: 'web', wasAccepted: false, triesLeft: 6 });
    const day = 24 * 60 * MINUTE_MS;
    expect(triedAfterMs(login, { ...THERE, triesLeft: 6 }, day)).toBeNull();
    expect(triesByTime(login, { ...THERE, triesLeft: 6 }, 0, day)).toEqual([]);
  });

  it('is tried once more when it was accepted before', () => {
    const login = refused({ door: 'web', triesLeft: 6 });
    expect(triedAfterMs(login, { ...THERE, triesLeft: 6 }, 2 * MINUTE_MS)).not.toBeNull();
  });

  it.each([
    ['its own realm', 'other'],
    ['the same realm, and was off between', 'R'],
  ])(
    'is tried within 45 s when a device that stood in its place is gone (%s)',
    (_how, identity) => {
      const login = refused({ door: 'web' });
      expect(login.see({ ...THERE, identity }, 5_000)).toBeNull();
      if (identity === 'R') login.see({ ...THERE, isThere: false }, 7_000);
      expect(triedAfterMs(login, THERE, 45_000)).not.toBeNull();
    },
  );

  it('is tried again when the device did not count it after all', () => {
    const login = refused({ door: 'web', wasAccepted: false, triesLeft: 6 });
    expect(triedAfterMs(login, { ...THERE, triesLeft: 7 }, 2 * MINUTE_MS)).not.toBeNull();
  });
});

describe('no login is tried again', () => {
  it.each([
    ['while the account is locked', { ...THERE, isLocked: true }],
    ['with the last tries', { ...THERE, triesLeft: 2 }],
    ['while nobody answers', { ...THERE, isThere: false }],
  ])('%s', (_why, signs) => {
    const hour = 60 * MINUTE_MS;
    expect(triedAfterMs(refused({}), signs, hour)).toBeNull();
    expect(triesByTime(refused({ failed: 2 }), signs, 0, hour)).toEqual([]);
  });
});
