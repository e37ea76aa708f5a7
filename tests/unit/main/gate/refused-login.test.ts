import { describe, expect, it } from 'vitest';
import {
  RefusedLogin,
  type DeviceSigns,
  type RefusalFacts,
} from '../../../../src-main/app/gate/refused-login.ts';

const MINUTE_MS = 60_000;
const THERE: DeviceSigns = { isThere: true, identity: 'R', triesLeft: null, isLocked: null };

function refused(facts: Partial<RefusalFacts>): RefusedLogin {
  return new RefusedLogin(
    { door: 'rtsp', failed: 1, triesLeft: null, wasAccepted: true, ...facts },
    0,
  );
}

/** Looks every ten seconds as long as nothing changes; when it is tried again, or null. */
function triedAfterMs(login: RefusedLogin, signs: DeviceSigns, untilMs: number): number | null {
  for (let nowMs = 10_000; nowMs <= untilMs; nowMs += 10_000) {
    if (login.see(signs, nowMs)) return nowMs;
  }
  return null;
}

describe('a login that RTSP refuses and the web server takes', () => {
  it('is tried once more by itself, soon enough for 45 s', () => {
    expect(triedAfterMs(refused({}), THERE, MINUTE_MS)).toBeLessThanOrEqual(30_000);
  });

  it('is not tried a third time while the device stays as it is, however long', () => {
    const login = refused({});
    login.refuseAgain(null, 30_000);
    expect(triedAfterMs(login, THERE, 24 * 60 * MINUTE_MS)).toBeNull();
  });

  it.each([
    ['another one answers', { ...THERE, identity: 'other' }],
    ['it has forgotten the failed tries', { ...THERE, triesLeft: 7 }],
  ])('is tried again when %s', (_why, signs) => {
    const login = refused({ failed: 2, triesLeft: 5 });
    expect(login.see(THERE, 10_000)).toBe(false);
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
      if (!login.see({ ...THERE, identity: String(nowMs) }, nowMs)) continue;
      tries += 1;
      login.refuseAgain(null, nowMs);
    }
    expect(tries).toBeLessThanOrEqual(4);
  });
});

describe('a login that the web server refuses', () => {
  it('stays refused when it was never accepted, whatever time passes', () => {
    const login = refused({ door: 'web', wasAccepted: false, triesLeft: 6 });
    expect(triedAfterMs(login, { ...THERE, triesLeft: 6 }, 24 * 60 * MINUTE_MS)).toBeNull();
  });

  it('is tried once more when it was accepted before', () => {
    const login = refused({ door: 'web', triesLeft: 6 });
    expect(triedAfterMs(login, { ...THERE, triesLeft: 6 }, 2 * MINUTE_MS)).not.toBeNull();
  });

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
    expect(triedAfterMs(refused({}), signs, 60 * MINUTE_MS)).toBeNull();
  });
});
