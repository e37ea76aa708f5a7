import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { SystemLockWatch } from '../../../../src-main/shell/system-lock-watch.ts';

describe('SystemLockWatch', () => {
  it('locks when the screen is locked and when the machine goes to sleep, and at nothing else', async () => {
    const monitor = new EventEmitter();
    const lock = vi.fn();
    const watch = new SystemLockWatch(monitor as unknown as PowerMonitor, lock);
    await watch.start();
    await watch.start();
    monitor.emit('lock-screen');
    expect(lock).toHaveBeenCalledTimes(1);
    monitor.emit('suspend');
    expect(lock).toHaveBeenCalledTimes(2);
    monitor.emit('unlock-screen');
    monitor.emit('resume');
    expect(lock).toHaveBeenCalledTimes(2);
    await watch.stop();
    await watch.stop();
    expect(monitor.eventNames()).toEqual([]);
  });
});
