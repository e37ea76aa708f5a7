import { useEffect, useMemo, useState } from 'react';
import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import { chooseQuality, decodableQuality } from '../../../model/quality.ts';
import { usePlaybackStatus } from '../../../store/status-store.ts';
import { qualityOf, streamRef } from '../streams/stream-ref.ts';
import { fallbackText } from './tile-message.ts';
import { useTilePlayer, type TileUse } from './use-tile-player.ts';

interface CameraStream extends Omit<
  ReturnType<typeof useTilePlayer>,
  'showing' | 'upcoming' | 'newestUrl'
> {
  /** What is on screen, or will be. */
  shown: StreamQuality;
  /** Why that is not the stream that suits the tile; null where it is. */
  fallback: string | null;
}

/** Somebody may set another codec: a stream that could not be decoded is tried again, behind the one that plays instead. */
const TRY_AGAIN_AFTER_MS = 60_000;

/** Plays the stream of a camera that suits its tile, and another one where that cannot be decoded here. */
export function useCameraStream(
  camera: Camera,
  connection: string,
  side: number,
  isFullscreen: boolean,
  use: TileUse,
): CameraStream {
  const playback = usePlaybackStatus();
  const { undecodable, missing, noteUndecodable, noteDecoded } = useUndecodable();
  const wanted = chooseQuality(camera, side, isFullscreen);
  const quality = decodableQuality(camera, wanted, undecodable);
  const other = quality === 'main' ? 'sub' : 'main';
  const stream = useMemo(() => streamRef(playback, camera, quality), [playback, camera, quality]);
  const meanwhile = useMemo(() => streamRef(playback, camera, other), [playback, camera, other]);
  const { showing, upcoming, newestUrl, ...player } = useTilePlayer(
    stream,
    meanwhile,
    use,
    connection,
  );

  const newest = upcoming ?? player.state;
  // The state may still be that of the stream which is being left.
  const newestOf = qualityOf(newestUrl, camera);
  const isNew = newestOf !== null && !undecodable.has(newestOf);
  if (newest.kind === 'unsupported' && isNew) noteUndecodable(newestOf, newest.detail);
  const shown = qualityOf(showing, camera) ?? quality;
  const isSubstitute = shown !== wanted && missing?.of === wanted;
  const isDecoded = shown === wanted && missing?.of === wanted && player.state.kind === 'live';
  if (isDecoded) noteDecoded();
  const fallback = isSubstitute ? fallbackText(missing.of, missing.detail) : null;
  return { ...player, shown, fallback };
}

/** Remembers for a while which streams of a camera cannot be decoded here. */
function useUndecodable() {
  const [undecodable, setUndecodable] = useState<ReadonlySet<StreamQuality>>(new Set());
  /** The words stay while it is tried again. */
  const [missing, setMissing] = useState<{ of: StreamQuality; detail: string } | null>(null);
  const { size } = undecodable;
  useEffect(() => {
    if (size === 0) return;
    const timer = setTimeout(() => setUndecodable(new Set()), TRY_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [size]);
  const noteUndecodable = (of: StreamQuality, detail: string): void => {
    setUndecodable((before) => new Set([...before, of]));
    setMissing({ of, detail });
  };
  return { undecodable, missing, noteUndecodable, noteDecoded: () => setMissing(null) };
}
