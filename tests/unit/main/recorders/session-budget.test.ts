import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionBudget } from '../../../../src-main/app/recorders/streams/session-budget.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function full() {
  const budget = new SessionBudget(2);
  const [first, second] = [await budget.take(), await budget.take()];
  return { budget, first, second };
}

describe('SessionBudget', () => {
  it('gives what has ended to whoever has waited longest', async () => {
    const { budget, first, second } = await full();
    const taken: string[] = [];
    for (const name of ['one', 'other']) void budget.take().then(() => taken.push(name));
    first?.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(taken).toEqual(['one']);
    second?.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(taken).toEqual(['one', 'other']);
    expect(budget.used).toBe(2);
  });

  it('refuses after a while, and keeps nothing for who was refused', async () => {
    const { budget, first } = await full();
    const late = budget.take();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await late).toBeNull();
    first?.end();
    expect(budget.used).toBe(1);
  });

  it('lets go at once whoever wants none any more, and gives it to the next', async () => {
    const { budget, first } = await full();
    const leaving = new AbortController();
    const left = budget.take(leaving.signal);
    const next = budget.take();
    leaving.abort();
    expect(await left).toBeNull();
    expect(await budget.take(leaving.signal), 'left before it asked').toBeNull();
    first?.end();
    expect(await next).not.toBeNull();
    expect(budget.used).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes the same end twice for one', async () => {
    const { budget, first } = await full();
    first?.end();
    first?.end();
    expect(budget.used).toBe(1);
  });
});
