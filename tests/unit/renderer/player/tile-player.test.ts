import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';
import { TilePlayer } from '../../../../src-renderer/player/pool/tile-player.ts';
import { LINGER_MS, PlayerPool } from '../../../../src-renderer/player/pool/player-pool.ts';
import { type FakeVideo } from './fake-media.ts';
import { createFakeWall } from './fakes.ts';

const SUB = { url: 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-sub', recorder: 1 };
const MAIN = { url: 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-main', recorder: 1 };

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function createTile() {
  const wall = createFakeWall();
  const pool = new PlayerPool(wall);
  const container = {
    prepend: (video: FakeVideo) => {
      video.parent = container;
    },
  };
  const reports: [PlayerState['kind'], string | null, PlayerState['kind'] | undefined][] = [];
  const tile = new TilePlayer({
    container: container as unknown as HTMLElement,
    pool,
    environment: wall.environment,
    onState: (state, showing, upcoming) => reports.push([state.kind, showing, upcoming?.kind]),
  });
  const onScreen = () => wall.videos.filter((video) => video.parent !== null).length;
  /** The tile and what it left in the pool. */
  const close = () => {
    tile.close();
    pool.setKeeping(false);
  };
  return { ...wall, pool, tile, close, reports, onScreen };
}

describe('TilePlayer', () => {
  it('shows a stream, once', async () => {
    const { tile, close, sockets, reports, goLive } = createTile();
    tile.show(SUB);
    tile.show(SUB);
    expect(sockets).toHaveLength(1);
    expect(reports.at(-1)).toEqual(['connecting', null, undefined]);
    await goLive(SUB);
    expect(reports.at(-1)).toEqual(['live', SUB.url, undefined]);
    close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the old picture until the new stream has one, and the old stream for a while', async () => {
    const { tile, close, reports, openUrls, onScreen, goLive } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    await vi.advanceTimersByTimeAsync(1000);
    tile.show(MAIN);
    expect(openUrls()).toEqual([SUB.url, MAIN.url]);
    expect(onScreen()).toBe(2);
    expect(reports.at(-1)).toEqual(['live', SUB.url, 'connecting']);
    await goLive(MAIN);
    expect(onScreen()).toBe(1);
    expect(reports.at(-1)).toEqual(['live', MAIN.url, undefined]);
    expect(openUrls()).toEqual([SUB.url, MAIN.url]);
    await vi.advanceTimersByTimeAsync(LINGER_MS + 500);
    expect(openUrls()).toEqual([MAIN.url]);
    close();
  });

  it('keeps the old stream playing when the new one fails', async () => {
    const { tile, close, sockets, reports, openUrls, goLive } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    await vi.advanceTimersByTimeAsync(1000);
    tile.show(MAIN);
    sockets[1]?.open();
    sockets[1]?.receive({ type: 'error', value: 'mse: streams: codecs not matched: a => b' });
    expect(reports.at(-1)).toEqual(['live', SUB.url, 'unsupported']);
    expect(openUrls()).toEqual([SUB.url]);
    tile.show(SUB);
    expect(reports.at(-1)).toEqual(['live', SUB.url, undefined]);
    close();
  });

  it('opens each stream of a channel once in quick turns', async () => {
    const { tile, close, sockets, goLive } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    await vi.advanceTimersByTimeAsync(1000);
    for (let turn = 0; turn < 10; turn++) {
      tile.show(turn % 2 === 0 ? MAIN : SUB);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(sockets).toHaveLength(2);
    close();
  });

  it('opens no second stream of a channel in quick turns while nothing may be kept', async () => {
    const { tile, pool, sockets, openUrls, goLive } = createTile();
    pool.setKeeping(false);
    tile.show(SUB);
    await goLive(SUB);
    await vi.advanceTimersByTimeAsync(1000);
    for (let turn = 0; turn < 10; turn++) {
      tile.show(turn % 2 === 0 ? MAIN : SUB);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(sockets).toHaveLength(2);
    expect(openUrls()).toEqual([SUB.url]);
    tile.show(MAIN);
    await vi.advanceTimersByTimeAsync(250);
    expect(openUrls()).toEqual([SUB.url, MAIN.url]);
    tile.close();
  });

  it('replaces at once what has no picture to keep', async () => {
    const { tile, close, onScreen, reports } = createTile();
    tile.show(SUB);
    await vi.advanceTimersByTimeAsync(300);
    tile.show(MAIN);
    expect(reports.at(-1)).toEqual(['connecting', null, undefined]);
    expect(onScreen()).toBe(1);
    close();
  });

  it('shows a kept stream with its first new frame, not with the picture it had', async () => {
    const { tile, close, sockets, reports, goLive, playFor, videoOf } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    tile.rest();
    await playFor(SUB, 5000);
    tile.show(SUB);
    const video = videoOf(SUB);
    expect(sockets).toHaveLength(1);
    expect(reports.at(-1)).toEqual(['connecting', null, undefined]);
    expect(video.currentTime).toBeGreaterThan(4.5);
    video.present(0.1);
    expect(reports.at(-1)?.[0]).toBe('connecting');
    video.show(video.currentTime);
    expect(reports.at(-1)).toEqual(['live', SUB.url, undefined]);
    close();
  });

  it('shows the kept sub stream until the main stream has a picture', async () => {
    const { tile, close, reports, openUrls, goLive, playFor, videoOf } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    tile.rest();
    await playFor(SUB, 1000);
    tile.show(MAIN, SUB);
    expect(openUrls()).toEqual([SUB.url, MAIN.url]);
    videoOf(SUB).show(videoOf(SUB).currentTime + 0.1);
    expect(reports.at(-1)).toEqual(['live', SUB.url, 'connecting']);
    await goLive(MAIN);
    expect(reports.at(-1)).toEqual(['live', MAIN.url, undefined]);
    close();
  });

  it('leaves nothing playing for a recorder that must not be asked', async () => {
    const { tile, openUrls, goLive } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    tile.end();
    expect(openUrls()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('frees kept sessions when the recorder has none left for a picture that is wanted', async () => {
    const { tile, close, sockets, openUrls, goLive } = createTile();
    tile.show(SUB);
    await goLive(SUB);
    tile.rest();
    expect(openUrls()).toEqual([SUB.url]);
    await vi.advanceTimersByTimeAsync(300);
    tile.show(MAIN);
    sockets[1]?.open();
    sockets[1]?.receive({ type: 'error', value: 'mse: streams: wrong response on SETUP' });
    expect(openUrls()).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    await goLive(MAIN);
    tile.rest();
    expect(openUrls()).toEqual([]);
    close();
  });

  it('gives its elements back clean and takes them from the videoPool again', async () => {
    const { tile, pool, videos, onScreen, goLive } = createTile();
    pool.setKeeping(false);
    for (let page = 0; page < 5; page++) {
      tile.show(SUB);
      await vi.advanceTimersByTimeAsync(300);
      await goLive(SUB);
      tile.rest();
      expect(onScreen()).toBe(0);
    }
    expect(videos).toHaveLength(1);
    expect(videos[0]).toMatchObject({ src: '', isWatched: false });
    expect(vi.getTimerCount()).toBe(0);
  });
});
