import { z } from 'zod';
import type { StreamCause } from './playback.ts';

/** What a camera saw, and when: Unix time in ms. */
export const recordedMomentSchema = z.strictObject({
  cameraId: z.int().positive(),
  atMs: z.number().min(0).max(4e12),
});

/** More than a day is not searched at once: recorders take their time. */
const LONGEST_SPAN_MS = 26 * 60 * 60 * 1000;

/** A camera and a span of time, Unix time in ms. */
export const recordedSpanSchema = z
  .strictObject({
    cameraId: z.int().positive(),
    fromMs: z.number().min(0).max(4e12),
    toMs: z.number().min(0).max(4e12),
  })
  .refine(({ fromMs, toMs }) => toMs > fromMs && toMs - fromMs <= LONGEST_SPAN_MS);

/** From when to when something was recorded, Unix time in ms by this computer's clock. */
export interface RecordedSpan {
  fromMs: number;
  toMs: number;
}

/** What was recorded in a span; null: that is not known, and nothing may be said of gaps. */
export type RecordedSpans = RecordedSpan[] | null;

/**
 * Where a page gets a recording: one WebSocket on loopback, good for this camera and this window alone.
 * `isClockKnown` is false where what the recorder means by its times has not been found out, so that they may be hours off.
 * `no-recordings`: no recorder stands behind this camera, or one whose recordings are not understood. `not-connected`: its login is not accepted now.
 */
export type OpenRecording =
  | { state: 'open'; url: string; isClockKnown: boolean }
  | { state: 'no-recordings' | 'not-connected' };

/** What the page asks over that WebSocket, as JSON; the newest counts. Moments are Unix time in ms by this computer's clock. */
export type RecordingCommand = { kind: 'play'; atMs: number } | { kind: 'halt' };

/**
 * What it is told there, as JSON. `playing`: pictures from this moment on follow. `ended`: nothing more comes; recorders do not say why. `failed` is the last.
 * A picture is binary: its moment (float64), 1 for a keyframe (uint32), both little-endian, and Annex B.
 */
export type RecordingNews =
  | { kind: 'playing'; fromMs: number; encoding: 'H264' | 'H265' }
  | { kind: 'halted' }
  | { kind: 'ended' }
  | { kind: 'failed'; cause: StreamCause; status: number | null };
