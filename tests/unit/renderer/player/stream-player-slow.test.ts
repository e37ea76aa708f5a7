import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hevcInit } from './init-samples.ts';
import { createPlayer, MIME } from './player-harness.ts';

const TICK_MS = 250;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A frame each `intervalMs`, each second one a keyframe; one is shown when it arrives. */
async function playSlowly(intervalMs: number) {
  const parts = createPlayer(() => Promise.resolve('silence'));
  const { start, socket, sources, receive, video } = parts;
  start();
  socket().open();
  socket().receive({ type: 'mse', value: MIME });
  sources.at(-1)?.open();
  socket().receive(hevcInit(1, 0x60_00_00_00, 93));
  await receive(true, 0.001);
  const endS = () => sources.at(-1)?.buffers[0]?.range?.[1] ?? 0;
  const playFor = async (frames: number) => {
    for (let frame = 0; frame < frames; frame += 1) {
      for (let passedMs = 0; passedMs < intervalMs; passedMs += TICK_MS) {
        await vi.advanceTimersByTimeAsync(TICK_MS);
        video.currentTime = Math.min(endS(), video.currentTime + TICK_MS / 1000);
      }
      const shownAtS = endS();
      await receive(frame % 2 === 1, intervalMs / 1000);
      video.show(shownAtS);
    }
  };
  return { ...parts, playFor };
}

describe.each([2000, 4000, 8000, 16_000])('a stream of a frame every %i ms', (intervalMs) => {
  it('is live in one session, and says how slow it is', async () => {
    const { player, sockets, kinds, state, playFor } = await playSlowly(intervalMs);
    await playFor(12);
    expect(state()).toEqual({ kind: 'live', everyMs: intervalMs });
    expect(sockets).toHaveLength(1);
    const afterStart = kinds().slice(kinds().indexOf('live'));
    expect(new Set(afterStart)).toEqual(new Set(['live']));
    player.close();
  });

  it('is stale after two and a half of its frames, not sooner', async () => {
    const { player, state, playFor } = await playSlowly(intervalMs);
    await playFor(12);
    await vi.advanceTimersByTimeAsync(2 * intervalMs);
    expect(state().kind).toBe('live');
    await vi.advanceTimersByTimeAsync(intervalMs);
    expect(state().kind).toBe('stale');
    player.close();
  });
});
