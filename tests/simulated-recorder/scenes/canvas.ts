/** Red, green and blue from 0 to 1; above 1 is overexposed, as a lamp is. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Colour of a point. The picture is 1 high, y runs down from 0; x runs to both sides from 0 in the middle. */
export type Shader = (x: number, y: number) => Rgb;

/** How much of a colour covers a point, from 0 to 1. */
export type Coverage = (x: number, y: number) => number;

/** A part of the picture, in the units of {@link Shader}. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const BYTES_PER_PIXEL = 3;
const FULL = 255;

/** A picture in memory that scenes paint on; a mirrored one makes two channels of one scene look different. */
export class Canvas {
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
  readonly #widthPx: number;
  readonly #heightPx: number;
  readonly #direction: 1 | -1;

  constructor(widthPx: number, heightPx: number, isMirrored = false) {
    this.#widthPx = widthPx;
    this.#heightPx = heightPx;
    this.#direction = isMirrored ? -1 : 1;
    this.bytes = new Uint8ClampedArray(widthPx * heightPx * BYTES_PER_PIXEL);
  }

  /** A second picture of the same shape and content. */
  copy(): Canvas {
    const copy = new Canvas(this.#widthPx, this.#heightPx, this.#direction === -1);
    copy.bytes.set(this.bytes);
    return copy;
  }

  fill(shader: Shader): void {
    this.#eachPixel(undefined, (at, x, y) => {
      const [red, green, blue] = shader(x, y);
      this.bytes[at] = red * FULL;
      this.bytes[at + 1] = green * FULL;
      this.bytes[at + 2] = blue * FULL;
    });
  }

  /** Lays a colour over what is there. */
  cover(box: Box, colour: Rgb, coverage: Coverage): void {
    const { bytes } = this;
    const [red, green, blue] = colour;
    this.#eachPixel(box, (at, x, y) => {
      const part = coverage(x, y);
      if (part <= 0) return;
      const keep = 1 - part;
      bytes[at] = (bytes[at] ?? 0) * keep + red * FULL * part;
      bytes[at + 1] = (bytes[at + 1] ?? 0) * keep + green * FULL * part;
      bytes[at + 2] = (bytes[at + 2] ?? 0) * keep + blue * FULL * part;
    });
  }

  /** Adds light to what is there. */
  light(box: Box, colour: Rgb, strength: Coverage): void {
    const { bytes } = this;
    const [red, green, blue] = colour;
    this.#eachPixel(box, (at, x, y) => {
      const part = strength(x, y) * FULL;
      if (part <= 0) return;
      bytes[at] = (bytes[at] ?? 0) + red * part;
      bytes[at + 1] = (bytes[at + 1] ?? 0) + green * part;
      bytes[at + 2] = (bytes[at + 2] ?? 0) + blue * part;
    });
  }

  #eachPixel(box: Box | undefined, visit: (at: number, x: number, y: number) => void): void {
    const [fromColumn, toColumn] = this.#columns(box);
    const fromRow = Math.max(0, Math.floor((box?.top ?? 0) * this.#heightPx));
    const toRow = Math.min(this.#heightPx, Math.ceil((box?.bottom ?? 1) * this.#heightPx));
    for (let row = fromRow; row < toRow; row += 1) {
      const y = (row + 0.5) / this.#heightPx;
      for (let column = fromColumn; column < toColumn; column += 1) {
        const x = (this.#direction * (column + 0.5 - this.#widthPx / 2)) / this.#heightPx;
        visit((row * this.#widthPx + column) * BYTES_PER_PIXEL, x, y);
      }
    }
  }

  #columns(box: Box | undefined): [from: number, to: number] {
    if (box === undefined) return [0, this.#widthPx];
    const column = (x: number) => this.#widthPx / 2 + this.#direction * x * this.#heightPx;
    const ends = [column(box.left), column(box.right)];
    return [
      Math.max(0, Math.floor(Math.min(...ends))),
      Math.min(this.#widthPx, Math.ceil(Math.max(...ends))),
    ];
  }
}
