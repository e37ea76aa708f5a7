import { useEffect, useMemo, useState } from 'react';
import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import type { GridSide } from '@contract/models/view.ts';
import { request } from '../../api/ipc-client.ts';
import { chooseQuality, decodableQuality } from '../../model/quality.ts';
import { usePlaybackStatus } from '../../store/status-store.ts';
import { qualityOf, streamRef } from './stream-ref.ts';
import { useTilePlayer, type TileUse } from './use-tile-player.ts';

interface CameraStream extends Omit<ReturnType<typeof useTilePlayer>, 'showing' | 'upcoming'> {
  /** What is on screen, or will be. */
  shown: StreamQuality;
}

/** Plays the stream of a camera that suits its tile, and another one where that cannot be decoded here. */
export function useCameraStream(
  camera: Camera,
  connection: string,
  side: GridSide,
  isFullscreen: boolean,
  use: TileUse,
): CameraStream {
  const playback = usePlaybackStatus();
  const [unsupported, setUnsupported] = useState<ReadonlySet<StreamQuality>>(new Set());
  const wanted = chooseQuality(camera, side, isFullscreen);
  const quality = decodableQuality(camera, wanted, unsupported);
  const other = quality === 'main' ? 'sub' : 'main';
  const stream = useMemo(() => streamRef(playback, camera, quality), [playback, camera, quality]);
  const meanwhile = useMemo(() => streamRef(playback, camera, other), [playback, camera, other]);
  const { showing, upcoming, ...player } = useTilePlayer(stream, meanwhile, use, connection);

  const newest = upcoming ?? player.state;
  if (newest.kind === 'unsupported' && !unsupported.has(quality)) {
    setUnsupported(new Set([...unsupported, quality]));
  }
  useEffect(() => {
    if (newest.kind === 'refused') void request('playback:report-refused', { nvrId: camera.nvrId });
  }, [camera.nvrId, newest.kind]);
  return { ...player, shown: qualityOf(showing, camera) ?? quality };
}
