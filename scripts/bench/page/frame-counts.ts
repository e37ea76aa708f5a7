import { visibleVideos } from './videos.ts';

const WAIT_MS = 5_000;

/** How many frames one video has presented so far. */
export interface FrameCount {
  /** Stays with the element. */
  id: number;
  /** Taken by the compositor. */
  presentedFrames: number;
  /** Decoded, and not dropped afterwards. */
  deliveredFrames: number;
  atMs: number;
}

const ids = new WeakMap<HTMLVideoElement, number>();
let lastId = 0;

/** Asks each visible video once: the browser counts on its own, so that nothing is disturbed between two such questions. */
export async function countFrames(): Promise<FrameCount[]> {
  const counts = await Promise.all(visibleVideos().map(countOf));
  return counts.filter((count) => count !== undefined);
}

function countOf(video: HTMLVideoElement): Promise<FrameCount | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), WAIT_MS);
    video.requestVideoFrameCallback((_, { presentedFrames }) => {
      clearTimeout(late);
      const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality();
      const deliveredFrames = totalVideoFrames - droppedVideoFrames;
      resolve({ id: idOf(video), presentedFrames, deliveredFrames, atMs: performance.now() });
    });
  });
}

function idOf(video: HTMLVideoElement): number {
  const id = ids.get(video) ?? (lastId += 1);
  ids.set(video, id);
  return id;
}
