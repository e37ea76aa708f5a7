import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SystemLockWatch, type SystemPower } from '../../../../src-main/shell/system-lock-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A power monitor that a test speaks through. */
function build(platform: NodeJS.Platform) {
  const state: { now: 'active' | 'idle' | 'locked' } = { now: 'active' };
  const events = new EventEmitter();
  const monitor = Object.assign(events, { getSystemIdleState: () => state.now });
  const lock = vi.fn();
  const watch = new SystemLockWatch(monitor as unknown as SystemPower, lock, platform);
  return { state, events, lock, watch };
}

describe('SystemLockWatch', () => {
  it('locks when the screen is locked and when the machine goes to sleep, and at nothing else', async () => {
    const { events, lock, watch } = build('win32');
    await watch.start();
    await watch.start();
    events.emit('lock-screen');
    expect(lock).toHaveBeenCalledTimes(1);
    events.emit('suspend');
    expect(lock).toHaveBeenCalledTimes(2);
    events.emit('unlock-screen');
    events.emit('resume');
    expect(lock).toHaveBeenCalledTimes(2);
    await watch.stop();
    await watch.stop();
    expect(events.eventNames()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks on Linux, where nobody tells, and locks once for each time the screen is locked', async () => {
    const { state, lock, watch } = build('linux');
    await watch.start();
    await watch.start();
    expect(vi.getTimerCount()).toBe(1);
    for (const [now, times] of [
      ['idle', 0],
      ['locked', 1],
      ['locked', 1],
      ['active', 1],
      ['locked', 2],
    ] as const) {
      state.now = now;
      vi.advanceTimersByTime(2_000);
      expect(lock).toHaveBeenCalledTimes(times);
    }
    await watch.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
