import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlayer, FRAME_MS, MIME, STREAM_NAME } from './player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** As Chromium does it: the element keeps its error until it gets another source. */
function breakDecoding({ video }: ReturnType<typeof createPlayer>): void {
  video.error = { message: 'PIPELINE_ERROR_DECODE' };
  video.dispatchEvent(new Event('error'));
  video.error = null;
}

/** Media goes on; a keyframe comes each second, and its picture is shown where there is a source for it. */
async function receiveFor(parts: ReturnType<typeof createPlayer>, durationMs: number) {
  const { sources, receive, video } = parts;
  for (let passedMs = 0; passedMs < durationMs; passedMs += FRAME_MS) {
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    await receive(passedMs % 1000 === 900, FRAME_MS / 1000);
    const source = sources.at(-1);
    if (source?.readyState === 'closed') source.open();
    const endS = source?.buffers[0]?.range?.[1];
    if (endS !== undefined && endS > video.currentTime) video.show(endS);
  }
}

describe('a decoder that breaks off', () => {
  it('goes on with the next keyframe of the same connection, which the recorder never hears of', async () => {
    const parts = createPlayer();
    const { player, start, sockets, sources, states, kinds, state, goLive, playFor } = parts;
    start();
    await goLive();
    await playFor(3000);
    breakDecoding(parts);
    expect(state().kind).toBe('damaged');
    await receiveFor(parts, 500);
    expect(state().kind, 'until there is a new picture').toBe('damaged');
    await receiveFor(parts, 1500);
    expect(kinds().slice(0, 3)).toEqual(['connecting', 'live', 'damaged']);
    await receiveFor(parts, 4000);
    expect(state().kind).toBe('live');
    expect(sockets).toHaveLength(1);
    expect(sources).toHaveLength(2);
    expect(player.stats().decodeErrors).toBe(1);
    expect(states.some(({ kind }) => kind === 'offline')).toBe(false);
    player.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does so however often, and never is the pause longer', async () => {
    const parts = createPlayer();
    const { player, start, sockets, video, kinds, goLive, playFor } = parts;
    start();
    await goLive();
    await playFor(1000);
    for (let time = 0; time < 40; time += 1) {
      breakDecoding(parts);
      video.currentTime = 0;
      const before = player.stats().framesShown;
      await receiveFor(parts, 2000);
      expect(player.stats().framesShown).toBeGreaterThan(before);
    }
    expect(sockets).toHaveLength(1);
    expect(kinds()).not.toContain('offline');
    expect(kinds()).not.toContain('unsupported');
    player.close();
  });

  it('is called stale meanwhile where the next keyframe is far off, not live', async () => {
    const parts = createPlayer();
    const { player, start, sockets, state, goLive, playFor, receive } = parts;
    start();
    await goLive();
    await playFor(1000);
    breakDecoding(parts);
    for (let passedMs = 0; passedMs < 5000; passedMs += FRAME_MS) {
      await receive(false, FRAME_MS / 1000);
      await vi.advanceTimersByTimeAsync(FRAME_MS);
    }
    expect(state().kind).toBe('stale');
    expect(sockets).toHaveLength(1);
    player.close();
  });
});

describe('a stream without a single picture', () => {
  const breakThrice = async (parts: ReturnType<typeof createPlayer>) => {
    const { start, socket, receive, sources, page } = parts;
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    for (let count = 0; count < 3; count += 1) {
      await receive(true, 0.1);
      await receive(true, 0.1);
      sources.at(-1)?.open();
      breakDecoding(parts);
      await vi.advanceTimersByTimeAsync(400);
    }
    return page;
  };

  it('cannot be decoded here', async () => {
    const parts = createPlayer();
    await breakThrice(parts);
    expect(parts.state().kind).toBe('unsupported');
    parts.player.close();
  });

  it('may be a lossy one: that says nothing about this machine', async () => {
    const parts = createPlayer();
    const { environment, socket } = parts;
    parts.start();
    socket().open();
    environment.news.publish(STREAM_NAME, { kind: 'lost', packets: 3 });
    await breakThrice(parts);
    expect(parts.kinds()).not.toContain('unsupported');
    parts.player.close();
  });
});
