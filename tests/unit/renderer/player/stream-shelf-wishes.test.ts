import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LINGER_MS } from '../../../../src-renderer/player/pool/stream-shelf.ts';
import { createShelf, later, NOTHING, stream } from './shelf-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is wanted next', () => {
  it('is connected ahead as far as there is room, without playing', async () => {
    const { shelf, watch, connect, videoOf, openUrls } = createShelf({ sessionsPerRecorder: 3 });
    await watch(stream(1), stream(2));
    shelf.warm(later([stream(3), stream(4)]));
    expect(openUrls()).toEqual([1, 2, 3].map((channel) => stream(channel).url));
    await connect(stream(3));
    expect(videoOf(stream(3))).toMatchObject({ paused: true, isWatched: false });
    expect(shelf.has(stream(3))).toBe(true);
  });

  it('may wait for its first keyframe', async () => {
    const { shelf, socketOf, sources } = createShelf();
    shelf.warm(later([stream(1)]));
    socketOf(stream(1))?.open();
    socketOf(stream(1))?.receive({ type: 'mse', value: 'video/mp4; codecs="avc1.640029"' });
    sources[0]?.open();
    const initialisationSegment = new ArrayBuffer(8);
    socketOf(stream(1))?.receive(initialisationSegment);
    await vi.advanceTimersByTimeAsync(8000);
    expect(shelf.has(stream(1))).toBe(true);
    shelf.setKeeping(false);
  });

  it('takes the session of what lingers only where it is wanted soon', async () => {
    const { shelf, watch, leave, openUrls } = createShelf({ sessionsPerRecorder: 3 });
    leave(await watch(stream(1), stream(2)));
    await watch(stream(3));
    shelf.warm(later([stream(4)]));
    expect(openUrls()).toEqual([1, 2, 3].map((channel) => stream(channel).url));
    shelf.warm({ soon: [stream(4)], later: [stream(5)] });
    expect(openUrls()).toEqual([2, 3, 4].map((channel) => stream(channel).url));
    shelf.setKeeping(false);
  });

  it('gets the session of what lingered in time', async () => {
    const { shelf, watch, leave, flow, openUrls } = createShelf({ sessionsPerRecorder: 1 });
    leave(await watch(stream(1)));
    shelf.warm(later([stream(2)]));
    await flow(LINGER_MS + 500, stream(1));
    expect(openUrls()).toEqual([stream(2).url]);
    shelf.setKeeping(false);
  });

  it('outlives the wish for the moment in which its tile is made, and no longer', async () => {
    const { shelf, connect, flow, openUrls } = createShelf();
    shelf.warm(later([stream(1)]));
    await connect(stream(1));
    await flow(20_000, stream(1));
    shelf.warm(NOTHING);
    expect(shelf.has(stream(1))).toBe(true);
    await flow(4000, stream(1));
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives its room to what is wanted instead', () => {
    const { shelf, openUrls } = createShelf({ sessionsPerRecorder: 2 });
    shelf.warm(later([stream(1), stream(2)]));
    shelf.warm(NOTHING);
    expect(openUrls()).toHaveLength(1);
    shelf.warm(later([stream(2), stream(3)]));
    expect(shelf.has(stream(1))).toBe(false);
    expect([shelf.has(stream(2)), shelf.has(stream(3))]).toEqual([true, true]);
    shelf.setKeeping(false);
  });

  it('is not connected while the wall is not seen', async () => {
    const { shelf, page, openUrls, connect, flow } = createShelf();
    shelf.warm(later([stream(1)]));
    await connect(stream(1));
    page.isPainting = false;
    await flow(4000, stream(1));
    expect(openUrls()).toEqual([]);
    shelf.warm(later([stream(2)]));
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells a refusal, once, and asks no more', async () => {
    const onRefused = vi.fn();
    const { shelf, sockets, socketOf } = createShelf({ onRefused });
    shelf.warm(later([stream(1)]));
    socketOf(stream(1))?.open();
    socketOf(stream(1))?.receive({ type: 'error', value: 'mse: streams: wrong user/pass' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith(stream(1));
    expect(sockets).toHaveLength(1);
    shelf.warm(NOTHING);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with its recorder', async () => {
    const { shelf, watch, leave, openUrls } = createShelf();
    leave(await watch(stream(1, 1)));
    leave(await watch(stream(1, 2)));
    shelf.keepOnly(({ recorder }) => recorder === 2);
    expect(openUrls()).toEqual([stream(1, 2).url]);
  });
});
