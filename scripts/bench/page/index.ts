import type { TimeCode } from '../../../tests/simulated-recorder/media/time-code.ts';
import { type Arrival, type Expected, FirstFrames } from './first-frames.ts';
import { codeOf } from './picture-code.ts';
import { visibleVideos } from './videos.ts';

export { countFrames } from './frame-counts.ts';
export { openElementWall, openIframeWall } from './stock-walls.ts';

let running: FirstFrames | undefined;

/** Begins to wait; a key may be pressed as soon as this has returned. */
export function expectFrames(expected: Expected): void {
  running = new FirstFrames(expected);
}

/** The end of that waiting. */
export async function arrival(): Promise<Arrival | undefined> {
  return await running?.arrival;
}

/** One visible picture's code and when it was read, in milliseconds since 1970. */
export interface ReadCode extends TimeCode {
  atEpochMs: number;
}

/** Reads every visible picture, as it stands there now. */
export async function readCodes(): Promise<ReadCode[]> {
  const codes = await Promise.all(
    visibleVideos().map(async (video) => {
      const atEpochMs = Date.now();
      const code = await codeOf(video);
      return code ? [{ ...code, atEpochMs }] : [];
    }),
  );
  return codes.flat();
}

/** The middle of the first tile, in CSS pixels. */
export function firstTileCentre(): { x: number; y: number } {
  const boxes = visibleVideos().map((video) => {
    const frame = video.ownerDocument.defaultView?.frameElement;
    return (frame ?? video).getBoundingClientRect();
  });
  const [first] = boxes.sort((a, b) => a.top - b.top || a.left - b.left);
  return first
    ? { x: first.left + first.width / 2, y: first.top + first.height / 2 }
    : { x: innerWidth / 2, y: innerHeight / 2 };
}
