import { spawn } from 'node:child_process';
import type { Go2rtcSample } from './go2rtc-depay.ts';

/** What a decoder made of samples. */
export interface Decoded {
  /** Pictures that came out. */
  readonly pictures: number;
  /** Samples that the decoder answered with an error; Chromium's pipeline ends at the first one. */
  readonly refused: number;
  readonly log: string;
}

const FLV_HEADER = Buffer.from([0x46, 0x4c, 0x56, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0]);
const FRAME_MS = 40;
const NAL_KEYFRAME = 5;

/**
 * Decodes with ffmpeg, one sample at a time, as Chromium does: in FLV a packet is a sample, and no parser joins what belongs
 * together.
 * @param sets SPS and PPS of the container
 */
export async function decodeStrictly(
  samples: readonly Go2rtcSample[],
  sets: readonly Buffer[],
): Promise<Decoded> {
  const tags = samples.map(({ nals }, at) =>
    videoTag(1, nals.map(withLength), at, isKeyframe(nals)),
  );
  const flv = Buffer.concat([FLV_HEADER, videoTag(0, [decoderConfig(sets)], 0, true), ...tags]);
  return decode(flv, 'flv');
}

/** Decodes a byte stream (ITU-T H.264, annex B) as ffmpeg itself cuts it. */
export async function decodeLoosely(stream: Buffer): Promise<Decoded> {
  return decode(stream, 'h264');
}

function decode(input: Buffer, format: string): Promise<Decoded> {
  const args = ['-hide_banner', '-loglevel', 'error', '-f', format, '-i', 'pipe:0', '-fps_mode'];
  args.push('passthrough', '-f', 'framecrc', 'pipe:1');
  const child = spawn('ffmpeg', args);
  let out = '';
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', () => {
      const pictures = out.split('\n').filter((line) => /^\d/.test(line)).length;
      const refused = log
        .split('\n')
        .filter((line) => /Error (?:submitting|while decoding stream)/.test(line)).length;
      resolve({ pictures, refused, log });
    });
  });
}

function isKeyframe(nals: readonly Buffer[]): boolean {
  return nals.some((nal) => (nal.readUInt8(0) & 0x1f) === NAL_KEYFRAME);
}

function withLength(nal: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(nal.length);
  return Buffer.concat([size, nal]);
}

/** ISO/IEC 14496-15, 5.2.4.1. */
function decoderConfig([sps = Buffer.alloc(4), pps = Buffer.alloc(1)]: readonly Buffer[]): Buffer {
  const begin = Buffer.from([1, ...sps.subarray(1, 4), 0xff, 0xe1, 0, sps.length]);
  return Buffer.concat([begin, sps, Buffer.from([1, 0, pps.length]), pps]);
}

function videoTag(kind: 0 | 1, parts: readonly Buffer[], at: number, isKey: boolean): Buffer {
  const body = Buffer.concat([Buffer.from([isKey ? 0x17 : 0x27, kind, 0, 0, 0]), ...parts]);
  const head = Buffer.alloc(11);
  head[0] = 9;
  head.writeUIntBE(body.length, 1, 3);
  head.writeUIntBE(at * FRAME_MS, 4, 3);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.length + body.length);
  return Buffer.concat([head, body, size]);
}
