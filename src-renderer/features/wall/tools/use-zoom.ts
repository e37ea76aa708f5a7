import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import {
  MIDDLE,
  NO_ZOOM,
  panBy,
  wholePicture,
  zoomAt,
  type Share,
  type Zoom,
} from '../../../model/zoom.ts';
import { usePictureFit } from '../../../store/view-store.ts';
import { sidewaysPx } from '../../../model/swipe.ts';
import { useDrag, type DragHandlers, type Place } from './use-drag.ts';

/** Of the mouse wheel, for twice the size: a notch is 100 or 120. */
const WHEEL_PX_PER_DOUBLE = 240;
const WHEEL_LINE_PX = 40;
/** Of two fingers on a trackpad, which Chromium sends as a wheel with Ctrl, for twice the size. */
const PINCH_PX_PER_DOUBLE = 70;
/** A mouse wheel turned with Ctrl enlarges no more at a notch than without. */
const PINCH_MOST_PX = 35;

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

/** Enlarges a tile's picture by wheel, fingers and call. Going to fullscreen or back begins anew. */
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
    (act: Parameters<Change>[0]) => {
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

  useWheel(frameRef, mountRef, change);

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
    handlers: useDrag(isZoomed, {
      onMove: (px, py) => {
        const { width, height } = tileBox(mountRef.current);
        change((before, covers) => panBy(before, { x: px / width, y: py / height }, covers));
      },
      onPinch: (factor, place) => {
        const at = shareOf(tileBox(mountRef.current), place);
        change((before, covers) => zoomAt(before, factor, at, covers));
      },
    }),
  };
}

type Change = (act: (before: Zoom, covers: Share) => Zoom) => void;

/** A wheel, and what a trackpad sends as one. */
function useWheel(
  frameRef: RefObject<HTMLElement | null>,
  mountRef: RefObject<HTMLElement | null>,
  change: Change,
): void {
  useEffect(() => {
    const frame = frameRef.current;
    // Not React's: it listens passively, and the page must not be zoomed by a pinch.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = tileBox(mountRef.current);
      const px = sidewaysPx(event);
      if (!event.ctrlKey && px !== null) {
        change((before, covers) => panBy(before, { x: -px / box.width, y: 0 }, covers));
        return;
      }
      change((before, covers) => zoomAt(before, wheelFactor(event), shareOf(box, event), covers));
    };
    frame?.addEventListener('wheel', onWheel, { passive: false });
    return () => frame?.removeEventListener('wheel', onWheel);
  }, [change, frameRef, mountRef]);
}

function wheelFactor({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const px = deltaY * (deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : WHEEL_LINE_PX);
  if (!ctrlKey) return 2 ** (-px / WHEEL_PX_PER_DOUBLE);
  return 2 ** (-Math.min(Math.max(px, -PINCH_MOST_PX), PINCH_MOST_PX) / PINCH_PX_PER_DOUBLE);
}

/** Of the tile itself: the picture's own box grows with it. */
function tileBox(mount: HTMLElement | null): DOMRect {
  return mount?.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
}

function shareOf(box: DOMRect, { clientX, clientY }: Place): Share {
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
