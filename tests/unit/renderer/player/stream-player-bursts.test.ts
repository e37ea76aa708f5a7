import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hevcInit } from './init-samples.ts';
import { createPlayer, FRAME_MS, MIME } from './player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** All frames of `burstMs` come at once, every `burstMs`; they are shown at their own pace. */
async function playBursts(burstMs: number) {
  const parts = createPlayer(() => Promise.resolve('media'));
  const { start, socket, sources, receive, video } = parts;
  start();
  socket().open();
  socket().receive({ type: 'mse', value: MIME });
  sources.at(-1)?.open();
  socket().receive(hevcInit(1, 0x60_00_00_00, 93));
  const endS = () => sources.at(-1)?.buffers[0]?.range?.[1] ?? 0;
  const playFor = async (bursts: number) => {
    for (let burst = 0; burst < bursts; burst += 1) {
      for (let sentMs = 0; sentMs < burstMs; sentMs += FRAME_MS) {
        await receive(sentMs === 0, FRAME_MS / 1000);
      }
      for (let passedMs = 0; passedMs < burstMs; passedMs += FRAME_MS) {
        const nextS = video.currentTime + FRAME_MS / 1000;
        if (nextS <= endS()) video.show(nextS);
        await vi.advanceTimersByTimeAsync(FRAME_MS);
      }
    }
  };
  return { ...parts, playFor };
}

describe.each([1000, 2000, 3000, 4000, 6000])('frames that come every %i ms at once', (burstMs) => {
  it('are shown over one connection, and called late where they are', async () => {
    const { player, sockets, kinds, state, playFor } = await playBursts(burstMs);
    await playFor(12);
    expect(sockets).toHaveLength(1);
    const after = kinds().slice(kinds().findIndex((kind) => kind === 'live' || kind === 'late'));
    expect(new Set(after.filter((kind) => kind !== 'live'))).toEqual(
      new Set(burstMs < 1500 ? [] : ['late']),
    );
    if (burstMs >= 1500) {
      const { behindMs } = state() as { behindMs: number };
      expect(behindMs).toBeGreaterThanOrEqual(burstMs);
      expect(behindMs).toBeLessThanOrEqual(2 * burstMs);
    }
    player.close();
  });

  it('are stale when no burst comes any more', async () => {
    const { player, state, playFor } = await playBursts(burstMs);
    await playFor(8);
    await vi.advanceTimersByTimeAsync(2.6 * burstMs);
    expect(state().kind).toBe('stale');
    player.close();
  });
});
