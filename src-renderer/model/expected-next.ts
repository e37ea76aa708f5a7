import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import { sliceOfPage, turnPage } from './paging.ts';
import { chooseQuality } from './quality.ts';

/** What the wall shows. */
export interface WallPlace {
  page: number;
  side: number;
  /** The camera that fills the window, or null. */
  fullscreenId: number | null;
}

/** One stream of a camera. */
export interface CameraStream {
  camera: Camera;
  quality: StreamQuality;
}

/** What will probably be seen next: `soon` with more reason than `later`. */
export interface ExpectedNext {
  soon: CameraStream[];
  later: CameraStream[];
}

/**
 * From the wall: the camera that is aimed at in fullscreen, and the next page in the direction of travel. From fullscreen: back to
 * the page, and the next camera.
 * @param aimed the camera that is aimed at
 */
export function expectedNext(
  cameras: readonly Camera[],
  { page, side, fullscreenId }: WallPlace,
  step: 1 | -1,
  aimed: Camera | undefined,
): ExpectedNext {
  const onWall = (camera: Camera): CameraStream => ({
    camera,
    quality: chooseQuality(camera, side, false),
  });
  const inFullscreen = (camera: Camera | undefined): CameraStream[] =>
    camera ? [{ camera, quality: chooseQuality(camera, side, true) }] : [];
  if (fullscreenId === null) {
    const nextPage = turnPage(page, step, cameras.length, side);
    return {
      soon: inFullscreen(aimed),
      later: nextPage === page ? [] : sliceOfPage(cameras, nextPage, side).map(onWall),
    };
  }
  const index = cameras.findIndex(({ id }) => id === fullscreenId);
  return {
    soon: sliceOfPage(cameras, page, side).map(onWall),
    later: inFullscreen(cameras[(index + step + cameras.length) % cameras.length]),
  };
}
