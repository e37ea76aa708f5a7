import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';
import { createPlayer, FRAME_MS, MIME } from './player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a cached past', () => {
  /** go2rtc's cache: many pictures within a moment. */
  const burst = async (receive: (isKeyframe: boolean, seconds: number) => Promise<void>) => {
    await receive(true, 0.1);
    for (let frame = 1; frame < 30; frame++) {
      await vi.advanceTimersByTimeAsync(10);
      await receive(false, 0.1);
    }
  };
  const open = ({ socket, sources }: ReturnType<typeof createPlayer>) => {
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    sources.at(-1)?.open();
  };

  it('is skipped and never called live', async () => {
    const parts = createPlayer();
    const { player, start, video, kinds, receive, onFirstFrame } = parts;
    start();
    open(parts);
    await burst(receive);
    video.show(0.1);
    expect(kinds()).toEqual(['connecting']);
    for (let frame = 0; frame < 3; frame++) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      await receive(false, 0.1);
    }
    expect(video.currentTime).toBeGreaterThan(2.5);
    video.present(0.2);
    expect(onFirstFrame).not.toHaveBeenCalled();
    video.show(video.currentTime);
    expect(kinds()).toEqual(['connecting', 'live']);
    expect(onFirstFrame).toHaveBeenCalledOnce();
    player.close();
  });

  it('of a source that died is never called live', async () => {
    const parts = createPlayer();
    const { player, start, video, kinds, receive } = parts;
    start();
    open(parts);
    await burst(receive);
    for (let frame = 0; frame < 29; frame++) {
      video.show(frame / 10);
      await vi.advanceTimersByTimeAsync(FRAME_MS);
    }
    expect(kinds()).toEqual(['connecting']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(kinds().slice(0, 2)).toEqual(['connecting', 'offline']);
    player.close();
  });
});

describe('a source that stops', () => {
  it('is not connected anew while go2rtc itself still waits for it', async () => {
    const { player, start, sockets, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(500);
    await vi.advanceTimersByTimeAsync(4000);
    expect(sockets).toHaveLength(1);
    await playFor(3 * FRAME_MS);
    expect(state()).toEqual({ kind: 'live' });
    await vi.advanceTimersByTimeAsync(5200);
    expect(sockets).toHaveLength(2);
    player.close();
  });

  it('is found out although the buffer still shows new frames', async () => {
    const { player, start, video, state, receive, goLive, playFor } = createPlayer();
    start();
    await goLive();
    for (let frame = 0; frame < 20; frame++) await receive(false, 0.1);
    await playFor(500);
    for (let passedMs = 0; passedMs < 1700; passedMs += FRAME_MS) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      video.show(video.currentTime + 0.1);
    }
    expect(state().kind).toBe('stale');
    player.close();
  });
});

describe('what was held up', () => {
  it('is skipped: the first picture that counts is of the present', async () => {
    const { player, start, video, kinds, state, receive, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(1000);
    await vi.advanceTimersByTimeAsync(3000);
    expect(state().kind).toBe('stale');
    const stoodAtS = video.currentTime;
    for (let frame = 0; frame < 30; frame++) {
      await vi.advanceTimersByTimeAsync(2);
      await receive(false, 0.1);
    }
    video.show(stoodAtS + 0.1);
    expect(state().kind).toBe('stale');
    for (let frame = 0; frame < 3; frame++) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      await receive(false, 0.1);
    }
    expect(video.currentTime).toBeGreaterThan(stoodAtS + 2.5);
    video.show(video.currentTime);
    await playFor(3000);
    expect(kinds()).toEqual(['connecting', 'live', 'stale', 'live']);
    player.close();
  });

  it('may be a gap in the media itself', async () => {
    const { player, start, video, kinds, receive, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(1000);
    await vi.advanceTimersByTimeAsync(3000);
    const stoodAtS = video.currentTime;
    await receive(false, 3);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    await receive(false, 0.1);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    await receive(false, 0.1);
    expect(video.currentTime).toBeGreaterThan(stoodAtS + 2.5);
    video.show(video.currentTime);
    await playFor(3000);
    expect(kinds()).toEqual(['connecting', 'live', 'stale', 'live']);
    player.close();
  });
});

describe('a picture that is repeated', () => {
  it('stands still within two seconds, and is live with the first change', async () => {
    const { player, start, page, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    page.picture = 10;
    await playFor(300);
    page.picture = 50;
    await playFor(2000);
    expect(state().kind).toBe('still');
    const { sinceMs } = state() as Extract<PlayerState, { kind: 'still' }>;
    expect(Date.now() - sinceMs).toBeLessThanOrEqual(2000);
    page.picture = 90;
    await playFor(800);
    expect(state().kind).toBe('live');
    player.close();
  });

  it('is a quiet scene where the encoder says that nothing changes', async () => {
    const { player, start, page, coded, kinds, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    page.picture = 10;
    coded.bytes = 40;
    await playFor(60_000);
    expect(kinds()).toEqual(['connecting', 'live']);
    coded.bytes = 4000;
    await playFor(3000);
    expect(state().kind).toBe('still');
    player.close();
  });

  it('is called frozen when no more frames come at all', async () => {
    const { player, start, page, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    page.picture = 10;
    await playFor(3000);
    expect(state().kind).toBe('still');
    await vi.advanceTimersByTimeAsync(2000);
    expect(state().kind).toBe('stale');
    player.close();
  });
});

describe('a rest', () => {
  it('ends with the first new frame, from where the stream is by then', async () => {
    const { player, listener, start, sockets, video, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(1000);
    player.rest({ onState: listener.onState });
    expect(video.paused).toBe(true);
    const leftAtS = video.currentTime;
    await playFor(3000);
    video.currentTime = leftAtS;
    start();
    expect(state()).toMatchObject({ kind: 'connecting', lastFrameAtMs: null });
    expect(video.paused).toBe(false);
    expect(video.currentTime).toBeGreaterThan(leftAtS + 2);
    video.show(video.currentTime);
    expect(state().kind).toBe('live');
    expect(sockets).toHaveLength(1);
    player.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not worth its session once media has stopped', async () => {
    const { player, listener, start, goLive } = createPlayer();
    start();
    await goLive();
    player.rest(listener);
    expect(player.isFlowing).toBe(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(player.isFlowing).toBe(false);
    player.close();
  });
});

describe('a picture that stands while media still comes', () => {
  it('is stale, and the connection stays for a while: a busy computer gets no more to do', async () => {
    const { player, start, state, sockets, receive, goLive } = createPlayer();
    start();
    await goLive();
    const receiveFor = async (durationMs: number) => {
      for (let passedMs = 0; passedMs < durationMs; passedMs += FRAME_MS) {
        await vi.advanceTimersByTimeAsync(FRAME_MS);
        await receive(passedMs % 1000 === 0, 0.1);
      }
    };
    await receiveFor(8000);
    expect(state().kind).toBe('stale');
    expect(sockets).toHaveLength(1);
    await receiveFor(8000);
    expect(sockets).toHaveLength(2);
    player.close();
  });
});

it('a stream that dried up while nobody looked is connected anew, not waited for', async () => {
  const { player, start, kinds, sockets, goLive, playFor } = createPlayer();
  start();
  await goLive();
  await playFor(1000);
  player.rest({ onState: () => undefined });
  await vi.advanceTimersByTimeAsync(500);
  start();
  await vi.advanceTimersByTimeAsync(3000);
  expect(sockets).toHaveLength(2);
  expect(kinds().at(-1)).toBe('connecting');
  player.close();
});
