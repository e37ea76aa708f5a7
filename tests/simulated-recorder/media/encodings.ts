import type { StreamKind } from '../stream-id.ts';

/** How one of a channel's two streams is encoded. */
export interface Encoding {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameRate: number;
  readonly profile: 'high' | 'main';
  /** x264's constant rate factor: quality rather than bit rate, as dark pictures need few bits. */
  readonly rateFactor: number;
}

/**
 * The clips on offer: a keyframe each second, or each four seconds for slow starts; with a time code in the picture for
 * those who measure.
 */
export type ClipKind = 'test' | 'slow-keyframes' | 'time-code';

/** Both streams share a frame rate, so one clock serves a channel. */
export const FRAME_RATE = 15;

/** Length of a loop; whole groups of pictures must fit. */
export const CLIP_SECONDS = 12;

/** The keyframe interval of each kind of clip. */
export const KEYFRAME_SECONDS: Readonly<Record<ClipKind, number>> = {
  test: 1,
  'slow-keyframes': 4,
  'time-code': 4,
};

/** True for the name of a kind of clip, for names that come from a command line. */
export function isClipKind(name: string): name is ClipKind {
  return Object.hasOwn(KEYFRAME_SECONDS, name);
}

/** The two encodings of every channel, as a recorder's defaults would have them. */
export const ENCODINGS: Readonly<Record<StreamKind, Encoding>> = {
  main: { widthPx: 1280, heightPx: 720, frameRate: FRAME_RATE, profile: 'high', rateFactor: 26 },
  sub: { widthPx: 640, heightPx: 360, frameRate: FRAME_RATE, profile: 'main', rateFactor: 27 },
};
