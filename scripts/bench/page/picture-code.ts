import {
  readTimeCode,
  TIME_CODE,
  type TimeCode,
} from '../../../tests/simulated-recorder/media/time-code.ts';

/**
 * What the picture that a video shows now says of itself. The few bytes are copied out of the decoded frame: drawing it on a
 * canvas would convert whole pictures, and cost the page twice its memory from then on.
 */
export async function codeOf(video: HTMLVideoElement): Promise<TimeCode | undefined> {
  const frame = frameOf(video);
  if (!frame?.visibleRect) return undefined;
  try {
    const { x, y, height } = frame.visibleRect;
    const cellPx = (TIME_CODE.cellPx * frame.visibleRect.width) / TIME_CODE.atWidthPx;
    const rect = { x, y: y + height - cellPx, width: cellPx * TIME_CODE.cells, height: cellPx };
    const bytes = new Uint8Array(frame.allocationSize({ rect }));
    // the first plane is the brightness in every format a software decoder makes
    const [luma] = await frame.copyTo(bytes, { rect });
    if (!luma) return undefined;
    const row = luma.offset + luma.stride * (cellPx / 2);
    const middles = Array.from({ length: TIME_CODE.cells }, (_, cell) => (cell + 0.5) * cellPx);
    return readTimeCode(middles.map((column) => bytes[row + column] ?? 0));
  } finally {
    frame.close();
  }
}

function frameOf(video: HTMLVideoElement): VideoFrame | undefined {
  if (video.videoWidth === 0) return undefined;
  try {
    return new VideoFrame(video);
  } catch {
    return undefined; // between two sources it has none
  }
}
