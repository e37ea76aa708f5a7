import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import {
  MIDDLE,
  NO_ZOOM,
  panBy,
  wholePicture,
  zoomAt,
  type Share,
  type Zoom,
} from '../../model/zoom.ts';
import { usePictureFit } from '../../store/view-store.ts';
import { useDrag, type DragHandlers } from './use-drag.ts';

/** Of the mouse wheel, for twice the size: a notch is 100 or 120. */
const WHEEL_PX_PER_DOUBLE = 240;
const WHEEL_LINE_PX = 40;

/** How a picture is enlarged, and what changes that. */
export interface TileZoom {
  zoom: Zoom;
  /** At the middle. */
  zoomBy: (factor: number) => void;
  /** By shares of the tile. */
  pan: (by: Share) => void;
  reset: () => void;
  /** For the element around the tile. */
  handlers: DragHandlers;
}

/** Enlarges a tile's picture by wheel, drag and call. Going to fullscreen or back begins anew. */
export function useZoom(
  frameRef: RefObject<HTMLElement | null>,
  mountRef: RefObject<HTMLElement | null>,
  isFullscreen: boolean,
): TileZoom {
  const fit = usePictureFit();
  const [kept, setKept] = useState({ isFullscreen, fit, zoom: NO_ZOOM });
  if (kept.isFullscreen !== isFullscreen || kept.fit !== fit) {
    setKept({ isFullscreen, fit, zoom: NO_ZOOM });
  }
  const { zoom } = kept;

  const change = useCallback(
    (act: (before: Zoom, covers: Share) => Zoom) => {
      const covers = fit === 'cover' ? { x: 1, y: 1 } : pictureShare(mountRef.current);
      setKept((before) => ({ ...before, zoom: act(before.zoom, covers) }));
    },
    [fit, mountRef],
  );

  useLayoutEffect(() => {
    if (mountRef.current === null) return;
    const { scale, x, y } = zoom;
    // What is not enlarged has no transform: 64 pictures less for the compositor to scale.
    mountRef.current.style.transform =
      scale === 1 ? '' : `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
  }, [zoom, mountRef]);

  useEffect(() => {
    const frame = frameRef.current;
    // Not React's: it listens passively, and the page must not be zoomed by a pinch.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const px = event.deltaY * (event.deltaMode === event.DOM_DELTA_PIXEL ? 1 : WHEEL_LINE_PX);
      const at = shareOf(tileBox(mountRef.current), event);
      change((before, covers) => zoomAt(before, 2 ** (-px / WHEEL_PX_PER_DOUBLE), at, covers));
    };
    frame?.addEventListener('wheel', onWheel, { passive: false });
    return () => frame?.removeEventListener('wheel', onWheel);
  }, [change, frameRef, mountRef]);

  const isZoomed = zoom.scale > 1;
  useEffect(() => {
    if (!isZoomed) return;
    const keepWithin = (): void => change((before, covers) => panBy(before, MIDDLE, covers));
    window.addEventListener('resize', keepWithin);
    return () => window.removeEventListener('resize', keepWithin);
  }, [isZoomed, change]);

  return {
    zoom,
    zoomBy: (factor) => change((before, covers) => zoomAt(before, factor, MIDDLE, covers)),
    pan: (by) => change((before, covers) => panBy(before, by, covers)),
    reset: () => change(() => NO_ZOOM),
    handlers: useDrag(isZoomed, (px, py) => {
      const { width, height } = tileBox(mountRef.current);
      change((before, covers) => panBy(before, { x: px / width, y: py / height }, covers));
    }),
  };
}

/** Of the tile itself: the picture's own box grows with it. */
function tileBox(mount: HTMLElement | null): DOMRect {
  return mount?.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
}

function shareOf(box: DOMRect, { clientX, clientY }: WheelEvent): Share {
  return {
    x: (clientX - box.left) / box.width - 0.5,
    y: (clientY - box.top) / box.height - 0.5,
  };
}

function pictureShare(mount: HTMLElement | null): Share {
  const video = [...(mount?.querySelectorAll('video') ?? [])].at(-1);
  const { videoWidth: width = 0, videoHeight: height = 0 } = video ?? {};
  return wholePicture(tileBox(mount), { width, height });
}
