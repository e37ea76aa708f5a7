import { box, joined } from '../../../../src-renderer/player/media/fmp4.ts';
import { PPS } from './h264-samples.ts';

export const zeros = (count: number) => new Uint8Array(count);

/** An initialisation segment in miniature, with something behind and in front of everything that is read. */
function init(entry: 'avc1' | 'hvc1', config: Uint8Array): ArrayBuffer {
  const sample = box(entry, zeros(78), box(entry === 'avc1' ? 'avcC' : 'hvcC', config));
  const stbl = box('stbl', box('stsd', zeros(8), sample), box('stts', zeros(8)));
  const media = box('mdia', box('mdhd', zeros(24)), box('minf', box('vmhd', zeros(12)), stbl));
  const trak = box('trak', box('tkhd', zeros(84)), media);
  const moov = box('moov', box('mvhd', zeros(100)), trak, box('mvex', zeros(24)));
  return joined(box('ftyp', zeros(20)), moov).buffer;
}

function avcConfig(sps: Uint8Array): Uint8Array {
  const head = joined(
    Uint8Array.of(1),
    sps.subarray(1, 4),
    Uint8Array.of(0xff, 0xe1, 0, sps.length),
  );
  return joined(head, sps, Uint8Array.of(1, 0, PPS.length), PPS);
}

/** HEVCDecoderConfigurationRecord up to the level (ISO 14496-15, 8.3.3.1). */
function hevcConfig(profile: number, compatibility: number, level: number): Uint8Array {
  const config = zeros(23);
  config.set([1, profile], 0);
  new DataView(config.buffer).setUint32(2, compatibility);
  config.set([0xb0, 0, 0, 0, 0, 0], 6);
  config[12] = level;
  return config;
}

/** H.264's, with this parameter set. */
export function avcInit(sps: Uint8Array): ArrayBuffer {
  return init('avc1', avcConfig(sps));
}

/** H.265's. */
export function hevcInit(profile: number, compatibility: number, level: number): ArrayBuffer {
  return init('hvc1', hevcConfig(profile, compatibility, level));
}

/** Width and height in which a track is shown, as an initialisation segment tells them. */
export function shownSize(bytes: ArrayBuffer): readonly [width: number, height: number] {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  const sizeAt = text.indexOf('tkhd') + 4 + 84 - 8;
  const view = new DataView(bytes);
  return [view.getUint32(sizeAt) / 2 ** 16, view.getUint32(sizeAt + 4) / 2 ** 16];
}
