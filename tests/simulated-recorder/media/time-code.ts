/** What a picture says of itself: which camera it comes from and which frame of the loop it is. */
export interface TimeCode {
  /** 1 to 64. */
  readonly channel: number;
  /** From 0; the loop is shorter than 256 frames. */
  readonly frame: number;
}

/** Black and white squares in a row at the lower left, a macroblock each, so that no compression blurs their middles. */
export const TIME_CODE = {
  /** Side of a square in a picture this wide; smaller pictures have smaller squares. */
  cellPx: 16,
  atWidthPx: 1280,
  cells: 21,
} as const;

const FRAME_BITS = 8;
const CHANNEL_BITS = 7;
const CHECK_BITS = 4;
/** A prime: no single wrong square goes unnoticed. */
const CHECK_RANGE = 13;
/** Spreads neighbouring codes over the check values. */
const CHANNEL_WEIGHT = 5;
const FRAME_WEIGHT = 3;
const BYTES_PER_PIXEL = 3;
const WHITE = 255;
/** The first square is white and the second one black: a picture without a code hardly ever begins so. */
const MARKS = [1, 0];
const HALF_WHITE = 128;

/** Paints the code over a picture of 24-bit pixels. */
export function paintTimeCode(pixels: Uint8ClampedArray, widthPx: number, code: TimeCode): void {
  const cellPx = (TIME_CODE.cellPx * widthPx) / TIME_CODE.atWidthPx;
  const rows = pixels.length / BYTES_PER_PIXEL / widthPx;
  const levels = levelsOf(code);
  for (let row = rows - cellPx; row < rows; row += 1) {
    levels.forEach((level, cell) => {
      const from = (row * widthPx + cell * cellPx) * BYTES_PER_PIXEL;
      pixels.fill(level, from, from + cellPx * BYTES_PER_PIXEL);
    });
  }
}

/** Brightness of each square, 0 or 255. */
export function levelsOf({ channel, frame }: TimeCode): number[] {
  const bits = [
    ...MARKS,
    ...bitsOf(frame, FRAME_BITS),
    ...bitsOf(channel, CHANNEL_BITS),
    ...bitsOf(checkOf(channel, frame), CHECK_BITS),
  ];
  return bits.map((bit) => bit * WHITE);
}

/** Reads the squares' brightnesses (0 to 255) back; undefined where there is no code, or a torn one. */
export function readTimeCode(levels: readonly number[]): TimeCode | undefined {
  const bits = levels.map((level) => (level >= HALF_WHITE ? 1 : 0));
  if (bits.length !== TIME_CODE.cells || MARKS.some((mark, index) => bits[index] !== mark)) {
    return undefined;
  }
  const channelAt = MARKS.length + FRAME_BITS;
  const checkAt = channelAt + CHANNEL_BITS;
  const frame = numberOf(bits.slice(MARKS.length, channelAt));
  const channel = numberOf(bits.slice(channelAt, checkAt));
  return numberOf(bits.slice(checkAt)) === checkOf(channel, frame) ? { channel, frame } : undefined;
}

function checkOf(channel: number, frame: number): number {
  return (channel * CHANNEL_WEIGHT + frame * FRAME_WEIGHT + 1) % CHECK_RANGE;
}

function bitsOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1);
}

function numberOf(bits: readonly number[]): number {
  return bits.reduce((value, bit) => value * 2 + bit, 0);
}
