/** Looked at four times a second, so that a picture that stands still is noticed within 2 s, buffer included. */
const STILL_AFTER_MS = 1000;
/** A slow stream must have had the chance to show something else. */
const STILL_AFTER_FRAMES = 4;
/**
 * Cameras without a clock in the picture may look at a scene that is quiet to the last pixel, until the next keyframe. One that
 * stood still and moved on so often is believed to be like that, and gets more time.
 */
const QUIET_AFTER_RESTS = 3;
const QUIET_STILL_AFTER_MS = 10_000;

/** What is known of a stream's pixels; replaced, never changed. */
export interface Stillness {
  readonly fingerprint: number | null;
  /** When the pixels last changed. */
  readonly sinceMs: number;
  /** New frames since then, as far as they were looked at. */
  readonly repeats: number;
  readonly rests: number;
}

/** Nothing was seen yet. */
export const UNSEEN: Stillness = { fingerprint: null, sinceMs: 0, repeats: 0, rests: 0 };

/** A new frame was looked at; null where its pixels could not be read, which proves nothing. */
export function withFingerprint(
  before: Stillness,
  nowMs: number,
  fingerprint: number | null,
): Stillness {
  if (fingerprint !== null && fingerprint === before.fingerprint) {
    return { ...before, repeats: before.repeats + 1 };
  }
  const rests = before.rests + (isStill(before, nowMs) ? 1 : 0);
  return { fingerprint, sinceMs: nowMs, repeats: 0, rests };
}

/** Whether every frame since long ago is exactly the same picture. */
export function isStill({ sinceMs, repeats, rests }: Stillness, nowMs: number): boolean {
  const afterMs = rests < QUIET_AFTER_RESTS ? STILL_AFTER_MS : QUIET_STILL_AFTER_MS;
  return repeats >= STILL_AFTER_FRAMES && nowMs - sinceMs >= afterMs;
}
