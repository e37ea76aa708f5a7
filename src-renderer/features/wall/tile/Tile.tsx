import { memo, useEffect, type ReactNode } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { connectionKey } from '../../../model/connection.ts';
import type { PlayerState } from '../../../player/player-types.ts';
import { useCameraAlarm } from '../../../store/alarm-store.ts';
import { closeFullscreen, openFullscreen, useIsStatsShown } from '../../../store/view-store.ts';
import { pictureOf } from '../tools/picture-of.ts';
import { StatsLine } from '../figures/StatsLine.tsx';
import { AlarmMark, alarmText } from './AlarmMark.tsx';
import { TileCaption } from './TileCaption.tsx';
import { TileFrame } from './TileFrame.tsx';
import { noticeText, TileNotice } from './TileNotice.tsx';
import { useCameraStream } from './use-camera-stream.ts';
import { useDoubleClick } from '../tools/use-double-click.ts';
import { useTileTruth } from './use-tile-truth.ts';
import './tile.css';

interface TileProps {
  camera: Camera;
  /** Its place on the wall, from 1. */
  number: number;
  /** Its recorder; undefined for the moment in which it is being removed. */
  nvr: NvrWithLogin | undefined;
  /** True where there are several recorders. */
  isSiteShown: boolean;
  /** True where another camera of the wall has the same name. */
  isAmbiguous: boolean;
  side: number;
  isFullscreen: boolean;
  /** The page asks its recorder for as many streams as it may without this one. */
  isLeftOut: boolean;
  /** Another camera fills the window: this one keeps its place and lets its session go. */
  isHidden: boolean;
  /** The one tile that Tab comes to; arrows lead to the others. */
  isTabStop: boolean;
}

/** They lead from camera to camera, too. */
const CONTROLS_IN_USE = ':is(.fullscreen-controls, .event-panel):focus-within';
const CHECKING: NvrLogin = { state: 'checking' };

/** One camera on the wall: its picture, its name, and the truth about both. Drawn anew only when something of its own changes. */
export const Tile = memo(function Tile(props: TileProps): ReactNode {
  const { camera, nvr, isFullscreen, isHidden, isTabStop } = props;
  const isLeftOut = props.isLeftOut && !isFullscreen;
  const login = nvr?.login ?? CHECKING;
  const isAllowed = login.state === 'accepted';
  const use = !isAllowed ? 'barred' : isHidden || isLeftOut ? 'hidden' : 'seen';
  const { mountRef, state, shown, fallback, readStats } = useCameraStream(
    camera,
    connectionKey(nvr),
    props.side,
    isFullscreen,
    use,
  );
  const facts = { cameraId: camera.id, login, state, isLeftOut, isHidden };
  const nvrSinceMs = nvr?.sinceMs ?? null;
  const truth = useTileTruth({ ...facts, nvrSinceMs, side: isFullscreen ? 1 : props.side });
  const { message } = truth;
  const alarm = useCameraAlarm(camera.id);
  const onClick = useDoubleClick(() =>
    isFullscreen ? closeFullscreen() : openFullscreen(camera.id),
  );

  // Fullscreen may move to another camera by key: the focus goes with it, but not away from the buttons that move it.
  useEffect(() => {
    const isAtControls = document.querySelector(CONTROLS_IN_USE) !== null;
    if (isFullscreen && !isAtControls) mountRef.current?.closest('button')?.focus();
  }, [isFullscreen, mountRef]);

  const picture = pictureOf(state);
  const kind = `${isFullscreen ? 'tile--fullscreen' : ''} ${isFirstTry(state) ? 'tile--unhurried' : ''}`;
  const site = props.isSiteShown && nvr?.layout.kind !== 'single' ? (nvr?.name ?? null) : null;
  const face = (
    <button
      type="button"
      inert={isHidden}
      className={`tile ${kind}`}
      data-testid="tile"
      data-camera-id={camera.id}
      data-state={!isAllowed ? login.state : isLeftOut ? 'left-out' : state.kind}
      data-quality={shown}
      data-has-picture={picture !== null}
      tabIndex={isTabStop || isFullscreen ? 0 : -1}
      data-home={isTabStop || isFullscreen ? '' : undefined}
      aria-label={[
        camera.name,
        noticeText(truth),
        alarm && text.events.heardOnTile(alarmText(alarm)),
      ]
        .filter(Boolean)
        .join(', ')}
      title={isFullscreen ? undefined : (message?.hint ?? undefined)}
      onClick={onClick}
    >
      <span ref={mountRef} className="tile__video" />
      <AlarmMark alarm={alarm} />
      <TileNotice truth={truth} />
      <TileCaption
        name={camera.name}
        site={site}
        isAmbiguous={props.isAmbiguous}
        quality={text.common.quality[shown]}
        fallback={fallback}
        mark={message?.tone === 'warning' ? message.title : null}
        number={props.number}
        hasTooltip={!isFullscreen}
      />
      {useIsStatsShown() && <StatsLine key={shown} quality={shown} readStats={readStats} />}
    </button>
  );
  return (
    <TileFrame {...{ camera, picture, mountRef, isFullscreen, isHidden, isTabStop }}>
      {face}
    </TileFrame>
  );
});

/** Connecting may well be over within a moment, and no picture has grown old. */
function isFirstTry(state: PlayerState): boolean {
  return state.kind === 'connecting' && state.after === null && state.lastFrameAtMs === null;
}
