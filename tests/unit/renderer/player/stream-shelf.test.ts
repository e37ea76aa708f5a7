import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LINGER_MS, type Stream } from '../../../../src-renderer/player/pool/stream-shelf.ts';
import { createShelf, later, NOTHING, stream, WATCHER } from './shelf-harness.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a stream that was given back', () => {
  it('is handed to the next tile that wants it, still connected', async () => {
    const { shelf, watch, leave, sockets, flow } = createShelf();
    const [first] = await watch(stream(1));
    if (!first) throw new Error('nothing was taken');
    leave([first]);
    await flow(5000, stream(1));
    expect(shelf.has(stream(1))).toBe(true);
    expect(shelf.take(stream(1))).toBe(first);
    expect(sockets).toHaveLength(1);
    shelf.end(first);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('plays no picture while it lingers, and ends after that', async () => {
    const { shelf, watch, leave, openUrls, videoOf, flow } = createShelf();
    leave(await watch(stream(1)));
    expect(videoOf(stream(1))).toMatchObject({ paused: true, parent: null, isWatched: false });
    await flow(LINGER_MS - 1500, stream(1));
    expect(openUrls()).toHaveLength(1);
    await flow(3000, stream(1));
    expect(openUrls()).toEqual([]);
    expect(shelf.counts()).toMatchObject({ shown: 0, kept: 0 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('plays on unseen where that costs little: showing it again needs no seek', async () => {
    const { shelf, watch, leave, videoOf, flow } = createShelf();
    const light = { ...stream(1), isLight: true };
    leave(await watch(light));
    expect(videoOf(light)).toMatchObject({ paused: false, isWatched: false });
    await flow(LINGER_MS - 1500, light);
    expect(videoOf(light).paused).toBe(false);
    shelf.setKeeping(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps only its newest media', async () => {
    const { watch, leave, sources, flow } = createShelf();
    leave(await watch(stream(1)));
    await flow(12_000, stream(1));
    const [startS, endS] = sources[0]?.buffers[0]?.range ?? [0, 0];
    expect(endS - startS).toBeLessThan(4);
  });

  it('is made anew when its media has stopped: there would be no present picture to show', async () => {
    const { shelf, watch, leave, sockets, openUrls } = createShelf();
    leave(await watch(stream(1)));
    await vi.advanceTimersByTimeAsync(2000);
    expect(shelf.has(stream(1))).toBe(false);
    await watch(stream(1));
    expect(sockets).toHaveLength(2);
    expect(openUrls()).toHaveLength(1);
  });

  it('ends when its media stays away', async () => {
    const { watch, leave, openUrls } = createShelf({ lingerMs: 60_000 });
    leave(await watch(stream(1)));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not mended while nobody looks', async () => {
    const { watch, leave, sockets, socketOf } = createShelf();
    leave(await watch(stream(1)));
    socketOf(stream(1))?.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not kept when it is broken, or when keeping is off', async () => {
    const { shelf, watch, leave, openUrls, socketOf } = createShelf();
    const broken = await watch(stream(1));
    socketOf(stream(1))?.drop();
    leave(broken);
    shelf.setKeeping(false);
    leave(await watch(stream(2)));
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the sessions of a recorder', () => {
  it('are given to what is seen first, and the longest kept one ends first', async () => {
    const { shelf, watch, leave, openUrls, flow } = createShelf({ sessionsPerRecorder: 3 });
    leave(await watch(stream(1)));
    await flow(500, stream(1));
    leave(await watch(stream(2)));
    await watch(stream(3));
    expect(shelf.counts()).toMatchObject({ shown: 1, kept: 2 });
    await watch(stream(4));
    expect(openUrls()).toEqual([stream(2).url, stream(3).url, stream(4).url]);
    await watch(stream(5), stream(6));
    expect(shelf.counts()).toMatchObject({ shown: 4, kept: 0 });
  });

  it('are counted for each recorder', async () => {
    const { shelf, watch, leave } = createShelf({ sessionsPerRecorder: 1 });
    leave(await watch(stream(1, 1)));
    await watch(stream(1, 2));
    expect(shelf.counts()).toMatchObject({ shown: 1, kept: 1 });
  });

  it('are left to what is heard or recorded', async () => {
    const { shelf, watch, leave } = createShelf({ sessionsPerRecorder: 2 });
    leave(await watch(stream(1)));
    leave(await watch(stream(2)));
    const end = shelf.leaveRoom(1);
    shelf.leaveRoom(2);
    expect(shelf.counts().kept).toBe(1);
    shelf.warm(later([stream(3)]));
    expect(shelf.counts().kept).toBe(1);
    end();
    shelf.warm(later([stream(3)]));
    expect(shelf.counts().kept).toBe(2);
  });

  it('are never so many together that the page could not play any more', () => {
    const { shelf } = createShelf();
    shelf.warm(later(Array.from({ length: 40 }, (_, index) => stream(1, index + 1))));
    expect(shelf.counts().kept).toBe(32);
    shelf.setKeeping(false);
    shelf.warm(NOTHING);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leave the largest wall room for all of its tiles', () => {
    const { shelf } = createShelf();
    const page = Array.from({ length: 64 }, (_, index) => shelf.take(stream(1, 100 + index)));
    shelf.warm(later(Array.from({ length: 40 }, (_, index) => stream(1, index + 1))));
    expect(shelf.counts()).toMatchObject({ shown: 64, kept: 8 });
    shelf.warm(NOTHING);
    shelf.setKeeping(false);
    for (const each of page) shelf.end(each);
  });

  it('never exceed the budget, however fast pages are turned', async () => {
    const { shelf, sockets, openUrls } = createShelf({ sessionsPerRecorder: 8 });
    const pages = [0, 1, 2, 3].map((page) => [1, 2, 3, 4].map((slot) => stream(page * 4 + slot)));
    let seen: Stream[] = [];
    let peak = 0;
    for (let turn = 0; turn < 20; turn++) {
      for (const each of seen) shelf.giveBack(each);
      seen = (pages[turn % 4] ?? []).map((ref) => shelf.take(ref));
      for (const each of seen) each.player.start(WATCHER);
      for (let step = 0; step < 5; step++) {
        await vi.advanceTimersByTimeAsync(50);
        for (const socket of sockets) if (!socket.isClosed) socket.open();
        peak = Math.max(peak, openUrls().length);
      }
    }
    expect(peak).toBe(8);
    for (const each of seen) shelf.end(each);
    await vi.advanceTimersByTimeAsync(LINGER_MS + 500);
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('counts what all its streams received, those that ended included', async () => {
  const { shelf, watch, leave } = createShelf();
  leave(await watch(stream(1)));
  const { bytesReceived } = shelf.counts();
  expect(bytesReceived).toBeGreaterThan(0);
  shelf.setKeeping(false);
  expect(shelf.counts()).toEqual({ shown: 0, kept: 0, bytesReceived });
});
