import { Canvas } from './canvas.ts';

/** Paints the frame at a moment of the loop (0 to 1) over the still background. */
export function paintMoment(canvas: Canvas, background: Canvas, moment: number): void {
  canvas.copyFrom(background);
  const x = Math.floor(moment * canvas.widthPx);
  for (let row = 300; row < 340; row += 1) {
    const at = (row * canvas.widthPx + x) * 3;
    canvas.bytes.fill(200, at, at + 60);
  }
}

/** Paints the background of a channel's scene. */
export function backgroundOf(channel: number, widthPx: number, heightPx: number): Canvas {
  const canvas = new Canvas(widthPx, heightPx);
  canvas.fill((x, y) => [0.1 + 0.1 * y, 0.12 + 0.02 * (channel % 5), 0.1 + 0.1 * x]);
  return canvas;
}
