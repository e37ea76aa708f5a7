import { box, findBox, findPath, joined } from './fmp4.ts';
import type { Box } from './fmp4.ts';

const BOX_HEADER_BYTES = 8;
/** Version, flags and the number of entries (ISO 14496-12, 8.5.2). */
const STSD_FIELDS_BYTES = 8;
/** Fields of a VisualSampleEntry (ISO 14496-12, 12.1.3), and where its size is told among them. */
const VISUAL_FIELDS_BYTES = 78;
const VISUAL_SIZE_AT = 24;
/** Width and height, 16.16 fixed point each, end the track header (ISO 14496-12, 8.3.2). */
const TKHD_SIZE_BYTES = 8;
const SAMPLE_TABLE = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'];

/** How large a picture is, and in which shape it is shown. */
export interface PictureShape {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of a pixel by its height. */
  readonly pixelAspect: number;
}

/** A picture format that a stream changed to. */
export interface PictureFormat extends PictureShape {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
}

interface Entry {
  readonly type: 'avc1' | 'hvc1';
  readonly entry: Box;
  readonly config: Box;
}

/**
 * The codec of an initialisation segment as `isTypeSupported` wants it, from what the encoder said of itself (RFC 6381; ISO
 * 14496-15, 5.3.3 and 8.3.3 with annex E): go2rtc names the same one for every H.265 stream. Null where it cannot be told.
 */
export function codecOfInit(bytes: ArrayBuffer): string | null {
  const view = new DataView(bytes);
  const found = findEntry(view);
  if (found === null) return null;
  const config = new Uint8Array(bytes, found.config.start + BOX_HEADER_BYTES);
  if (found.type === 'avc1') return `avc1.${[...config.subarray(1, 4)].map(hex).join('')}`;
  return `hvc1.${h265Profile(config)}`;
}

/** The parameter set in an H.264 initialisation segment; null for everything else. */
export function spsOfInit(bytes: ArrayBuffer): Uint8Array | null {
  const found = findEntry(new DataView(bytes));
  if (found?.type !== 'avc1') return null;
  const config = new Uint8Array(bytes, found.config.start + BOX_HEADER_BYTES);
  const size = ((config[6] ?? 0) << 8) | (config[7] ?? 0);
  return config.slice(8, 8 + size);
}

/** The same initialisation segment with pixels of another shape; go2rtc takes them all for square. Null where no track is found. */
export function withShape(bytes: ArrayBuffer, shape: PictureShape): ArrayBuffer | null {
  const trackHeader = findPath(new DataView(bytes), ['moov', 'trak', 'tkhd']);
  if (trackHeader === null) return null;
  const all = bytes.slice(0);
  // Chromium takes the shape of the picture from here, whatever the parameter set says.
  const size = new DataView(all, trackHeader.end - TKHD_SIZE_BYTES);
  size.setUint16(0, Math.round(shape.widthPx * shape.pixelAspect));
  size.setUint16(4, shape.heightPx);
  return all;
}

/** The same initialisation segment for another picture format; null where it is not H.264's. */
export function withFormat(bytes: ArrayBuffer, format: PictureFormat): ArrayBuffer | null {
  const view = new DataView(bytes);
  const found = findEntry(view);
  const shaped = withShape(bytes, format);
  if (found?.type !== 'avc1' || shaped === null) return null;
  const all = new Uint8Array(shaped);
  const { entry, config } = found;
  const fields = all.slice(entry.start + BOX_HEADER_BYTES, config.start);
  new DataView(fields.buffer).setUint16(VISUAL_SIZE_AT, format.widthPx);
  new DataView(fields.buffer).setUint16(VISUAL_SIZE_AT + 2, format.heightPx);
  const renewed = box(
    'avc1',
    fields,
    box('avcC', avcConfig(format)),
    all.subarray(config.end, entry.end),
  );
  // What is around the entry grows with it.
  let inner = renewed;
  let innerBox: Box = entry;
  for (let depth = SAMPLE_TABLE.length; depth > 0; depth -= 1) {
    const outer = findPath(view, SAMPLE_TABLE.slice(0, depth));
    const type = SAMPLE_TABLE[depth - 1];
    if (outer === null || type === undefined) return null;
    const before = all.subarray(outer.start + BOX_HEADER_BYTES, innerBox.start);
    inner = box(type, before, inner, all.subarray(innerBox.end, outer.end));
    innerBox = outer;
  }
  return joined(all.subarray(0, innerBox.start), inner, all.subarray(innerBox.end)).buffer;
}

function findEntry(view: DataView): Entry | null {
  const table = findPath(view, SAMPLE_TABLE);
  if (table === null) return null;
  const from = table.start + BOX_HEADER_BYTES + STSD_FIELDS_BYTES;
  for (const [type, configType] of [
    ['avc1', 'avcC'],
    ['hvc1', 'hvcC'],
  ] as const) {
    const entry = findBox(view, type, from, table.end);
    const fieldsEnd = entry ? entry.start + BOX_HEADER_BYTES + VISUAL_FIELDS_BYTES : 0;
    const config = entry && findBox(view, configType, fieldsEnd, entry.end);
    if (entry && config) return { type, entry, config };
  }
  return null;
}

/** AVCDecoderConfigurationRecord with sizes of four bytes (ISO 14496-15, 5.3.3.1). */
function avcConfig({ sps, pps }: PictureFormat): Uint8Array {
  const size = (nal: Uint8Array) => Uint8Array.of(nal.length >> 8, nal.length & 0xff);
  const head = joined(Uint8Array.of(1), sps.subarray(1, 4), Uint8Array.of(0xff, 0xe1));
  return joined(head, size(sps), sps, Uint8Array.of(1), size(pps), pps);
}

/** Profile, compatibility (its bits the other way round), tier with level, and constraints without trailing zeros. */
function h265Profile(config: Uint8Array): string {
  const view = new DataView(config.buffer, config.byteOffset);
  const head = view.getUint8(1);
  const space = ['', 'A', 'B', 'C'][head >> 6] ?? '';
  const tier = (head & 0x20) === 0 ? 'L' : 'H';
  let compatibility = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    compatibility = compatibility * 2 + ((view.getUint32(2) >>> bit) & 1);
  }
  const constraints = [...config.subarray(6, 12)].map((byte) => byte.toString(16).toUpperCase());
  while (constraints.at(-1) === '0') constraints.pop();
  const profile = `${space}${head & 0x1f}.${compatibility.toString(16).toUpperCase()}`;
  return [profile, `${tier}${view.getUint8(12)}`, ...constraints].join('.');
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}
