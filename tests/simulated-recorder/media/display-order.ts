import { type AccessUnit, H264 } from './annex-b.ts';

const B_SLICES = new Set([1, 6]);

/**
 * Which picture is shown when, by its place in the stream: B-frames are sent behind the frame that is shown after them. It is
 * enough for streams whose B-frames refer to no other B-frames.
 */
export function displayOrder(units: readonly AccessUnit[]): number[] {
  const order: number[] = [];
  for (let at = 0; at < units.length;) {
    let behind = at + 1;
    while (behind < units.length && isB(units[behind])) behind += 1;
    // The frame that was sent first is shown behind all of its B-frames.
    order.push(behind - 1);
    for (let index = at + 1; index < behind; index += 1) order.push(index - 1);
    at = behind;
  }
  return order;
}

/** The type stands behind the number of the first macroblock, both as Exp-Golomb codes (ITU-T H.264, 7.3.3 and 9.1). */
function isB(unit: AccessUnit | undefined): boolean {
  const slice = unit?.nals.find((nal) => H264.isSlice(H264.type(nal)));
  if (slice === undefined) return false;
  const bits = slice.readUInt32BE(1).toString(2).padStart(32, '0');
  let at = 0;
  const read = (): number => {
    let zeros = 0;
    while (bits[at + zeros] === '0') zeros += 1;
    const value = Number.parseInt(bits.slice(at + zeros, at + 2 * zeros + 1), 2) - 1;
    at += 2 * zeros + 1;
    return value;
  };
  read();
  return B_SLICES.has(read());
}
