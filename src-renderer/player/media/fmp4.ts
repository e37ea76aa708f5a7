const BOX_HEADER_BYTES = 8;
const FULL_BOX_BYTES = 12;
const TFHD_FIELDS_OFFSET_BYTES = 16;
/** The optional tfhd fields in their order, with their flags (ISO 14496-12, 8.8.7). */
const TFHD_FIELDS: readonly (readonly [
  name: 'duration' | 'flags' | null,
  flag: number,
  bytes: number,
])[] = [
  [null, 0x01, 8],
  [null, 0x02, 4],
  ['duration', 0x08, 4],
  [null, 0x10, 4],
  ['flags', 0x20, 4],
];
const SAMPLE_IS_NOT_SYNC = 0x01_00_00;

/** Where a box of an MP4 stands, header included. */
export interface Box {
  readonly start: number;
  readonly end: number;
}

/** A go2rtc message that carries a sample: it sends one `moof`+`mdat` with one sample a message (its `pkg/iso` WriteMovieFragment). */
export interface Fragment {
  readonly track: number;
  readonly isKeyframe: boolean;
  readonly sampleFlags: number;
  readonly decodeTicks: number;
  readonly durationTicks: number;
  readonly sample: Uint8Array<ArrayBuffer>;
}

/** Reads a message; null for everything that is not a fragment of one sample. */
export function parseFragment(bytes: ArrayBuffer): Fragment | null {
  const view = new DataView(bytes);
  const tfhd = findPath(view, ['moof', 'traf', 'tfhd']);
  const tfdt = findPath(view, ['moof', 'traf', 'tfdt']);
  const mdat = findPath(view, ['mdat']);
  if (!tfhd || !tfdt || !mdat || tfhd.end - tfhd.start < TFHD_FIELDS_OFFSET_BYTES) return null;
  const { duration, flags } = readTfhd(view, tfhd);
  if (duration === null || flags === null) return null;
  const isLong = view.getUint8(tfdt.start + BOX_HEADER_BYTES) === 1;
  const timeAt = tfdt.start + FULL_BOX_BYTES;
  return {
    track: view.getUint32(tfhd.start + FULL_BOX_BYTES),
    isKeyframe: (flags & SAMPLE_IS_NOT_SYNC) === 0,
    sampleFlags: flags,
    decodeTicks: isLong ? Number(view.getBigUint64(timeAt)) : view.getUint32(timeAt),
    durationTicks: duration,
    sample: new Uint8Array(
      bytes,
      mdat.start + BOX_HEADER_BYTES,
      mdat.end - mdat.start - BOX_HEADER_BYTES,
    ),
  };
}

/** Whether a message is a fragment that starts with a keyframe: this is where old media may be cut off. */
export function startsWithKeyframe(bytes: ArrayBuffer): boolean {
  return parseFragment(bytes)?.isKeyframe === true;
}

/** Writes a fragment with a time of its own. */
export function writeFragment(
  { track, sampleFlags, sample }: Fragment,
  time: { decodeTicks: number; durationTicks: number; shownAfterTicks: number },
): ArrayBuffer {
  const size = sample.length;
  const tfhd = box('tfhd', words(0x02_00_38, track, time.durationTicks, size, sampleFlags));
  const high = Math.floor(time.decodeTicks / 2 ** 32);
  const tfdt = box('tfdt', words(0x01_00_00_00, high, time.decodeTicks % 2 ** 32));
  const mfhd = box('mfhd', words(0, 1));
  const trun = (dataAt: number) =>
    box('trun', words(0x01_00_08_01, 1, dataAt, time.shownAfterTicks));
  const moof = (dataAt: number) => box('moof', mfhd, box('traf', tfhd, tfdt, trun(dataAt)));
  return joined(moof(moof(0).length + BOX_HEADER_BYTES), box('mdat', sample)).buffer;
}

/** Finds a box by the names of those it stands in; none of those may have fields of its own. */
export function findPath(view: DataView, path: readonly string[]): Box | null {
  let within: Box = { start: 0, end: view.byteLength };
  let from = 0;
  for (const type of path) {
    const found = findBox(view, type, from, within.end);
    if (!found) return null;
    within = found;
    from = found.start + BOX_HEADER_BYTES;
  }
  return within;
}

/** Finds a box among those between two places; null also where sizes make no sense. */
export function findBox(view: DataView, type: string, from: number, to: number): Box | null {
  const wanted = codeOf(type);
  let start = from;
  while (start + BOX_HEADER_BYTES <= to) {
    const size = view.getUint32(start);
    const end = start + size;
    if (size < BOX_HEADER_BYTES || end > to) return null;
    if (view.getUint32(start + 4) === wanted) return { start, end };
    start = end;
  }
  return null;
}

/** Makes a box of its parts. */
export function box(type: string, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.length, BOX_HEADER_BYTES);
  const name = Uint8Array.from(type, (letter) => letter.charCodeAt(0));
  return joined(words(size), name, ...parts);
}

/** One after the other in one piece. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** 32-bit numbers, highest byte first. */
function words(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint32(index * 4, value >>> 0));
  return bytes;
}

function readTfhd(view: DataView, tfhd: Box): Record<'duration' | 'flags', number | null> {
  const present = view.getUint32(tfhd.start + BOX_HEADER_BYTES) & 0xff_ff_ff;
  const fields: Record<'duration' | 'flags', number | null> = { duration: null, flags: null };
  let at = tfhd.start + TFHD_FIELDS_OFFSET_BYTES;
  for (const [name, flag, bytes] of TFHD_FIELDS) {
    if ((present & flag) === 0) continue;
    if (at + bytes > tfhd.end) break;
    if (name !== null) fields[name] = view.getUint32(at);
    at += bytes;
  }
  return fields;
}

/** A box's name as the number it is written as: this is asked hundreds of times a second. */
function codeOf(type: string): number {
  let code = 0;
  for (let index = 0; index < type.length; index += 1) code = code * 256 + type.charCodeAt(index);
  return code;
}
