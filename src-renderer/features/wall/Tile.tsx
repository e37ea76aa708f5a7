import { CloudOff, KeyRound, LoaderCircle, Snowflake, VideoOff } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import type { GridSide } from '@contract/models/view.ts';
import { chooseQuality } from '../../model/quality.ts';
import type { PlayerState } from '../../player/player-types.ts';
import { healthOf, reportTile } from '../../store/tile-store.ts';
import { closeFullscreen, openFullscreen } from '../../store/view-store.ts';
import { tileMessage, type TileMessage } from './tile-message.ts';
import { useNow } from './use-now.ts';
import { useStreamUrl } from './use-stream-url.ts';
import { useTilePlayer } from './use-tile-player.ts';
import './tile.css';

interface TileProps {
  camera: Camera;
  /** The recorder's name, given only where there are several. */
  site: string | undefined;
  side: GridSide;
  startOrder: number;
  isFullscreen: boolean;
  /** Another camera fills the window: this one keeps its place and lets its session go. */
  isHidden: boolean;
}

const QUALITY_LABEL: Record<StreamQuality, string> = { main: 'Main', sub: 'Sub' };

/** One camera on the wall: its picture, its name, and the truth about both. */
export function Tile(props: TileProps): ReactNode {
  const { camera, isFullscreen, isHidden } = props;
  const [isMainUnsupported, setIsMainUnsupported] = useState(false);
  const wanted = chooseQuality(camera, props.side, isFullscreen);
  const quality = isMainUnsupported && camera.streams.sub !== null ? 'sub' : wanted;
  const url = useStreamUrl(camera.streams[quality]);
  const { mountRef, state, showing, upcoming } = useTilePlayer(url, isHidden, props.startOrder);
  const message = tileMessage(state, useNow(state.kind !== 'live'));
  const shown = qualityOf(showing, camera) ?? quality;

  const newest = upcoming ?? state;

  if (newest.kind === 'unsupported' && quality === 'main' && !isMainUnsupported) {
    setIsMainUnsupported(true);
  }
  // Fullscreen may move to another camera by key: the focus goes with it.
  useEffect(() => {
    if (isFullscreen) mountRef.current?.closest('button')?.focus();
  }, [isFullscreen, mountRef]);
  useEffect(() => {
    if (isHidden) return;
    reportTile(camera.id, healthOf(state));
    return () => reportTile(camera.id, null);
  }, [camera.id, isHidden, state]);

  return (
    <button
      type="button"
      inert={isHidden}
      className={isFullscreen ? 'tile tile--fullscreen' : 'tile'}
      data-testid="tile"
      data-state={state.kind}
      data-quality={shown}
      data-has-picture={hasPicture(state)}
      aria-label={`${camera.name}${message ? `, ${message.title}` : ', live'}`}
      title={isFullscreen ? 'Back to the wall (Esc)' : undefined}
      onClick={() => (isFullscreen ? closeFullscreen() : openFullscreen(camera.id))}
    >
      <span ref={mountRef} className="tile__video" />
      {message && <TileNotice message={message} state={state} />}
      <span className="tile__caption">
        {props.site !== undefined && <span className="tile__minor">{props.site}</span>}
        <span className="tile__name">{camera.name}</span>
        <span className="tile__minor">{QUALITY_LABEL[shown]}</span>
      </span>
    </button>
  );
}

function TileNotice({ message, state }: { message: TileMessage; state: PlayerState }): ReactNode {
  return (
    <span className={`tile__notice tile__notice--${message.tone}`}>
      {message.tone !== 'warning' && <StateIcon state={state} />}
      <span className="tile__title">{message.title}</span>
      {message.hint !== null && <span className="tile__hint">{message.hint}</span>}
    </span>
  );
}

function StateIcon({ state }: { state: PlayerState }): ReactNode {
  const size = 28;
  switch (state.kind) {
    case 'refused':
      return <KeyRound size={size} aria-hidden />;
    case 'unsupported':
      return <VideoOff size={size} aria-hidden />;
    case 'stale':
      return <Snowflake size={size} aria-hidden />;
    case 'offline':
      return <CloudOff size={size} aria-hidden />;
    case 'idle':
    case 'connecting':
    case 'live':
    case 'late':
      return <LoaderCircle className="tile__spinner" size={size} aria-hidden />;
  }
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
