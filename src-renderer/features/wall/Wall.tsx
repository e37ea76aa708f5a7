import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { GridSide } from '@contract/models/view.ts';
import { beyondBudget } from '../../model/session-budget.ts';
import { clampPage, sliceOfPage, tilesPerPage } from '../../model/paging.ts';
import { SESSIONS_PER_RECORDER } from '../../player/stream-shelf.ts';
import { useNvrs, useWallCameras } from '../../store/site-store.ts';
import {
  useFullscreenCameraId,
  useGridSide,
  useIsKeepingPages,
  useIsStatsShown,
  usePage,
  usePictureFit,
} from '../../store/view-store.ts';
import { SoundControl } from './SoundControl.tsx';
import { StatsFooter } from './StatsFooter.tsx';
import { shelf } from './shelf.ts';
import { Tile } from './Tile.tsx';
import { useAllowedCameras } from './use-allowed-cameras.ts';
import { slotOf, useAimedCamera } from './use-aimed-camera.ts';
import { useClipSessions } from './use-clip-sessions.ts';
import { useWarmStreams } from './use-warm-streams.ts';
import './wall.css';

/** One page of tiles. Only what is seen is shown; what was left, or comes next, may stay connected for a while. */
export function Wall(): ReactNode {
  const cameras = useWallCameras();
  const nvrs = useNvrs();
  const side = useGridSide();
  const page = clampPage(usePage(), cameras.length, side);
  const fullscreenId = useFullscreenCameraId();
  const visible = useMemo(() => sliceOfPage(cameras, page, side), [cameras, page, side]);
  const allowed = useAllowedCameras(cameras, nvrs);
  const leftOut = useMemo(() => beyondBudget(visible, SESSIONS_PER_RECORDER), [visible]);
  const isKeeping = useIsKeepingPages();
  useEffect(() => shelf.setKeeping(isKeeping), [isKeeping]);
  useClipSessions(cameras);
  const fullscreen = cameras.find(({ id }) => id === fullscreenId);
  const { ref, onFocus } = useFocusedSlot(page, side);
  const { aimed, aimHandlers } = useAimedCamera(visible);
  useWarmStreams(cameras, allowed, { page, side, fullscreenId }, aimed);
  return (
    <>
      <div
        className="wall"
        data-testid="wall"
        data-fit={usePictureFit()}
        style={{
          gridTemplateColumns: `repeat(${side}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${side}, minmax(0, 1fr))`,
        }}
        {...aimHandlers}
        ref={ref}
        onFocus={(event) => {
          aimHandlers.onFocus(event);
          onFocus(event);
        }}
      >
        {visible.map((camera) => (
          <Tile
            key={camera.id}
            camera={camera}
            nvr={nvrs.find((nvr) => nvr.id === camera.nvrId)}
            isSiteShown={nvrs.length > 1}
            side={side}
            isFullscreen={camera.id === fullscreenId}
            isLeftOut={leftOut.has(camera.id)}
            isHidden={fullscreenId !== null && camera.id !== fullscreenId}
          />
        ))}
        {Array.from({ length: tilesPerPage(side) - visible.length }, (_, index) => (
          <div key={`empty-${index}`} className="tile-slot" />
        ))}
      </div>
      {fullscreen && <SoundControl key={fullscreen.id} camera={fullscreen} />}
      {useIsStatsShown() && <StatsFooter />}
    </>
  );
}

/** Someone who pages by keyboard keeps their place on the wall, though the tiles are other ones. */
function useFocusedSlot(
  page: number,
  side: GridSide,
): { onFocus: (event: React.FocusEvent) => void; ref: React.RefObject<HTMLDivElement | null> } {
  const ref = useRef<HTMLDivElement>(null);
  const slot = useRef<number | null>(null);
  useEffect(() => {
    if (slot.current === null || document.activeElement !== document.body) return;
    const tiles = ref.current?.querySelectorAll<HTMLElement>('.tile');
    tiles?.[Math.min(slot.current, tiles.length - 1)]?.focus();
  }, [page, side]);
  const onFocus = (event: React.FocusEvent): void => {
    slot.current = slotOf(event);
  };
  return { onFocus, ref };
}
