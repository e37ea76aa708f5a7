import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PlaybackReport, playbackReportSchema } from '@contract/models/stream-report.ts';
import { PlayerPool } from '../../../../src-renderer/player/pool/player-pool.ts';
import { StreamReports } from '../../../../src-renderer/player/pool/stream-reports.ts';
import { TilePlayer } from '../../../../src-renderer/player/pool/tile-player.ts';
import type { FakeVideo } from './fake-media.ts';
import { createFakeWall } from './fakes.ts';

const SUB = { url: 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch1-sub', recorder: 1 };
const OTHER = { url: 'ws://127.0.0.1:1984/api/ws?src=nvr1-ch2-sub', recorder: 1 };

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function createWall() {
  const wall = createFakeWall();
  const pool = new PlayerPool(wall);
  const sent: PlaybackReport[] = [];
  const reports = new StreamReports(
    (report) => sent.push(playbackReportSchema.parse(report)),
    () => wall.environment.now(),
  );
  const createTile = () =>
    new TilePlayer({
      container: {
        prepend: (video: FakeVideo) => void (video.parent = {}),
      } as unknown as HTMLElement,
      ...{ pool, reports, environment: wall.environment },
      onState: () => undefined,
    });
  /** What was sent since the last time. */
  const taken = () => sent.splice(0);
  return { ...wall, pool, createTile, taken };
}

describe('StreamReports', () => {
  it('tells what tiles show, together, once a second and only what changed', async () => {
    const { createTile, taken, goLive, playFor, videoOf } = createWall();
    const [one, two] = [createTile(), createTile()];
    one.show(SUB);
    two.show(OTHER);
    await goLive(SUB);
    expect(taken()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    const first = taken();
    expect(first).toHaveLength(1);
    expect(first[0]?.shown.map(({ stream, state }) => [stream, state])).toEqual([
      ['nvr1-ch1-sub', 'live'],
      ['nvr1-ch2-sub', 'connecting'],
    ]);
    expect(first[0]?.shown[0]).toMatchObject({ fault: null, pictureAgoMs: 0, reconnects: 0 });
    for (let second = 0; second < 3; second += 1) {
      await playFor(SUB, 1_000);
      videoOf(SUB).show(videoOf(SUB).currentTime + 1);
    }
    expect(taken().flatMap(({ shown }) => shown.map(({ stream }) => stream))).not.toContain(
      'nvr1-ch1-sub',
    );
    one.close();
    two.close();
  });

  it('tells what is shown no more, and what was never told it does not take back', async () => {
    const { createTile, taken, goLive, pool } = createWall();
    const tile = createTile();
    tile.show(SUB);
    await goLive(SUB);
    await vi.advanceTimersByTimeAsync(1_000);
    taken();
    tile.rest();
    tile.show(OTHER);
    tile.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(taken()).toEqual([{ shown: [], left: ['nvr1-ch1-sub'] }]);
    pool.setKeeping(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says why, since when, when the last picture was, and how often it was dialled anew', async () => {
    const { createTile, taken, goLive, sockets } = createWall();
    const tile = createTile();
    tile.show(SUB);
    await goLive(SUB);
    await vi.advanceTimersByTimeAsync(1_000);
    taken();
    sockets[0]?.receive({ type: 'error', value: 'mse: streams: dial tcp: i/o timeout' });
    await vi.advanceTimersByTimeAsync(900);
    sockets.at(-1)?.drop();
    await vi.advanceTimersByTimeAsync(100);
    const report = taken()[0]?.shown[0];
    expect(report).toMatchObject({ state: 'offline', fault: 'server-gone', reconnects: 1 });
    expect(report?.forMs).toBeLessThanOrEqual(200);
    expect(report?.pictureAgoMs).toBeGreaterThan(1_500);
    tile.end();
  });
});
