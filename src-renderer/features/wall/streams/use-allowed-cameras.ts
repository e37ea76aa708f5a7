import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { connectionKey } from '../../../model/connection.ts';
import { usePlaybackStatus } from '../../../store/status-store.ts';
import { playerPool } from './player-pool.ts';
import { streamRef } from './stream-ref.ts';

/**
 * Lets nothing play on unseen that the recorders must not be asked for any more.
 * @returns the cameras whose recorders may be asked
 */
export function useAllowedCameras(cameras: Camera[], nvrs: NvrWithLogin[]): ReadonlySet<Camera> {
  const playback = usePlaybackStatus();
  const allowed = useMemo(() => {
    const accepted = nvrs.filter(({ login }) => login.state === 'accepted').map(({ id }) => id);
    return new Set(cameras.filter(({ nvrId }) => accepted.includes(nvrId)));
  }, [cameras, nvrs]);

  // Before any tile takes one of them: while there was no wall, nobody looked after what it left.
  useLayoutEffect(() => playerPool.keepOnly(() => false), []);

  useEffect(() => {
    if (playback.state !== 'running') return;
    const refs = [...allowed].flatMap((camera) => [
      streamRef(playback, camera, 'main'),
      streamRef(playback, camera, 'sub'),
    ]);
    const urls = new Set(refs.map((ref) => ref?.url));
    playerPool.keepOnly(({ url }) => urls.has(url));
  }, [playback, allowed]);

  const connections = useRef<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    const now = new Map(nvrs.map((nvr) => [nvr.id, connectionKey(nvr)]));
    const before = connections.current;
    connections.current = now;
    playerPool.keepOnly(({ recorder }) => before.get(recorder) === now.get(recorder));
  }, [nvrs]);
  return allowed;
}
