import { useEffect, useState } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { expectedNext, type WallPlace } from '../../../model/expected-next.ts';
import type { StreamRef } from '../../../player/player-types.ts';
import { usePlaybackStatus } from '../../../store/status-store.ts';
import { useIsWallAtRest } from '../../../store/tile-store.ts';
import { useLastTurn } from '../../../store/view-store.ts';
import { playerPool } from './player-pool.ts';
import { streamRef } from './stream-ref.ts';
import { usePresence } from './use-presence.ts';

/** Someone who used the wall uses it again soon, or goes on watching. */
const PRESENT_FOR_MS = 15_000;
/** A look at one camera takes longer, and its end should be immediate. */
const PRESENT_IN_FULLSCREEN_MS = 60_000;
/** So long nothing that is seen may still be starting before anything is opened for later. */
const SETTLED_FOR_MS = 500;

/**
 * Connects ahead, while somebody is at the wall, what this person will probably want to see next.
 * @param allowed cameras whose recorders may be asked for pictures
 * @param aimed the camera that somebody is about to open
 */
export function useWarmStreams(
  cameras: readonly Camera[],
  allowed: ReadonlySet<Camera>,
  place: WallPlace,
  aimed: Camera | undefined,
): void {
  const { page, side, fullscreenId } = place;
  const playback = usePlaybackStatus();
  const step = useLastTurn()?.step ?? 1;
  const isPresent = usePresence(fullscreenId === null ? PRESENT_FOR_MS : PRESENT_IN_FULLSCREEN_MS);
  const isSettled = useIsSettled(page, side, fullscreenId);

  useEffect(() => {
    if (!isPresent) return;
    const next = expectedNext(cameras, { page, side, fullscreenId }, step, aimed);
    const refsOf = (wanted: typeof next.soon): StreamRef[] =>
      wanted
        .filter(({ camera }) => allowed.has(camera))
        .map(({ camera, quality }) => streamRef(playback, camera, quality))
        .filter((ref) => ref !== null);
    // What the page that was left still has is kept from the first moment on.
    const isReturnKept = fullscreenId !== null;
    playerPool.warm({
      soon: isSettled || isReturnKept ? refsOf(next.soon) : [],
      later: isSettled ? refsOf(next.later) : [],
    });
    return () => playerPool.warm({ soon: [], later: [] });
  }, [isPresent, isSettled, page, side, fullscreenId, step, aimed, cameras, allowed, playback]);
}

/** Whether all that is seen at this place has once come to rest: a tile that fails later on is no reason to give up what is warm. */
function useIsSettled(page: number, side: number, fullscreenId: number | null): boolean {
  const isAtRest = useIsWallAtRest();
  const place = `${side} ${page} ${String(fullscreenId)}`;
  const [settledPlace, setSettledPlace] = useState('');
  useEffect(() => {
    if (!isAtRest) return;
    const timer = setTimeout(() => setSettledPlace(place), SETTLED_FOR_MS);
    return () => clearTimeout(timer);
  }, [isAtRest, place]);
  return settledPlace === place;
}
