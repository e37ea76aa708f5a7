import { NAL_TYPE, nalType, splitAccessUnits } from './annex-b.ts';
import { payloadsOf, type RtpPayload } from './rtp-packets.ts';

/** One picture, cut into packets once so that sending it again and again costs next to nothing. */
export interface ClipFrame {
  readonly isKeyframe: boolean;
  readonly payloads: readonly RtpPayload[];
}

/** A loop of pictures plus what a client must know before the first of them. */
export interface Clip {
  readonly frames: readonly ClipFrame[];
  readonly frameRate: number;
  readonly keyframeEvery: number;
  readonly sps: Buffer;
  readonly pps: Buffer;
}

/** Turns a raw H.264 file into a clip; throws where it could not be played from any keyframe. */
export function parseClip(stream: Buffer, frameRate: number): Clip {
  const units = splitAccessUnits(stream);
  const first = units[0];
  const sps = first?.nals.find((nal) => nalType(nal) === NAL_TYPE.sps);
  const pps = first?.nals.find((nal) => nalType(nal) === NAL_TYPE.pps);
  if (first?.isKeyframe !== true || sps === undefined || pps === undefined) {
    throw new Error('A clip must begin with parameter sets and a keyframe');
  }
  const frames = units.map((unit) => ({
    isKeyframe: unit.isKeyframe,
    payloads: payloadsOf(unit.nals),
  }));
  const second = frames.findIndex((frame, index) => index > 0 && frame.isKeyframe);
  return { frames, frameRate, keyframeEvery: second === -1 ? frames.length : second, sps, pps };
}
