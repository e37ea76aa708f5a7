import { describe, expect, it } from 'vitest';
import { coalesce } from '../../../../src-renderer/model/coalesce.ts';

/** Runs that end when the test says so. */
function controlled() {
  const ends: (() => void)[] = [];
  const call = coalesce(() => new Promise<void>((resolve) => ends.push(resolve)));
  return { call, ends };
}

describe('coalesce', () => {
  it('runs at once, and once more for all calls meanwhile', async () => {
    const { call, ends } = controlled();
    const first = call();
    const later = [call(), call(), call()];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await first;
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    await Promise.all(later);
    expect(ends).toHaveLength(2);
  });

  it('begins a further run for a call during the second one', async () => {
    const { call, ends } = controlled();
    void call();
    const second = call();
    ends[0]?.();
    await expect.poll(() => ends.length).toBe(2);
    const third = call();
    ends[1]?.();
    await second;
    await expect.poll(() => ends.length).toBe(3);
    ends[2]?.();
    await third;
  });

  it('goes on after a run that failed', async () => {
    let runs = 0;
    const call = coalesce(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve();
    });
    const first = call();
    const second = call();
    await expect(first).rejects.toThrow('first');
    await second;
    expect(runs).toBe(2);
  });
});
