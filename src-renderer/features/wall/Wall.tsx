import { useEffect, useRef, type ReactNode } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import type { GridSide } from '@contract/models/view.ts';
import { clampPage, sliceOfPage, tilesPerPage } from '../../model/paging.ts';
import { useWallCameras, useNvrs } from '../../store/site-store.ts';
import { useFullscreenCameraId, useGridSide, usePage } from '../../store/view-store.ts';
import { Tile } from './Tile.tsx';
import './wall.css';

/** One page of tiles. Only what is on it connects; in fullscreen only the one camera that is seen. */
export function Wall(): ReactNode {
  const cameras = useWallCameras();
  const nvrs = useNvrs();
  const side = useGridSide();
  const page = clampPage(usePage(), cameras.length, side);
  const fullscreenId = useFullscreenCameraId();
  const visible = sliceOfPage(cameras, page, side);
  const keepFocus = useFocusedSlot(page, side);
  return (
    <div
      className="wall"
      data-testid="wall"
      style={{
        gridTemplateColumns: `repeat(${side}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${side}, minmax(0, 1fr))`,
      }}
      {...keepFocus}
    >
      {visible.map((camera, slot) => (
        <Tile
          key={camera.id}
          camera={camera}
          nvr={nvrs.find((nvr) => nvr.id === camera.nvrId)}
          isSiteShown={nvrs.length > 1}
          side={side}
          startOrder={startOrder(visible, slot)}
          isFullscreen={camera.id === fullscreenId}
          isHidden={fullscreenId !== null && camera.id !== fullscreenId}
        />
      ))}
      {Array.from({ length: tilesPerPage(side) - visible.length }, (_, index) => (
        <div key={`empty-${index}`} className="tile-slot" />
      ))}
    </div>
  );
}

/** How many tiles of the same recorder come before this one: starts are staggered per recorder. */
function startOrder(visible: Camera[], slot: number): number {
  const { nvrId } = visible[slot] ?? {};
  return visible.slice(0, slot).filter((camera) => camera.nvrId === nvrId).length;
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
    slot.current = [...event.currentTarget.children].indexOf(event.target);
  };
  return { onFocus, ref };
}
