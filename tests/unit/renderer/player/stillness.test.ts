import { describe, expect, it } from 'vitest';
import {
  isStill,
  UNSEEN,
  withFingerprint,
  type Stillness,
} from '../../../../src-renderer/player/stillness.ts';

const SAMPLE_MS = 250;

/** Looks four times a second from `fromMs` on; returns the last state and whether it ever stood still. */
function look(before: Stillness, fromMs: number, fingerprints: readonly (number | null)[]) {
  let state = before;
  let stoodStillAtMs: number | null = null;
  fingerprints.forEach((fingerprint, index) => {
    const nowMs = fromMs + index * SAMPLE_MS;
    state = withFingerprint(state, nowMs, fingerprint);
    if (isStill(state, nowMs)) stoodStillAtMs ??= nowMs;
  });
  return { state, stoodStillAtMs };
}

describe('stillness', () => {
  it('is noticed within two seconds of the last change', () => {
    // The last change may have been right after the look before the first equal one.
    expect(look(UNSEEN, 0, [1, 2, 3, 3, 3, 3, 3]).stoodStillAtMs).toBe(1500);
  });

  it('keeps the moment of the last change as its age', () => {
    const { state } = look(UNSEEN, 0, [1, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect(state.sinceMs).toBe(SAMPLE_MS);
  });

  it('ends with the first different pixel', () => {
    const { state } = look(UNSEEN, 0, [1, 1, 1, 1, 1, 2]);
    expect(isStill(state, 1250)).toBe(false);
  });

  it('gives a slow stream four frames to show something else', () => {
    const slow = [0, 1000, 2000, 3000].reduce(
      (state, nowMs) => withFingerprint(state, nowMs, 5),
      UNSEEN,
    );
    expect(isStill(slow, 3900)).toBe(false);
    expect(isStill(withFingerprint(slow, 4000, 5), 4000)).toBe(true);
  });

  it('is not claimed where the pixels cannot be read', () => {
    expect(look(UNSEEN, 0, [null, null, null, null, null, null]).stoodStillAtMs).toBeNull();
    expect(look(UNSEEN, 0, [1, 1, null, 1, 1, null]).stoodStillAtMs).toBeNull();
  });

  it('gives a scene more time that stood still and moved on again and again', () => {
    const rest = [7, 7, 7, 7, 7];
    const { state } = look(UNSEEN, 0, [...rest, 8, ...rest, 8, ...rest, 8]);
    const fromMs = 18 * SAMPLE_MS;
    expect(look(state, fromMs, [9, 9, 9, 9, 9, 9, 9, 9]).stoodStillAtMs).toBeNull();
    const long = Array.from({ length: 60 }, () => 9);
    expect(look(state, fromMs, long).stoodStillAtMs).toBe(fromMs + 10_000);
  });
});
