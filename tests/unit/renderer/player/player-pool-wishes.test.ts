import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LINGER_MS } from '../../../../src-renderer/player/pool/player-pool.ts';
import { createPool, later, NOTHING, stream } from './player-pool-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is wanted next', () => {
  it('is connected ahead as far as there is room, without playing', async () => {
    const { pool, watch, connect, videoOf, openUrls } = createPool({ sessionsPerRecorder: 3 });
    await watch(stream(1), stream(2));
    pool.warm(later([stream(3), stream(4)]));
    expect(openUrls()).toEqual([1, 2, 3].map((channel) => stream(channel).url));
    await connect(stream(3));
    expect(videoOf(stream(3))).toMatchObject({ paused: true, isWatched: false });
    expect(pool.has(stream(3))).toBe(true);
  });

  it('may wait for its first keyframe', async () => {
    const { pool, socketOf, sources } = createPool();
    pool.warm(later([stream(1)]));
    socketOf(stream(1))?.open();
    socketOf(stream(1))?.receive({ type: 'mse', value: 'video/mp4; codecs="avc1.640029"' });
    sources[0]?.open();
    const initialisationSegment = new ArrayBuffer(8);
    socketOf(stream(1))?.receive(initialisationSegment);
    await vi.advanceTimersByTimeAsync(8000);
    expect(pool.has(stream(1))).toBe(true);
    pool.setKeeping(false);
  });

  it('takes the session of what lingers only where it is wanted soon', async () => {
    const { pool, watch, leave, openUrls } = createPool({ sessionsPerRecorder: 3 });
    leave(await watch(stream(1), stream(2)));
    await watch(stream(3));
    pool.warm(later([stream(4)]));
    expect(openUrls()).toEqual([1, 2, 3].map((channel) => stream(channel).url));
    pool.warm({ soon: [stream(4)], later: [stream(5)] });
    expect(openUrls()).toEqual([2, 3, 4].map((channel) => stream(channel).url));
    pool.setKeeping(false);
  });

  it('gets the session of what lingered in time', async () => {
    const { pool, watch, leave, flow, openUrls } = createPool({ sessionsPerRecorder: 1 });
    leave(await watch(stream(1)));
    pool.warm(later([stream(2)]));
    await flow(LINGER_MS + 500, stream(1));
    expect(openUrls()).toEqual([stream(2).url]);
    pool.setKeeping(false);
  });

  it('outlives the wish for the moment in which its tile is made, and no longer', async () => {
    const { pool, connect, flow, openUrls } = createPool();
    pool.warm(later([stream(1)]));
    await connect(stream(1));
    await flow(20_000, stream(1));
    pool.warm(NOTHING);
    expect(pool.has(stream(1))).toBe(true);
    await flow(4000, stream(1));
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives its room to what is wanted instead', () => {
    const { pool, openUrls } = createPool({ sessionsPerRecorder: 2 });
    pool.warm(later([stream(1), stream(2)]));
    pool.warm(NOTHING);
    expect(openUrls()).toHaveLength(1);
    pool.warm(later([stream(2), stream(3)]));
    expect(pool.has(stream(1))).toBe(false);
    expect([pool.has(stream(2)), pool.has(stream(3))]).toEqual([true, true]);
    pool.setKeeping(false);
  });

  it('is not connected while the wall is not seen', async () => {
    const { pool, page, openUrls, connect, flow } = createPool();
    pool.warm(later([stream(1)]));
    await connect(stream(1));
    page.isPainting = false;
    await flow(4000, stream(1));
    expect(openUrls()).toEqual([]);
    pool.warm(later([stream(2)]));
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks no more after a refusal', async () => {
    const { pool, sockets, socketOf } = createPool();
    pool.warm(later([stream(1)]));
    socketOf(stream(1))?.open();
    socketOf(stream(1))?.receive({ type: 'error', value: 'mse: streams: wrong user/pass' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sockets).toHaveLength(1);
    pool.warm(NOTHING);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with its recorder', async () => {
    const { pool, watch, leave, openUrls } = createPool();
    leave(await watch(stream(1, 1)));
    leave(await watch(stream(1, 2)));
    pool.keepOnly(({ recorder }) => recorder === 2);
    expect(openUrls()).toEqual([stream(1, 2).url]);
  });
});
