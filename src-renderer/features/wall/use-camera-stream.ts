import { useEffect, useMemo, useState } from 'react';
import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import { request } from '../../api/ipc-client.ts';
import { chooseQuality, decodableQuality } from '../../model/quality.ts';
import { usePlaybackStatus } from '../../store/status-store.ts';
import { qualityOf, streamRef } from './stream-ref.ts';
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

/** Plays the stream of a camera that suits its tile, and another one where that cannot be decoded here. */
export function useCameraStream(
  camera: Camera,
  connection: string,
  side: number,
  isFullscreen: boolean,
  use: TileUse,
): CameraStream {
  const playback = usePlaybackStatus();
  const [unsupported, setUnsupported] = useState<ReadonlySet<StreamQuality>>(new Set());
  const [detail, setDetail] = useState('');
  const wanted = chooseQuality(camera, side, isFullscreen);
  const quality = decodableQuality(camera, wanted, unsupported);
  const fallback = fallbackText(wanted, quality === wanted ? null : detail);
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
  if (newest.kind === 'unsupported' && newestOf !== null && !unsupported.has(newestOf)) {
    setUnsupported(new Set([...unsupported, newestOf]));
    setDetail(newest.detail);
  }
  useEffect(() => {
    if (newest.kind === 'refused') void request('playback:report-refused', { nvrId: camera.nvrId });
  }, [camera.nvrId, newest.kind]);
  return { ...player, shown: qualityOf(showing, camera) ?? quality, fallback };
}
