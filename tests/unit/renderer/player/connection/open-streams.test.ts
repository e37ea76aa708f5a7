import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenStreams } from '../../../../../src-renderer/player/connection/open-streams.ts';
import { createPool, stream } from '../player-pool-harness.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function build() {
  const opened = new OpenStreams();
  const told: string[][] = [];
  opened.onLeft = (streams) => told.push(streams);
  return { opened, told };
}

describe('OpenStreams', () => {
  it('tells together what a page that is turned leaves, and not what is wanted again', async () => {
    const { opened, told } = build();
    const leaves = ['one', 'two', 'three'].map((name) => opened.begin(name));
    for (const leave of leaves) leave();
    opened.begin('two');
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([['one', 'three']]);
  });

  it('tells nothing of a stream that another player here wants', async () => {
    const { opened, told } = build();
    const [first, second] = [opened.begin('one'), opened.begin('one')];
    first();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([]);
    second();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([['one']]);
  });
});

describe('a player', () => {
  it('that is given up before anything came says so, one that tries again does not', async () => {
    const { environment, pool, sockets } = createPool();
    const told: string[][] = [];
    environment.opened.onLeft = (streams) => told.push(streams);
    const taken = pool.take(stream(1));
    taken.player.start({ onState: () => undefined });
    sockets[0]?.drop();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sockets.length).toBeGreaterThan(1);
    expect(told).toEqual([]);
    pool.giveBack(taken);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([['nvr1-ch1-sub']]);
  });
});
