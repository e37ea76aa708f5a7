import type { AudioTrack } from './audio-track.ts';
import { H264, H265, NAL_TYPE, splitAccessUnits } from './annex-b.ts';
import { displayOrder } from './display-order.ts';
import { payloadsOf, type RtpPayload } from './rtp-packets.ts';

/** One picture, cut into packets once so that sending it again and again costs next to nothing. */
export interface ClipFrame {
  readonly isKeyframe: boolean;
  readonly payloads: readonly RtpPayload[];
  /** How many frames later than it is sent it is to be shown; other than 0 only where there are B-frames. */
  readonly shownAfter: number;
}

/** A loop of pictures plus what a client must know before the first of them. */
export interface Clip {
  readonly codec: 'H.264' | 'H.265';
  readonly frames: readonly ClipFrame[];
  readonly frameRate: number;
  readonly keyframeEvery: number;
  readonly sps: Buffer;
  readonly pps: Buffer;
  /** H.265 only. */
  readonly vps: Buffer | null;
  readonly audio?: AudioTrack;
}

/** ITU-T H.265, table 7-1. */
const H265_TYPE = { vps: 32, sps: 33, pps: 34 } as const;
const H265_PAYLOAD_BYTES = 1400;

/** Turns a raw H.264 or H.265 file into a clip; throws where it could not be played from any keyframe. */
export function parseClip(stream: Buffer, frameRate: number, codec: Clip['codec'] = 'H.264'): Clip {
  const isH265 = codec === 'H.265';
  const syntax = isH265 ? H265 : H264;
  const types = isH265 ? H265_TYPE : { ...NAL_TYPE, vps: undefined };
  const units = splitAccessUnits(stream, syntax);
  const first = units[0];
  const find = (type: number | undefined) => first?.nals.find((nal) => syntax.type(nal) === type);
  const [vps, sps, pps] = [find(types.vps), find(types.sps), find(types.pps)];
  if (first?.isKeyframe !== true || sps === undefined || pps === undefined) {
    throw new Error('A clip must begin with parameter sets and a keyframe');
  }
  const shownAt = isH265 ? units.map((_, index) => index) : displayOrder(units);
  const frames = units.map((unit, index) => ({
    isKeyframe: unit.isKeyframe,
    payloads: payloadsOf(unit.nals, H265_PAYLOAD_BYTES, isH265),
    shownAfter: (shownAt[index] ?? index) - index,
  }));
  const second = frames.findIndex((frame, index) => index > 0 && frame.isKeyframe);
  const keyframeEvery = second === -1 ? frames.length : second;
  return { codec, frames, frameRate, keyframeEvery, sps, pps, vps: vps ?? null };
}
