import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamPlayer } from '../../../../src-renderer/player/live/stream-player.ts';
import { FakeVideo, fragment } from './fake-media.ts';
import { createFakeBrowser, settleMicrotasks } from './fakes.ts';
import { hevcInit } from './init-samples.ts';
import { createPlayer, FRAME_MS, MIME, STREAM } from './player-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a stream that works', () => {
  it('asks for the codecs it decodes and is live with the first shown frame, not before', async () => {
    const { player, start, socket, states, kinds, goLive, onFirstFrame } = createPlayer();
    start();
    expect(states).toEqual([
      { kind: 'connecting', sinceMs: 1_000_000, attempt: 1, after: null, lastFrameAtMs: null },
    ]);
    socket().open();
    expect(JSON.parse(socket().sent[0] ?? '')).toMatchObject({ type: 'mse' });
    socket().receive({ type: 'mse', value: MIME });
    socket().receive(fragment({ isKeyframe: true }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(kinds()).toEqual(['connecting']);
    await goLive();
    expect(kinds()).toEqual(['connecting', 'live']);
    expect(onFirstFrame).toHaveBeenCalledOnce();
    expect(player.stats()).toMatchObject({ framesShown: 1, width: 640, codec: 'avc1.640029' });
    player.close();
  });

  it('leaves nothing behind', async () => {
    const { player, start, socket, video, sources, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(1000);
    player.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(socket().isClosed).toBe(true);
    expect(video).toMatchObject({ src: '', loads: 1, paused: true, isWatched: false });
    const targets = [socket(), video, sources[0], sources[0]?.buffers[0]];
    const types = ['open', 'message', 'close', 'error', 'sourceopen', 'updateend'];
    for (const target of targets) {
      if (!target) throw new Error('the stream was not set up');
      expect(types.flatMap((type) => getEventListeners(target, type))).toEqual([]);
    }
  });

  it('can be closed by whoever hears of its state', () => {
    const browser = createFakeBrowser();
    const player: StreamPlayer = new StreamPlayer({
      video: new FakeVideo() as unknown as HTMLVideoElement,
      stream: STREAM,
      environment: browser.environment,
    });
    player.start({ onState: () => player.close() });
    expect(browser.sockets).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a stream that stops', () => {
  it('is stale within two seconds and live with the next frame', async () => {
    const { player, start, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(2000);
    const lastFrameAtMs = Date.now() - FRAME_MS;
    await vi.advanceTimersByTimeAsync(2000 - FRAME_MS);
    expect(state()).toEqual({ kind: 'stale', lastFrameAtMs });
    await playFor(3 * FRAME_MS);
    expect(state()).toEqual({ kind: 'live' });
    player.close();
  });

  it('does not take the same picture, presented again, for a new one', async () => {
    const { player, start, video, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(500);
    for (let count = 0; count < 20; count++) {
      await vi.advanceTimersByTimeAsync(100);
      video.show(video.currentTime);
    }
    expect(state().kind).toBe('stale');
    player.close();
  });

  it('is connected anew behind the last picture, and stays stale until frames return', async () => {
    const { player, start, sockets, sources, video, kinds, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(500);
    await vi.advanceTimersByTimeAsync(9000);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.isClosed).toBe(true);
    expect(sources).toHaveLength(1);
    expect(video.src).not.toBe('');
    expect(kinds()).toEqual(['connecting', 'live', 'stale']);
    await goLive(100);
    expect(kinds()).toEqual(['connecting', 'live', 'stale', 'live']);
    player.close();
  });

  it('is offline when that connection brings nothing', async () => {
    const { player, start, socket, states, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(500);
    await vi.advanceTimersByTimeAsync(9000);
    socket().open();
    await vi.advanceTimersByTimeAsync(20_000);
    const lastFrameAtMs: unknown = expect.any(Number);
    expect(states[3]).toMatchObject({ kind: 'offline', reason: 'timeout', lastFrameAtMs });
    player.close();
  });

  it('is not judged while the page is hidden, and gets a grace period after that', async () => {
    const { player, start, page, sockets, kinds, state, goLive, playFor } = createPlayer();
    start();
    await goLive();
    await playFor(500);
    page.isPainting = false;
    await vi.advanceTimersByTimeAsync(60_000);
    page.isPainting = true;
    await vi.advanceTimersByTimeAsync(1900);
    expect(kinds()).toEqual(['connecting', 'live']);
    await vi.advanceTimersByTimeAsync(700);
    expect(state().kind).toBe('stale');
    expect(sockets).toHaveLength(1);
    player.close();
  });

  it('takes leftovers of an ended connection for no sign of life', async () => {
    const { player, start, socket, video, state, goLive } = createPlayer();
    start();
    await goLive();
    socket().drop();
    expect(state()).toMatchObject({ kind: 'offline', reason: 'connection-lost' });
    video.show(video.currentTime + 0.1);
    expect(state().kind).toBe('offline');
    player.close();
  });
});

describe('failures', () => {
  it('retries with growing pauses, and shortly again after it was stable', async () => {
    const { player, start, socket, sockets, state, goLive, playFor } = createPlayer();
    start();
    const pausesMs: number[] = [];
    for (let count = 0; count < 8; count++) {
      socket().drop();
      const failed = state();
      if (failed.kind !== 'offline') throw new Error(failed.kind);
      pausesMs.push((failed.retryAtMs ?? 0) - Date.now());
      await vi.advanceTimersByTimeAsync(pausesMs.at(-1) ?? 0);
    }
    expect(pausesMs).toEqual([500, 1000, 2000, 3000, 3000, 3000, 3000, 3000]);
    expect(sockets).toHaveLength(9);
    expect(state()).toMatchObject({ kind: 'connecting', attempt: 9 });
    await goLive();
    await playFor(11_000);
    socket().drop();
    await vi.advanceTimersByTimeAsync(500);
    expect(sockets).toHaveLength(10);
    expect(state()).toMatchObject({ kind: 'connecting', attempt: 1, after: null });
    player.close();
  });

  it.each([
    ['refused', 'mse: streams: wrong user/pass', 15_000],
    ['unsupported', 'mse: streams: codecs not matched: video:H265 => video:H264', 60_000],
  ])('when %s says so until that ends, and asks rarely', async (kind, value, pauseMs) => {
    const { player, start, socket, sockets, kinds, state, goLive } = createPlayer();
    start();
    socket().open();
    socket().receive({ type: 'error', value });
    expect(state().kind).toBe(kind);
    expect(socket().isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sockets).toHaveLength(2);
    await goLive();
    expect(kinds()).toEqual(['connecting', kind, 'live']);
    player.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stays refused when leftover media breaks down', async () => {
    const { player, start, socket, sockets, video, state, goLive } = createPlayer();
    start();
    await goLive();
    socket().receive({ type: 'error', value: 'mse: streams: wrong user/pass' });
    video.error = { message: 'decode' };
    video.dispatchEvent(new Event('error'));
    await vi.advanceTimersByTimeAsync(14_000);
    expect(state().kind).toBe('refused');
    expect(sockets).toHaveLength(1);
    player.close();
  });

  it('tells by what the encoder really sends whether it can be decoded', async () => {
    const { player, start, socket, state, page } = createPlayer();
    start();
    socket().open();
    socket().receive({ type: 'mse', value: 'video/mp4; codecs="hvc1.1.6.L153.B0"' });
    page.canDecode = false;
    socket().receive(hevcInit(2, 0x20_00_00_00, 120));
    await settleMicrotasks();
    expect(state()).toEqual({ kind: 'unsupported', detail: 'hvc1.2.4.L120.B0' });
    player.close();
  });

  it('never calls it unsupported that the page has too many players', async () => {
    const { player, start, socket, sources, video, state } = createPlayer();
    start();
    video.error = {
      message: 'MEDIA_ELEMENT_ERROR: Player load failure: error creating media player',
    };
    for (let count = 0; count < 4; count++) {
      socket().open();
      socket().receive({ type: 'mse', value: MIME });
      sources.at(-1)?.open();
      video.dispatchEvent(new Event('error'));
      expect(state()).toMatchObject({ kind: 'offline', reason: 'too-many-players' });
      await vi.advanceTimersByTimeAsync(30_000);
    }
    expect(player.stats().decodeErrors).toBe(0);
    player.close();
  });

  it('says so when the announced codec is not taken after all', () => {
    const { player, start, socket, sources, state } = createPlayer();
    start();
    socket().open();
    socket().receive({ type: 'mse', value: MIME });
    const source = sources.at(-1);
    if (source) source.addError = new DOMException('no such codec', 'NotSupportedError');
    source?.open();
    expect(state()).toEqual({ kind: 'unsupported', detail: 'no such codec' });
    player.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says at once that nothing can be decoded here', () => {
    const { player, start, page, sockets, state } = createPlayer();
    page.canDecode = false;
    start();
    expect(state().kind).toBe('unsupported');
    expect(sockets).toEqual([]);
    player.close();
  });
});
