import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { PlayerState, PlayerStats, StreamRef } from '../../../player/player-types.ts';
import { TilePlayer } from '../../../player/pool/tile-player.ts';
import { startPauseMs } from '../../../store/view-store.ts';
import { playerPool, streamReports } from '../streams/player-pool.ts';

/** `hidden`: behind another camera's fullscreen. `barred`: the recorder must not be asked for pictures. */
export type TileUse = 'seen' | 'hidden' | 'barred';

interface TilePlayerView {
  mountRef: RefObject<HTMLSpanElement | null>;
  state: PlayerState;
  /** URL of the stream whose picture is on screen. */
  showing: string | null;
  /** State of the stream that is to replace it, while there is one. */
  upcoming: PlayerState | null;
  /** URL of the stream whose state is `upcoming`, or else `state`. */
  newestUrl: string | null;
  /** Of the stream on screen, whenever it is asked. */
  readStats: () => PlayerStats | null;
}

/**
 * Mounts one TilePlayer in a tile. While go2rtc is down (`stream` null) the last picture stays; a hidden tile lets go.
 * @param stream must be the same object for as long as it means the same stream
 * @param meanwhile what may be shown until `stream` has a picture
 * @param connection changes when a recorder moves: its streams keep their names, so sessions with the old place are ended
 */
export function useTilePlayer(
  stream: StreamRef | null,
  meanwhile: StreamRef | null,
  use: TileUse,
  connection: string,
): TilePlayerView {
  const mountRef = useRef<HTMLSpanElement>(null);
  const player = useRef<TilePlayer | null>(null);
  const [view, setView] = useState<Omit<TilePlayerView, 'mountRef' | 'readStats'>>({
    state: { kind: 'idle' },
    showing: null,
    upcoming: null,
    newestUrl: null,
  });

  useEffect(() => {
    const container = mountRef.current;
    if (container === null) return;
    const mounted = new TilePlayer({
      container,
      pool: playerPool,
      reports: streamReports,
      onState: (state, showing, upcoming, newestUrl) =>
        setView({ state, showing, upcoming, newestUrl }),
    });
    player.current = mounted;
    return () => {
      mounted.close();
      player.current = null;
    };
  }, []);

  useEffect(() => player.current?.end(), [connection]);

  useEffect(() => {
    if (use === 'barred') player.current?.end();
    if (use === 'hidden') player.current?.rest();
    if (use !== 'seen' || stream === null) return;
    const show = (): void => player.current?.show(stream, meanwhile);
    const pauseMs = playerPool.has(stream) ? 0 : startPauseMs();
    if (pauseMs === 0) {
      show();
      return;
    }
    const timer = setTimeout(show, pauseMs);
    return () => clearTimeout(timer);
  }, [stream, meanwhile, use, connection]);

  const readStats = useCallback(() => player.current?.stats() ?? null, []);
  return { mountRef, ...view, readStats };
}
