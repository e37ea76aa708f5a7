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
import { useEffect, useState, type ReactNode } from 'react';
import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import type { GridSide } from '@contract/models/view.ts';
import { request } from '../../api/ipc-client.ts';
import { connectionKey } from '../../model/connection.ts';
import { chooseQuality, decodableQuality } from '../../model/quality.ts';
import type { PlayerState } from '../../player/player-types.ts';
import { usePlaybackStatus } from '../../store/status-store.ts';
import { healthOf, reportTile } from '../../store/tile-store.ts';
import { closeFullscreen, openFullscreen } from '../../store/view-store.ts';
import {
  loginMessage,
  playbackMessage,
  tileMessage,
  type TileIcon,
  type TileMessage,
} from './tile-message.ts';
import { useNow } from './use-now.ts';
import { useStreamUrl } from './use-stream-url.ts';
import { useTilePlayer } from './use-tile-player.ts';
import './tile.css';

interface TileProps {
  camera: Camera;
  /** Its recorder; undefined for the moment in which it is being removed. */
  nvr: NvrWithLogin | undefined;
  /** True where there are several recorders. */
  isSiteShown: boolean;
  side: GridSide;
  startOrder: number;
  isFullscreen: boolean;
  /** Another camera fills the window: this one keeps its place and lets its session go. */
  isHidden: boolean;
}

const ICON_PX = 28;
const CHECKING: NvrLogin = { state: 'checking' };
const QUALITY_LABEL: Record<StreamQuality, string> = { main: 'Main', sub: 'Sub' };

/** One camera on the wall: its picture, its name, and the truth about both. */
export function Tile(props: TileProps): ReactNode {
  const { camera, nvr, isFullscreen, isHidden } = props;
  const login = nvr?.login ?? CHECKING;
  const isAllowed = login.state === 'accepted';
  const [unsupported, setUnsupported] = useState<ReadonlySet<StreamQuality>>(new Set());
  const wanted = chooseQuality(camera, props.side, isFullscreen);
  const quality = decodableQuality(camera, wanted, unsupported);
  const url = useStreamUrl(camera.streams[quality]);
  const { mountRef, state, showing, upcoming } = useTilePlayer(
    url,
    connectionKey(nvr),
    isHidden || !isAllowed,
    props.startOrder,
  );
  const now = useNow(state.kind !== 'live');
  const fault = playbackMessage(usePlaybackStatus(), state);
  const message = fault ?? loginMessage(login, now) ?? tileMessage(state, now);
  const isShut = fault !== null || (!isAllowed && login.state !== 'checking');
  const health = isShut ? 'problem' : healthOf(state);
  const shown = qualityOf(showing, camera) ?? quality;

  const newest = upcoming ?? state;

  if (newest.kind === 'unsupported' && !unsupported.has(quality)) {
    setUnsupported(new Set([...unsupported, quality]));
  }
  // Fullscreen may move to another camera by key: the focus goes with it.
  useEffect(() => {
    if (isFullscreen) mountRef.current?.closest('button')?.focus();
  }, [isFullscreen, mountRef]);
  useEffect(() => {
    if (isHidden) return;
    reportTile(camera.id, health);
    return () => reportTile(camera.id, null);
  }, [camera.id, isHidden, health]);
  useEffect(() => {
    if (state.kind === 'refused') void request('playback:report-refused', { nvrId: camera.nvrId });
  }, [camera.nvrId, state.kind]);

  return (
    <button
      type="button"
      inert={isHidden}
      className={isFullscreen ? 'tile tile--fullscreen' : 'tile'}
      data-testid="tile"
      data-state={isAllowed ? state.kind : login.state}
      data-quality={shown}
      data-has-picture={hasPicture(state)}
      aria-label={`${camera.name}${message ? `, ${message.title}` : ', live'}`}
      title={isFullscreen ? 'Back to the wall (Esc)' : undefined}
      onClick={() => (isFullscreen ? closeFullscreen() : openFullscreen(camera.id))}
    >
      <span ref={mountRef} className="tile__video" />
      {message && <TileNotice message={message} />}
      <span className="tile__caption">
        {props.isSiteShown && nvr?.layout.kind !== 'single' && (
          <span className="tile__minor">{nvr?.name}</span>
        )}
        <span className="tile__name">{camera.name}</span>
        <span className="tile__minor">{QUALITY_LABEL[shown]}</span>
      </span>
    </button>
  );
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

/** True while a frame, new or old, is on the tile. */
function hasPicture(state: PlayerState): boolean {
  if (state.kind === 'connecting' || state.kind === 'offline') return state.lastFrameAtMs !== null;
  return state.kind === 'live' || state.kind === 'late' || state.kind === 'stale';
}

function qualityOf(showing: string | null, camera: Camera): StreamQuality | null {
  if (showing === null) return null;
  return new URL(showing).searchParams.get('src') === camera.streams.sub ? 'sub' : 'main';
}
