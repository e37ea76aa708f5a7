import {
  readTimeCode,
  TIME_CODE,
  type TimeCode,
} from '../../../tests/simulated-recorder/media/time-code.ts';

/** Each square of the code becomes so many pixels, of which the middle ones are looked at. */
const READ_PX = 4;
const BYTES_PER_PIXEL = 4;

const canvas = new OffscreenCanvas(TIME_CODE.cells * READ_PX, READ_PX);
const context = canvas.getContext('2d', { willReadFrequently: true });

/** What the picture that a video shows now says of itself. */
export function codeOf(video: HTMLVideoElement): TimeCode | undefined {
  const { videoWidth, videoHeight } = video;
  if (context === null || videoWidth === 0) return undefined;
  const cellPx = (TIME_CODE.cellPx * videoWidth) / TIME_CODE.atWidthPx;
  const rowPx = cellPx * TIME_CODE.cells;
  context.drawImage(video, 0, videoHeight - cellPx, rowPx, cellPx, 0, 0, canvas.width, READ_PX);
  const { data } = context.getImageData(0, READ_PX / 2, canvas.width, 1);
  const levels = Array.from({ length: TIME_CODE.cells }, (_, cell) => {
    const green = (cell * READ_PX + READ_PX / 2) * BYTES_PER_PIXEL + 1;
    return data[green] ?? 0;
  });
  return readTimeCode(levels);
}
