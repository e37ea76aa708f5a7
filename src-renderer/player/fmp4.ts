const BOX_HEADER_BYTES = 8;
const TFHD_FIELDS_OFFSET_BYTES = 16;
/** Bytes of the optional tfhd fields that stand before the default sample flags, by flag (ISO 14496-12, 8.8.7). */
const TFHD_FIELDS_BEFORE_FLAGS: readonly (readonly [flag: number, bytes: number])[] = [
  [0x01, 8],
  [0x02, 4],
  [0x08, 4],
  [0x10, 4],
];
const TFHD_HAS_DEFAULT_FLAGS = 0x20;
const SAMPLE_IS_NOT_SYNC = 0x01_00_00;

/**
 * Whether a go2rtc message is a fragment that starts with a keyframe. go2rtc sends one `moof`+`mdat` with one sample a
 * message and marks it in `tfhd` (its `pkg/iso` WriteMovieFragment): keyframes are where old media may be cut off.
 */
export function startsWithKeyframe(bytes: ArrayBuffer): boolean {
  const view = new DataView(bytes);
  const moof = findBox(view, 'moof', 0, view.byteLength);
  const traf = moof && findBox(view, 'traf', moof.start + BOX_HEADER_BYTES, moof.end);
  const tfhd = traf && findBox(view, 'tfhd', traf.start + BOX_HEADER_BYTES, traf.end);
  if (!tfhd) return false;
  const present = view.getUint32(tfhd.start + BOX_HEADER_BYTES) & 0xff_ff_ff;
  if ((present & TFHD_HAS_DEFAULT_FLAGS) === 0) return false;
  const skipped = TFHD_FIELDS_BEFORE_FLAGS.filter(([flag]) => (present & flag) !== 0);
  const at = skipped.reduce((sum, [, size]) => sum + size, tfhd.start + TFHD_FIELDS_OFFSET_BYTES);
  return at + 4 <= tfhd.end && (view.getUint32(at) & SAMPLE_IS_NOT_SYNC) === 0;
}

interface Box {
  readonly start: number;
  readonly end: number;
}

function findBox(view: DataView, type: string, from: number, to: number): Box | null {
  let start = from;
  while (start + BOX_HEADER_BYTES <= to) {
    const size = view.getUint32(start);
    const end = start + size;
    if (size < BOX_HEADER_BYTES || end > to) return null;
    if (typeAt(view, start + 4) === type) return { start, end };
    start = end;
  }
  return null;
}

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, at, 4));
}
