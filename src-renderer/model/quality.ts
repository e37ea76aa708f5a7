import type { Camera, StreamQuality } from '@contract/models/camera.ts';

/** Up to 2x2 a tile is large enough to be worth the main stream. */
const LARGEST_MAIN_GRID = 2;

/**
 * The stream a tile should show: the one that was chosen for the camera, else main when large or fullscreen, else sub; main
 * also where the channel has no sub.
 */
export function chooseQuality(camera: Camera, side: number, isFullscreen: boolean): StreamQuality {
  const isLarge = isFullscreen || side <= LARGEST_MAIN_GRID;
  const wanted = camera.quality === 'auto' ? (isLarge ? 'main' : 'sub') : camera.quality;
  return camera.streams[wanted] === null ? 'main' : wanted;
}

/** The other stream where the wanted one cannot be decoded here; the wanted one where both cannot, so that the tile says why. */
export function decodableQuality(
  camera: Camera,
  wanted: StreamQuality,
  unsupported: ReadonlySet<StreamQuality>,
): StreamQuality {
  const other = wanted === 'main' ? 'sub' : 'main';
  const isWorthIt = unsupported.has(wanted) && !unsupported.has(other);
  return isWorthIt && camera.streams[other] !== null ? other : wanted;
}
