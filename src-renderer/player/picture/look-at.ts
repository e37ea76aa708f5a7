import type { Look } from './stillness.ts';

/**
 * The parts of a picture that a fleeting look takes in, as shares of its height: all of the top, where recorders burn in a clock, without
 * which a night scene may well stand still; and a band of the scene itself. Reading the decoder's own samples costs a tenth of
 * drawing the picture on a canvas, however small (seen: 0.1 ms against 1.3 ms for 640x360).
 */
const BANDS: readonly (readonly [from: number, to: number])[] = [
  [0, 1 / 8],
  [1 / 2, 9 / 16],
  [3 / 4, 13 / 16],
];
/**
 * So many cells side by side: half as wide as a digit that a recorder burns in. Seen with twice the width: small or faint digits
 * changed a cell less than keyframes of a standing picture did.
 */
const CELLS_ACROSS = 80;
/** Pixels: the block of an encoder, in which it keeps the mean. */
const SMALLEST_CELL = 8;
const FNV_OFFSET = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;
const BYTES_PER_WORD = 4;

/** Looks come one after the other (`LookBudget`). */
let shared = new Uint8Array(0);

/**
 * Looks at the picture, or says null where that cannot be done. Averages nothing for the hashes: noise tells a live picture.
 * @param isClose at all of it too, and at its brightness, which costs five times as much (seen: 0.7 ms for 640x480)
 */
export async function lookAt(video: HTMLVideoElement, isClose: boolean): Promise<Look | null> {
  let frame: VideoFrame | null = null;
  try {
    frame = new VideoFrame(video);
    let bandsHash = FNV_OFFSET;
    for (const [from, to] of BANDS)
      bandsHash = hash(bandsHash, (await copyOf(frame, from, to)).bytes);
    if (!isClose) return { bandsHash, whole: null };
    const { bytes, rows, brightness } = await copyOf(frame, 0, 1);
    return {
      bandsHash,
      whole: { hash: hash(FNV_OFFSET, bytes), cells: cellsOf(bytes, brightness, rows) },
    };
  } catch {
    // No picture, or one that only the graphics card can read: that says nothing about the camera.
    return null;
  } finally {
    frame?.close();
  }
}

/** The samples from one share of the height to another; valid until the next copy. */
async function copyOf(frame: VideoFrame, from: number, to: number) {
  const rect = bandOf(frame, from, to);
  const bytes = sizedTo(frame.allocationSize({ rect }));
  const [brightness = { offset: 0, stride: 0 }] = await frame.copyTo(bytes, { rect });
  return { bytes, rows: rect.height, brightness };
}

/**
 * Mean of each cell of the first plane, which holds the brightness. Every second row is enough; what is left over at the right and
 * the bottom is left out.
 */
function cellsOf(bytes: Uint8Array, { offset, stride }: PlaneLayout, rows: number): Uint8Array {
  const size = Math.max(SMALLEST_CELL, 2 * Math.floor(stride / CELLS_ACROSS / 2));
  const across = Math.floor(stride / size);
  const down = Math.floor(rows / size);
  const sums = new Uint32Array(across * down);
  for (let y = 0; y < down * size; y += 2) {
    const row = Math.floor(y / size) * across;
    for (let column = 0; column < across; column += 1) {
      const from = offset + y * stride + column * size;
      let sum = 0;
      for (let at = from; at < from + size; at += 1) sum += bytes[at] ?? 0;
      sums[row + column] = (sums[row + column] ?? 0) + sum;
    }
  }
  return Uint8Array.from(sums, (sum) => sum / (size * (size / 2)));
}

/** Even rows only: two rows share their colour. */
function bandOf(frame: VideoFrame, from: number, to: number) {
  const { x = 0, y = 0, width = 0, height = 0 } = frame.visibleRect ?? {};
  const top = 2 * Math.floor((height * from) / 2);
  const rows = Math.max(2, 2 * Math.floor((height * (to - from)) / 2));
  return { x, y: y + top, width, height: rows };
}

function sizedTo(bytes: number): Uint8Array<ArrayBuffer> {
  if (shared.length < bytes) {
    shared = new Uint8Array(BYTES_PER_WORD * Math.ceil(bytes / BYTES_PER_WORD));
  }
  return shared.subarray(0, bytes);
}

/** FNV-1a over whole words: a million of them a second on a full wall. */
function hash(before: number, bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / BYTES_PER_WORD));
  let sum = before;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- four times as fast as an iterator
  for (let index = 0; index < words.length; index += 1) {
    sum = Math.imul(sum ^ (words[index] ?? 0), FNV_PRIME);
  }
  return sum;
}
