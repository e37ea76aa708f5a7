import type { StreamConnection } from '../connection/stream-connection.ts';
import type { DecodeRecovery } from './decode-recovery.ts';
import type { EdgeKeeper } from '../delay/edge-keeper.ts';
import type { MediaFeed } from '../media/media-feed.ts';
import type { FrameWatch } from '../picture/frame-watch.ts';
import type { PictureHealth } from '../picture/picture-health.ts';
import type { PlayerStats } from '../player-types.ts';

/** Who counts what in a player. */
export interface CountingParts {
  readonly video: HTMLVideoElement;
  /** Of the newest picture. */
  readonly size: Pick<PlayerStats, 'width' | 'height'>;
  readonly connection: StreamConnection;
  readonly feed: MediaFeed;
  readonly edge: EdgeKeeper;
  readonly decoding: DecodeRecovery;
  readonly health: PictureHealth;
  readonly watch: FrameWatch;
}

/** The counters of one player. */
export function statsOf(parts: CountingParts): PlayerStats {
  const { video, size, connection, feed, edge, decoding, health, watch } = parts;
  return {
    ...size,
    ...connection.figures,
    decodeErrors: decoding.errors,
    framesShown: watch.framesShown,
    framesCountedAtMs: health.lastFrameAtMs,
    bufferedAheadMs: Math.max(0, Math.round((feed.endS - video.currentTime) * 1000)),
    playbackRate: video.playbackRate,
    firstFrameMs: health.firstFrameMs,
    seeks: edge.seeks,
  };
}
