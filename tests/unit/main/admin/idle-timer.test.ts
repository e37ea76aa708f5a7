import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleTimer } from '../../../../src-main/app/admin/idle-timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('IdleTimer', () => {
  it('calls once, after the last restart', () => {
    const onIdle = vi.fn();
    const timer = new IdleTimer(onIdle);
    timer.restart(1_000);
    vi.advanceTimersByTime(900);
    timer.restart(1_000);
    vi.advanceTimersByTime(999);
    expect(onIdle).not.toHaveBeenCalled();
    expect(timer.leftMs).toBe(1);
    vi.advanceTimersByTime(1);
    expect(onIdle).toHaveBeenCalledOnce();
    expect(timer.leftMs).toBe(0);
    expect(timer.isSet).toBe(true);
  });

  it('leaves no timer behind', () => {
    const timer = new IdleTimer(vi.fn());
    timer.restart(1_000);
    timer.clear();
    timer.clear();
    expect(vi.getTimerCount()).toBe(0);
    expect(timer.isSet).toBe(false);
    expect(timer.leftMs).toBe(0);
  });

  it('does not care about the clock on the wall', () => {
    const onIdle = vi.fn();
    const timer = new IdleTimer(onIdle);
    timer.restart(1_000);
    vi.setSystemTime(Date.now() + 3_600_000);
    expect(timer.leftMs).toBe(1_000);
    vi.setSystemTime(0);
    expect(timer.leftMs).toBe(1_000);
    timer.clear();
  });
});
