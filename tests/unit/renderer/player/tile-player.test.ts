import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';
import { TilePlayer } from '../../../../src-renderer/player/tile-player.ts';
import { VideoPool } from '../../../../src-renderer/player/video-pool.ts';
import { createFakeBrowser, FakeVideo, fragment, settleMicrotasks } from './fakes.ts';

const SUB = 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-sub';
const MAIN = 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-main';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function createTile() {
  const browser = createFakeBrowser();
  const created: FakeVideo[] = [];
  const pool = new VideoPool(() => {
    const video = new FakeVideo();
    created.push(video);
    return video as unknown as HTMLVideoElement;
  });
  const container = {
    prepend: (video: FakeVideo) => {
      video.parent = container;
    },
  };
  const reports: [PlayerState['kind'], string | null, PlayerState['kind'] | undefined][] = [];
  const tile = new TilePlayer({
    container: container as unknown as HTMLElement,
    pool,
    seams: browser.seams,
    onState: (state, showing, upcoming) => reports.push([state.kind, showing, upcoming?.kind]),
  });
  const openUrls = () => browser.sockets.filter((socket) => !socket.isClosed).map(({ url }) => url);
  const onScreen = () => created.filter((video) => video.parent !== null).length;
  const picture = async (index: number) => {
    const socket = browser.sockets[index];
    socket?.open();
    socket?.receive({ type: 'mse', value: 'video/mp4; codecs="avc1.640029"' });
    browser.sources.at(-1)?.open();
    socket?.receive(fragment({ isKeyframe: true }));
    await settleMicrotasks();
    created.find((video) => video.src === `blob:fake-${browser.sources.length}`)?.show(0.1);
  };
  return { ...browser, tile, created, reports, openUrls, onScreen, picture };
}

describe('TilePlayer', () => {
  it('shows a stream, once', async () => {
    const { tile, sockets, reports, picture } = createTile();
    tile.show(SUB);
    tile.show(SUB);
    expect(sockets).toHaveLength(1);
    expect(reports.at(-1)).toEqual(['connecting', null, undefined]);
    await picture(0);
    expect(reports.at(-1)).toEqual(['live', SUB, undefined]);
    tile.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the old picture until the new stream has one', async () => {
    const { tile, reports, openUrls, onScreen, picture } = createTile();
    tile.show(SUB);
    await picture(0);
    await vi.advanceTimersByTimeAsync(1000);
    tile.show(MAIN);
    expect(openUrls()).toEqual([SUB, MAIN]);
    expect(onScreen()).toBe(2);
    expect(reports.at(-1)).toEqual(['live', SUB, 'connecting']);
    await picture(1);
    expect(openUrls()).toEqual([MAIN]);
    expect(onScreen()).toBe(1);
    expect(reports.at(-1)).toEqual(['live', MAIN, undefined]);
    tile.close();
  });

  it('keeps the old stream playing when the new one fails', async () => {
    const { tile, sockets, reports, openUrls, picture } = createTile();
    tile.show(SUB);
    await picture(0);
    await vi.advanceTimersByTimeAsync(1000);
    tile.show(MAIN);
    sockets[1]?.open();
    sockets[1]?.receive({ type: 'error', value: 'mse: streams: codecs not matched: a => b' });
    expect(reports.at(-1)).toEqual(['live', SUB, 'unsupported']);
    expect(openUrls()).toEqual([SUB]);
    tile.show(SUB);
    expect(reports.at(-1)).toEqual(['live', SUB, undefined]);
    tile.close();
  });

  it('opens no second stream of a channel in quick turns', async () => {
    const { tile, sockets, openUrls, picture } = createTile();
    tile.show(SUB);
    await picture(0);
    await vi.advanceTimersByTimeAsync(1000);
    for (let turn = 0; turn < 10; turn++) {
      tile.show(turn % 2 === 0 ? MAIN : SUB);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(sockets).toHaveLength(2);
    expect(openUrls()).toEqual([SUB]);
    tile.show(MAIN);
    await vi.advanceTimersByTimeAsync(250);
    expect(openUrls()).toEqual([SUB, MAIN]);
    tile.close();
  });

  it('replaces at once what has no picture to keep', async () => {
    const { tile, openUrls, onScreen } = createTile();
    tile.show(SUB);
    await vi.advanceTimersByTimeAsync(300);
    tile.show(MAIN);
    expect(openUrls()).toEqual([MAIN]);
    expect(onScreen()).toBe(1);
    tile.close();
  });

  it('gives its elements back clean and takes them from the pool again', async () => {
    const { tile, created, onScreen, picture } = createTile();
    for (let page = 0; page < 5; page++) {
      tile.show(SUB);
      await vi.advanceTimersByTimeAsync(300);
      await picture(page);
      tile.show(null);
      expect(onScreen()).toBe(0);
    }
    expect(created).toHaveLength(1);
    expect(created[0]).toMatchObject({ src: '', isWatched: false });
    expect(vi.getTimerCount()).toBe(0);
  });
});
