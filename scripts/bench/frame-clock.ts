import { ChannelClock } from '../../tests/simulated-recorder/media/channel-clock.ts';
import {
  CLIP_SECONDS,
  FRAME_RATE,
  KEYFRAME_SECONDS,
} from '../../tests/simulated-recorder/media/encodings.ts';

const LOOP_FRAMES = CLIP_SECONDS * FRAME_RATE;
const MS_PER_SECOND = 1_000;
/** The clips the bench plays. */
export const BENCH_CLIPS = 'time-code';

/** A picture that was on a screen: which frame of the loop, and when it was looked at (milliseconds since 1970). */
export interface SeenPicture {
  channel: number;
  frame: number;
  atEpochMs: number;
}

/**
 * How far a picture on the screen is behind the newest frame that the recorder had sent by then, in milliseconds. Whole
 * frames (67 ms each), and never more than a loop (12 s).
 */
export function lagMs(seen: SeenPicture, recorderStartedAtEpochMs: number): number {
  const clock = new ChannelClock({
    channel: seen.channel,
    frameRate: FRAME_RATE,
    startedAtMs: recorderStartedAtEpochMs,
    keyframeEvery: KEYFRAME_SECONDS[BENCH_CLIPS] * FRAME_RATE,
  });
  const newest = clock.frameAt(seen.atEpochMs);
  const behind = (((newest - seen.frame) % LOOP_FRAMES) + LOOP_FRAMES) % LOOP_FRAMES;
  return (behind * MS_PER_SECOND) / FRAME_RATE;
}
