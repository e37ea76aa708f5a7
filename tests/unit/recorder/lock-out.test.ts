import { beforeEach, describe, expect, it } from 'vitest';
import { LockOut } from '../../simulated-recorder/auth/lock-out.ts';

const MINUTE_MS = 60_000;
let nowMs = 0;
let lockOut: LockOut;

beforeEach(() => {
  nowMs = 1_000_000;
  lockOut = new LockOut(() => nowMs);
});

function refuse(times: number): void {
  for (let time = 0; time < times; time += 1) lockOut.countRefused();
}

describe('LockOut', () => {
  it('locks at the fifth failure and opens after half an hour', () => {
    refuse(4);
    expect(lockOut.status).toEqual({ isLocked: false, unlockInS: 0, triesLeft: 1 });
    refuse(1);
    expect(lockOut.status).toEqual({ isLocked: true, unlockInS: 1800, triesLeft: 0 });
    nowMs += 30 * MINUTE_MS - 1;
    expect(lockOut.status).toMatchObject({ isLocked: true, unlockInS: 1 });
    nowMs += 1;
    expect(lockOut.status).toEqual({ isLocked: false, unlockInS: 0, triesLeft: 5 });
  });

  it('begins the time anew with each login while locked', () => {
    lockOut.lock();
    nowMs += 29 * MINUTE_MS;
    refuse(1);
    expect(lockOut.status.unlockInS).toBe(1800);
  });

  it('forgets failures after a good login, and all of it when unlocked', () => {
    refuse(4);
    lockOut.countAccepted();
    expect(lockOut.status.triesLeft).toBe(5);
    lockOut.lock();
    lockOut.unlock();
    expect(lockOut.status).toEqual({ isLocked: false, unlockInS: 0, triesLeft: 5 });
  });
});
