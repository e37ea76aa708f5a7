import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LINGER_MS, type Stream } from '../../../../src-renderer/player/pool/player-pool.ts';
import { createPool, later, NOTHING, stream, WATCHER } from './player-pool-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a stream that was given back', () => {
  it('is handed to the next tile that wants it, still connected', async () => {
    const { pool, watch, leave, sockets, flow } = createPool();
    const [first] = await watch(stream(1));
    if (!first) throw new Error('nothing was taken');
    leave([first]);
    await flow(5000, stream(1));
    expect(pool.has(stream(1))).toBe(true);
    expect(pool.take(stream(1))).toBe(first);
    expect(sockets).toHaveLength(1);
    pool.end(first);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('plays no picture while it lingers, and ends after that', async () => {
    const { pool, watch, leave, openUrls, videoOf, flow } = createPool();
    leave(await watch(stream(1)));
    expect(videoOf(stream(1))).toMatchObject({ paused: true, parent: null, isWatched: false });
    await flow(LINGER_MS - 1500, stream(1));
    expect(openUrls()).toHaveLength(1);
    await flow(3000, stream(1));
    expect(openUrls()).toEqual([]);
    expect(pool.counts()).toMatchObject({ shown: 0, kept: 0 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('plays on unseen where that costs little: showing it again needs no seek', async () => {
    const { pool, watch, leave, videoOf, flow } = createPool();
    const light = { ...stream(1), isLight: true };
    leave(await watch(light));
    expect(videoOf(light)).toMatchObject({ paused: false, isWatched: false });
    await flow(LINGER_MS - 1500, light);
    expect(videoOf(light).paused).toBe(false);
    pool.setKeeping(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps only its newest media', async () => {
    const { watch, leave, sources, flow } = createPool();
    leave(await watch(stream(1)));
    await flow(12_000, stream(1));
    const [startS, endS] = sources[0]?.buffers[0]?.range ?? [0, 0];
    expect(endS - startS).toBeLessThan(4);
  });

  it('is made anew when its media has stopped: there would be no present picture to show', async () => {
    const { pool, watch, leave, sockets, openUrls } = createPool();
    leave(await watch(stream(1)));
    await vi.advanceTimersByTimeAsync(2000);
    expect(pool.has(stream(1))).toBe(false);
    await watch(stream(1));
    expect(sockets).toHaveLength(2);
    expect(openUrls()).toHaveLength(1);
  });

  it('ends when its media stays away', async () => {
    const { watch, leave, openUrls } = createPool({ lingerMs: 60_000 });
    leave(await watch(stream(1)));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not mended while nobody looks', async () => {
    const { watch, leave, sockets, socketOf } = createPool();
    leave(await watch(stream(1)));
    socketOf(stream(1))?.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not kept when it is broken, or when keeping is off', async () => {
    const { pool, watch, leave, openUrls, socketOf } = createPool();
    const broken = await watch(stream(1));
    socketOf(stream(1))?.drop();
    leave(broken);
    pool.setKeeping(false);
    leave(await watch(stream(2)));
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the sessions of a recorder', () => {
  it('are given to what is seen first, and the longest kept one ends first', async () => {
    const { pool, watch, leave, openUrls, flow } = createPool({ sessionsPerRecorder: 3 });
    leave(await watch(stream(1)));
    await flow(500, stream(1));
    leave(await watch(stream(2)));
    await watch(stream(3));
    expect(pool.counts()).toMatchObject({ shown: 1, kept: 2 });
    await watch(stream(4));
    expect(openUrls()).toEqual([stream(2).url, stream(3).url, stream(4).url]);
    await watch(stream(5), stream(6));
    expect(pool.counts()).toMatchObject({ shown: 4, kept: 0 });
  });

  it('are counted for each recorder', async () => {
    const { pool, watch, leave } = createPool({ sessionsPerRecorder: 1 });
    leave(await watch(stream(1, 1)));
    await watch(stream(1, 2));
    expect(pool.counts()).toMatchObject({ shown: 1, kept: 1 });
  });

  it('are left to what is heard or recorded', async () => {
    const { pool, watch, leave } = createPool({ sessionsPerRecorder: 2 });
    leave(await watch(stream(1)));
    leave(await watch(stream(2)));
    const end = pool.leaveRoom(1);
    pool.leaveRoom(2);
    expect(pool.counts().kept).toBe(1);
    pool.warm(later([stream(3)]));
    expect(pool.counts().kept).toBe(1);
    end();
    pool.warm(later([stream(3)]));
    expect(pool.counts().kept).toBe(2);
  });

  it('are never so many together that the page could not play any more', () => {
    const { pool } = createPool();
    pool.warm(later(Array.from({ length: 40 }, (_, index) => stream(1, index + 1))));
    expect(pool.counts().kept).toBe(32);
    pool.setKeeping(false);
    pool.warm(NOTHING);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leave the largest wall room for all of its tiles', () => {
    const { pool } = createPool();
    const page = Array.from({ length: 64 }, (_, index) => pool.take(stream(1, 100 + index)));
    pool.warm(later(Array.from({ length: 40 }, (_, index) => stream(1, index + 1))));
    expect(pool.counts()).toMatchObject({ shown: 64, kept: 8 });
    pool.warm(NOTHING);
    pool.setKeeping(false);
    for (const each of page) pool.end(each);
  });

  it('never exceed the budget, however fast pages are turned', async () => {
    const { pool, sockets, openUrls } = createPool({ sessionsPerRecorder: 8 });
    const pages = [0, 1, 2, 3].map((page) => [1, 2, 3, 4].map((slot) => stream(page * 4 + slot)));
    let seen: Stream[] = [];
    let peak = 0;
    for (let turn = 0; turn < 20; turn++) {
      for (const each of seen) pool.giveBack(each);
      seen = (pages[turn % 4] ?? []).map((ref) => pool.take(ref));
      for (const each of seen) each.player.start(WATCHER);
      for (let step = 0; step < 5; step++) {
        await vi.advanceTimersByTimeAsync(50);
        for (const socket of sockets) if (!socket.isClosed) socket.open();
        peak = Math.max(peak, openUrls().length);
      }
    }
    expect(peak).toBe(8);
    for (const each of seen) pool.end(each);
    await vi.advanceTimersByTimeAsync(LINGER_MS + 500);
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('counts what all its streams received, those that ended included', async () => {
  const { pool, watch, leave } = createPool();
  leave(await watch(stream(1)));
  const { bytesReceived } = pool.counts();
  expect(bytesReceived).toBeGreaterThan(0);
  pool.setKeeping(false);
  expect(pool.counts()).toEqual({ shown: 0, kept: 0, bytesReceived });
});
