/** Red, green and blue from 0 to 1; above 1 is overexposed, as a lamp is. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Colour of a point; x and y run from 0 to 1. */
export type Shader = (x: number, y: number) => Rgb;

const BYTES_PER_PIXEL = 3;
const FULL = 255;

/** A picture in memory that scenes paint on; positions and sizes are parts of the picture's height. */
export class Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8ClampedArray;

  constructor(widthPx: number, heightPx: number) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.bytes = new Uint8ClampedArray(widthPx * heightPx * BYTES_PER_PIXEL);
  }

  copyFrom(other: Canvas): void {
    this.bytes.set(other.bytes);
  }

  fill(shader: Shader): void {
    let at = 0;
    for (let row = 0; row < this.heightPx; row += 1) {
      for (let column = 0; column < this.widthPx; column += 1) {
        const colour = shader(column / this.widthPx, row / this.heightPx);
        for (const part of colour) this.bytes[at++] = part * FULL;
      }
    }
  }
}
