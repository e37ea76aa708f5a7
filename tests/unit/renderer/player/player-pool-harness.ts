import { vi } from 'vitest';
import type { StreamRef } from '../../../../src-renderer/player/player-types.ts';
import {
  PlayerPool,
  type Stream,
  type PlayerPoolOptions,
  type Wishes,
} from '../../../../src-renderer/player/pool/player-pool.ts';
import { createFakeWall } from './fakes.ts';

export const WATCHER = { onState: () => undefined };
export const NOTHING: Wishes = { soon: [], later: [] };
export const later = (refs: StreamRef[]): Wishes => ({ soon: [], later: refs });

/** A sub stream's name for one channel. */
export const stream = (channel: number, recorder = 1): StreamRef => ({
  url: `ws://127.0.0.1:1984/api/ws?src=nvr${recorder}-ch${channel}-sub`,
  recorder,
});

/** A pool of streams that go live, for as long as `flow` lets their media flow. */
export function createPool(options: PlayerPoolOptions = {}) {
  const wall = createFakeWall();
  const pool = new PlayerPool({ ...wall, ...options });
  const watch = async (...refs: StreamRef[]): Promise<Stream[]> => {
    const streams = refs.map((ref) => pool.take(ref));
    for (const each of streams) each.player.start(WATCHER);
    for (const ref of refs) {
      await vi.advanceTimersByTimeAsync(30);
      if (wall.socketOf(ref)?.sent.length === 0) await wall.goLive(ref);
    }
    return streams;
  };
  const leave = (streams: Stream[]) => {
    for (const each of streams) pool.giveBack(each);
  };
  /** Media of these streams goes on. */
  const flow = async (durationMs: number, ...refs: StreamRef[]) => {
    for (let passedMs = 0; passedMs < durationMs; passedMs += 500) {
      await vi.advanceTimersByTimeAsync(300);
      for (const ref of refs) await wall.playFor(ref, Math.floor(200 / refs.length / 100) * 100);
    }
  };
  return { ...wall, pool, watch, leave, flow };
}
