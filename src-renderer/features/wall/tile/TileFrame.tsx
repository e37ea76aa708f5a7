import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { text } from '../../../text/catalogue.ts';
import { lookBack } from '../../../store/review-store.ts';
import { toggleClip } from '../../../store/clip-store.ts';
import type { Picture } from '../tools/picture-of.ts';
import { saveSnapshot } from '../tools/save-snapshot.ts';
import { TileTools } from '../tools/TileTools.tsx';
import { useTileKeys } from '../tools/use-tile-keys.ts';
import { useZoom } from '../tools/use-zoom.ts';
import '../tools/tile-tools.css';

/** Whoever looks back has mostly just missed something. */
const REPLAYED_MS = 30_000;

interface TileFrameProps {
  camera: Camera;
  picture: Picture | null;
  /** Where the tile's videos are. */
  mountRef: RefObject<HTMLElement | null>;
  isFullscreen: boolean;
  /** Behind a camera in fullscreen. */
  isHidden: boolean;
  /** Tab leads from this tile to its tools; those of all others are passed by. */
  isTabStop: boolean;
  /** The tile: a button, which may hold no other ones. */
  children: ReactNode;
}

/** What can be done with the picture on a tile, around the tile. */
export function TileFrame(props: TileFrameProps): ReactNode {
  const { camera, picture, mountRef, isFullscreen, isHidden } = props;
  const tabIndex = props.isTabStop || isFullscreen ? 0 : -1;
  const frameRef = useRef<HTMLDivElement>(null);
  const { zoom, zoomBy, pan, reset, handlers } = useZoom(frameRef, mountRef, isFullscreen);
  const snapshot = (): void => void saveSnapshot(camera, picture, mountRef.current);
  const toggle = (): void => void toggleClip(camera.id);
  const back = (): void => lookBack(camera.id, Date.now() - REPLAYED_MS);
  const isZoomed = zoom.scale > 1;
  const actions = { zoomBy, pan, reset, snapshot, toggleClip: toggle, lookBack: back };
  useTileKeys(frameRef, isFullscreen, isZoomed, actions);
  const kind = `${isFullscreen ? 'tile-frame--fullscreen' : ''} ${isZoomed ? 'tile-frame--zoomed' : ''}`;
  return (
    <div ref={frameRef} className={`tile-frame ${kind}`} {...handlers}>
      {props.children}
      {!isHidden && (
        <>
          <TileTools
            {...{ camera, picture, tabIndex }}
            onSnapshot={snapshot}
            onToggleClip={toggle}
            onLookBack={back}
          />
          {isZoomed && (
            <button
              type="button"
              className="zoom-chip"
              tabIndex={tabIndex}
              data-testid="zoom-chip"
              aria-label={text.tile.zoomReset(zoom.scale.toFixed(1))}
              title={text.tile.zoomResetTip}
              onClick={reset}
            >
              {zoom.scale.toFixed(1)}× <X size={14} aria-hidden />
            </button>
          )}
        </>
      )}
    </div>
  );
}
