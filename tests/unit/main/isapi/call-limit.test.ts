import { describe, expect, it } from 'vitest';
import { CallLimit } from '../../../../src-main/app/isapi/http/call-limit.ts';

const never = new AbortController().signal;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('CallLimit', () => {
  it('lets two through at once and keeps the order of the others', async () => {
    const limit = new CallLimit(2);
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const calls = [0, 1, 2, 3].map((index) =>
      limit.run(never, async () => {
        started.push(index);
        await new Promise<void>((resolve) => ends.push(resolve));
        return index;
      }),
    );
    await settle();
    expect(started).toEqual([0, 1]);
    ends[0]?.();
    await settle();
    expect(started).toEqual([0, 1, 2]);
    ends[1]?.();
    await settle();
    ends.forEach((end) => end());
    expect(await Promise.all(calls)).toEqual([0, 1, 2, 3]);
  });

  it('lets an urgent caller go before those that wait', async () => {
    const limit = new CallLimit(1);
    const started: string[] = [];
    let end: () => void = () => undefined;
    const first = limit.run(never, () => new Promise<void>((resolve) => (end = resolve)));
    const note = (name: string) => async () => void started.push(name);
    const others = [limit.run(never, note('list')), limit.run(never, note('check'), true)];
    await settle();
    end();
    await Promise.all([first, ...others]);
    expect(started).toEqual(['check', 'list']);
  });

  it('frees its place after a failure', async () => {
    const limit = new CallLimit(1);
    await expect(limit.run(never, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await limit.run(never, () => Promise.resolve('next'))).toBe('next');
  });

  it('lets a waiting caller leave, and never runs it', async () => {
    const limit = new CallLimit(1);
    let end: () => void = () => undefined;
    const first = limit.run(never, () => new Promise<void>((resolve) => (end = resolve)));
    const leaving = new AbortController();
    let hasRun = false;
    const second = limit.run(leaving.signal, async () => (hasRun = true));
    const third = limit.run(never, () => Promise.resolve('third'));
    leaving.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    end();
    await first;
    expect(await third).toBe('third');
    expect(hasRun).toBe(false);
    await expect(limit.run(leaving.signal, () => Promise.resolve())).rejects.toThrow('gone');
  });
});
