import {
  CloudOff,
  KeyRound,
  LoaderCircle,
  Lock,
  ShieldAlert,
  Snowflake,
  VideoOff,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { GridSide } from '@contract/models/view.ts';
import { connectionKey } from '../../model/connection.ts';
import type { PlayerState } from '../../player/player-types.ts';
import { usePlaybackStatus, useSecretsStatus } from '../../store/status-store.ts';
import { healthOf, reportTile } from '../../store/tile-store.ts';
import { closeFullscreen, openFullscreen, useIsStatsShown } from '../../store/view-store.ts';
import { limitMessage } from './limit-message.ts';
import { pictureOf } from './picture-of.ts';
import { StatsLine } from './StatsLine.tsx';
import {
  loginMessage,
  playbackMessage,
  tileMessage,
  type TileIcon,
  type TileMessage,
} from './tile-message.ts';
import { TileFrame } from './TileFrame.tsx';
import { useCameraStream } from './use-camera-stream.ts';
import { useNow } from './use-now.ts';
import './tile.css';

interface TileProps {
  camera: Camera;
  /** Its recorder; undefined for the moment in which it is being removed. */
  nvr: NvrWithLogin | undefined;
  /** True where there are several recorders. */
  isSiteShown: boolean;
  side: GridSide;
  isFullscreen: boolean;
  /** The page asks its recorder for as many streams as it may without this one. */
  isLeftOut: boolean;
  /** Another camera fills the window: this one keeps its place and lets its session go. */
  isHidden: boolean;
}

const ICON_PX = 28;
const CHECKING: NvrLogin = { state: 'checking' };
const QUALITY_LABEL: Record<StreamQuality, string> = { main: 'Main', sub: 'Sub' };

/** One camera on the wall: its picture, its name, and the truth about both. */
export function Tile(props: TileProps): ReactNode {
  const { camera, nvr, isFullscreen, isHidden } = props;
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
  const now = useNow(state.kind !== 'live');
  const fault = playbackMessage(usePlaybackStatus(), state);
  const secrets = useSecretsStatus();
  const limit = limitMessage(isLeftOut, state, props.side);
  const message = fault ?? loginMessage(login, secrets, now) ?? limit ?? tileMessage(state, now);
  const isShut = fault !== null || (!isAllowed && login.state !== 'checking');
  const health = isShut ? 'problem' : isLeftOut ? 'left-out' : healthOf(state);

  // Fullscreen may move to another camera by key: the focus goes with it.
  useEffect(() => {
    if (isFullscreen) mountRef.current?.closest('button')?.focus();
  }, [isFullscreen, mountRef]);
  useEffect(() => {
    if (isHidden) return;
    reportTile(camera.id, health);
    return () => reportTile(camera.id, null);
  }, [camera.id, isHidden, health]);

  const picture = pictureOf(state);
  const kind = `${isFullscreen ? 'tile--fullscreen' : ''} ${isFirstTry(state) ? 'tile--unhurried' : ''}`;
  const face = (
    <button
      type="button"
      inert={isHidden}
      className={`tile ${kind}`}
      data-testid="tile"
      data-state={!isAllowed ? login.state : isLeftOut ? 'left-out' : state.kind}
      data-quality={shown}
      data-has-picture={picture !== null}
      aria-label={`${camera.name}${message ? `, ${message.title}` : ', live'}`}
      title={isFullscreen ? 'Back to the wall (Esc)' : (limit?.hint ?? undefined)}
      onClick={() => (isFullscreen ? closeFullscreen() : openFullscreen(camera.id))}
    >
      <span ref={mountRef} className="tile__video" />
      {message && <TileNotice message={message} />}
      <span className="tile__caption">
        {props.isSiteShown && nvr?.layout.kind !== 'single' && (
          <span className="tile__minor tile__site">{nvr?.name}</span>
        )}
        <span className="tile__name">{camera.name}</span>
        <span className="tile__minor">{fallback ?? QUALITY_LABEL[shown]}</span>
      </span>
      {useIsStatsShown() && <StatsLine key={shown} quality={shown} readStats={readStats} />}
    </button>
  );
  return <TileFrame {...{ camera, picture, mountRef, isFullscreen, isHidden }}>{face}</TileFrame>;
}

const ICONS: Record<TileIcon, LucideIcon> = {
  busy: LoaderCircle,
  key: KeyRound,
  lock: Lock,
  shield: ShieldAlert,
  'no-video': VideoOff,
  offline: CloudOff,
  frozen: Snowflake,
};

function TileNotice({ message }: { message: TileMessage }): ReactNode {
  const { icon, tone } = message;
  const Icon = icon === null ? null : ICONS[icon];
  return (
    <span className={`tile__notice tile__notice--${tone}`}>
      {Icon && <Icon className={`tile__icon--${String(icon)}`} size={ICON_PX} aria-hidden />}
      <span className="tile__title">{message.title}</span>
      {message.hint !== null && <span className="tile__hint">{message.hint}</span>}
    </span>
  );
}

/** Connecting may well be over within a moment, and no picture has grown old. */
function isFirstTry(state: PlayerState): boolean {
  return state.kind === 'connecting' && state.after === null && state.lastFrameAtMs === null;
}
