import { useEffect, useMemo, type ReactNode } from 'react';
import { beyondBudget } from '../../model/session-budget.ts';
import { clampPage, shownSide, sliceOfPage, tilesPerPage } from '../../model/paging.ts';
import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';
import { text } from '../../text/catalogue.ts';
import { useIsTypingNumber } from '../../store/number-entry-store.ts';
import { useReview } from '../../store/review-store.ts';
import { useNvrs, useWallCameras } from '../../store/site-store.ts';
import {
  noteFocusedCamera,
  useFullscreenCameraId,
  useGridSide,
  useIsKeepingPages,
  useIsStatsShown,
  usePage,
  usePictureFit,
} from '../../store/view-store.ts';
import { ambiguousNames } from './ambiguous-names.ts';
import { FullscreenControls } from './fullscreen/FullscreenControls.tsx';
import { OneTile } from './tile/OneTile.tsx';
import { SoundControl } from './tools/SoundControl.tsx';
import { StatsFooter } from './figures/StatsFooter.tsx';
import { playerPool } from './streams/player-pool.ts';
import { Tile } from './tile/Tile.tsx';
import { useAllowedCameras } from './streams/use-allowed-cameras.ts';
import { useAimedCamera } from './streams/use-aimed-camera.ts';
import { useClipSessions } from './tools/use-clip-sessions.ts';
import { useSwipe } from './tools/use-swipe.ts';
import { useWallFocus } from './keys/use-wall-focus.ts';
import { WarmStreams } from './streams/WarmStreams.tsx';
import './wall.css';

/** One page of tiles. Only what is seen is shown; what was left, or comes next, may stay connected for a while. */
export function Wall(): ReactNode {
  const cameras = useWallCameras();
  const nvrs = useNvrs();
  const side = shownSide(useGridSide(), cameras.length);
  const page = clampPage(usePage(), cameras.length, side);
  const fullscreenId = useFullscreenCameraId();
  const visible = useMemo(() => sliceOfPage(cameras, page, side), [cameras, page, side]);
  const allowed = useAllowedCameras(cameras, nvrs);
  const leftOut = useMemo(() => beyondBudget(visible, SESSIONS_PER_RECORDER), [visible]);
  const ambiguous = useMemo(() => ambiguousNames(cameras), [cameras]);
  const isKeeping = useIsKeepingPages();
  useEffect(() => playerPool.setKeeping(isKeeping), [isKeeping]);
  useClipSessions(cameras);
  const fullscreen = cameras.find(({ id }) => id === fullscreenId);
  // What was recorded has ways and sounds of its own.
  const seen = useReview() === null ? fullscreen : undefined;
  const { ref, tabStop, onFocus } = useWallFocus(page, side, visible.length);
  const focusedId = visible[tabStop]?.id ?? null;
  useEffect(() => noteFocusedCamera(focusedId), [focusedId]);
  useSwipe(ref);
  const { aimed, aimHandlers } = useAimedCamera(visible);
  const tracks = `repeat(${side}, minmax(0, 1fr))`;
  return (
    <>
      <WarmStreams {...{ cameras, allowed, aimed, page, side, fullscreenId }} />
      <div
        className="wall"
        role="group"
        aria-label={text.wall.cameras}
        data-testid="wall"
        data-fit={usePictureFit()}
        data-side={side}
        data-numbers={useIsTypingNumber()}
        style={{ gridTemplateColumns: tracks, gridTemplateRows: tracks }}
        {...aimHandlers}
        ref={ref}
        onFocus={(event) => {
          aimHandlers.onFocus(event);
          onFocus(event);
        }}
      >
        {visible.map((camera, slot) => (
          <OneTile key={camera.id} name={camera.name}>
            <Tile
              camera={camera}
              number={page * tilesPerPage(side) + slot + 1}
              nvr={nvrs.find((nvr) => nvr.id === camera.nvrId)}
              isSiteShown={nvrs.length > 1}
              isAmbiguous={ambiguous.has(camera.name)}
              side={side}
              isFullscreen={camera.id === fullscreenId}
              isLeftOut={leftOut.has(camera.id)}
              isHidden={fullscreenId !== null && camera.id !== fullscreenId}
              isTabStop={slot === tabStop}
            />
          </OneTile>
        ))}
        {Array.from({ length: tilesPerPage(side) - visible.length }, (_, index) => (
          <div key={`empty-${index}`} className="tile-slot" />
        ))}
      </div>
      {seen && <FullscreenControls />}
      {seen && <SoundControl key={seen.id} camera={seen} />}
      {useIsStatsShown() && <StatsFooter />}
    </>
  );
}
