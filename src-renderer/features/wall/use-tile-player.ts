import { useEffect, useRef, useState, type RefObject } from 'react';
import type { PlayerState } from '../../player/player-types.ts';
import { TilePlayer } from '../../player/tile-player.ts';
import { VideoPool } from '../../player/video-pool.ts';

/** Between two streams of one recorder: a burst of 16 logins makes some of them refuse. */
const START_STAGGER_MS = 30;

const pool = new VideoPool();

interface TilePlayerView {
  mountRef: RefObject<HTMLSpanElement | null>;
  state: PlayerState;
  /** URL of the stream whose picture is on screen. */
  showing: string | null;
  /** State of the stream that is to replace it, while there is one. */
  upcoming: PlayerState | null;
}

/**
 * Mounts one TilePlayer in a tile. While go2rtc is down (`url` null) the last picture stays; a hidden tile lets go. Streams keep
 * their names when a recorder moves, so a changed `connection` is what ends a session with the old place.
 */
export function useTilePlayer(
  url: string | null,
  connection: string,
  isHidden: boolean,
  startOrder: number,
): TilePlayerView {
  const mountRef = useRef<HTMLSpanElement>(null);
  const player = useRef<TilePlayer | null>(null);
  const firstDelayMs = useRef(startOrder * START_STAGGER_MS);
  const [view, setView] = useState<Omit<TilePlayerView, 'mountRef'>>({
    state: { kind: 'idle' },
    showing: null,
    upcoming: null,
  });

  useEffect(() => {
    const container = mountRef.current;
    if (container === null) return;
    const mounted = new TilePlayer({
      container,
      pool,
      onState: (state, showing, upcoming) => setView({ state, showing, upcoming }),
    });
    player.current = mounted;
    return () => {
      mounted.close();
      player.current = null;
    };
  }, []);

  useEffect(() => player.current?.show(null), [connection]);

  useEffect(() => {
    if (isHidden) {
      player.current?.show(null);
      return;
    }
    if (url === null) return;
    const timer = setTimeout(() => {
      firstDelayMs.current = 0;
      player.current?.show(url);
    }, firstDelayMs.current);
    return () => clearTimeout(timer);
  }, [url, connection, isHidden]);

  return { mountRef, ...view };
}
