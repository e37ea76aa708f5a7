import { useEffect } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { useClips } from '../../../store/clip-store.ts';
import { playerPool } from '../streams/player-pool.ts';

/** Leaves to each recording the session it has of its own. */
export function useClipSessions(cameras: readonly Camera[]): void {
  // The list itself changes with every second that is recorded.
  const recorded = useClips()
    .map(({ cameraId }) => cameraId)
    .join(' ');
  useEffect(() => {
    const ids = new Set(recorded.split(' ').map(Number));
    const ends = cameras
      .filter(({ id }) => ids.has(id))
      .map(({ nvrId }) => playerPool.leaveRoom(nvrId));
    return () => {
      for (const end of ends) end();
    };
  }, [recorded, cameras]);
}
