import { describe, expect, it } from 'vitest';
import {
  isStill,
  UNSEEN,
  withLook,
  type Look,
  type Stillness,
} from '../../../../../src-renderer/player/picture/stillness.ts';

const SAMPLE_MS = 250;

/** One picture: its exact pixels as a number, and how bright it is. */
type Frame = readonly [pixels: number, brightness: number] | null;

/** Looks four times a second from `fromMs` on, as closely as is asked for. */
function look(before: Stillness, fromMs: number, frames: readonly Frame[]) {
  let state = before;
  let stoodStillAtMs: number | null = null;
  const verdicts = frames.map((frame, index) => {
    const nowMs = fromMs + index * SAMPLE_MS;
    state = withLook(state, nowMs, lookAt(frame, state.scene !== null));
    const verdict = isStill(state);
    if (verdict) stoodStillAtMs ??= nowMs;
    return verdict;
  });
  return { state, stoodStillAtMs, verdicts };
}

function lookAt(frame: Frame, isClose: boolean): Look | null {
  if (frame === null) return null;
  const [pixels, brightness] = frame;
  const whole = { hash: pixels + 1_000_000, cells: new Uint8Array(4).fill(brightness) };
  return { bandsHash: pixels, whole: isClose ? whole : null };
}

/** Frames whose pixels are these, all equally bright. */
function frames(...pixels: readonly number[]): Frame[] {
  return pixels.map((number) => [number, 100]);
}

/** `count` frames with a keyframe every `interval` looks, each refined by that many frames after it. */
function encodedAnew(count: number, interval: number, refinements: number): Frame[] {
  return Array.from({ length: count }, (_, index) => {
    const group = Math.floor(index / interval);
    return [group * 100 + Math.min(index % interval, refinements), 100 + (group % 2)];
  });
}

/** `count` frames, of which those at these places in each `interval` bring so much more or less light, and the rest repeat. */
function changing(count: number, interval: number, places: readonly number[], by: number): Frame[] {
  let pixels = 1;
  let brightness = 100;
  return Array.from({ length: count }, (_, index) => {
    if (places.includes(index % interval)) {
      pixels += 1;
      brightness = brightness === 100 ? 100 + by : 100;
    }
    return [pixels, brightness];
  });
}

/** Stands for 1.5 s, then shows something else, so many times, and tells when it did. */
function restless(before: Stillness, fromMs: number, times: number): Stillness {
  const shown = Array.from({ length: 7 * times + 1 }, (_, index): Frame => {
    const rest = Math.floor(index / 7);
    return [rest, rest % 2 === 0 ? 50 : 90];
  });
  return look(before, fromMs, shown).state;
}

describe('stillness', () => {
  it('is noticed within two seconds of the last change', () => {
    // The last change may have been right after the look before the first equal one.
    expect(look(UNSEEN, 0, frames(1, 2, 3, 3, 3, 3, 3, 3)).stoodStillAtMs).toBe(1750);
  });

  it('keeps the moment of the last change as its age', () => {
    const { state } = look(UNSEEN, 0, frames(1, 2, 2, 2, 2, 2, 2, 2, 2));
    expect(state.scene?.sinceMs).toBe(SAMPLE_MS);
  });

  it('ends with the first frame in which something is brighter or darker', () => {
    const { verdicts } = look(UNSEEN, 0, [...frames(1, 1, 1, 1, 1, 1), [2, 130]]);
    expect(verdicts.slice(-2)).toEqual([true, false]);
  });

  it('ends when the pixels have changed with every frame for four seconds, however little', () => {
    const changing = Array.from({ length: 20 }, (_, index) => index + 2);
    const { verdicts } = look(UNSEEN, 0, frames(1, 1, 1, 1, 1, 1, ...changing));
    const last = verdicts.lastIndexOf(true);
    expect(verdicts.slice(5, last)).not.toContain(false);
    expect((last - 5) * SAMPLE_MS).toBe(4000 - SAMPLE_MS);
  });

  it('ends when the picture gets another size', () => {
    const { state } = look(UNSEEN, 0, frames(1, 1, 1, 1, 1, 1));
    const other = withLook(state, 1500, {
      bandsHash: 1,
      whole: { hash: 1, cells: new Uint8Array(9).fill(100) },
    });
    expect(isStill(other)).toBe(false);
  });

  it('gives a slow stream four frames to show something else', () => {
    const slow = [0, 1000, 2000, 3000].reduce(
      (state, nowMs) => withLook(state, nowMs, lookAt([5, 100], state.scene !== null)),
      UNSEEN,
    );
    expect(isStill(slow)).toBe(false);
    expect(isStill(withLook(slow, 4000, lookAt([5, 100], true)))).toBe(true);
  });

  it('is not claimed where the pixels cannot be read', () => {
    const nothing = [null, null, null, null, null, null];
    expect(look(UNSEEN, 0, nothing).stoodStillAtMs).toBeNull();
    const [one] = frames(1);
    const gaps = [one, one, null, one, one, null].map((frame) => frame ?? null);
    expect(look(UNSEEN, 0, gaps).stoodStillAtMs).toBeNull();
  });

  it('lasts through keyframes that differ a little', () => {
    const { stoodStillAtMs, verdicts } = look(UNSEEN, 0, encodedAnew(160, 8, 2));
    expect(stoodStillAtMs).not.toBeNull();
    expect(verdicts.slice(verdicts.indexOf(true))).not.toContain(false);
  });

  it('is noticed after ten seconds where keyframes come too often for a second of equal frames', () => {
    const { stoodStillAtMs, verdicts } = look(UNSEEN, 0, encodedAnew(160, 4, 1));
    expect(stoodStillAtMs).toBeGreaterThanOrEqual(10_000);
    expect(stoodStillAtMs).toBeLessThan(12_000);
    expect(verdicts.slice(verdicts.indexOf(true))).not.toContain(false);
  });

  it('is not claimed of a quiet scene with noise, nor of one with a clock', () => {
    const noise = frames(...Array.from({ length: 160 }, (_, index) => index));
    expect(look(UNSEEN, 0, noise).stoodStillAtMs).toBeNull();
    const clock = Array.from({ length: 160 }, (_, index): Frame => {
      const second = Math.floor(index / 4);
      return [second, 100 + (second % 3) * 10];
    });
    expect(look(UNSEEN, 0, clock).stoodStillAtMs).toBeNull();
  });

  it('is not claimed of a picture in which only the second of a clock changes, whenever that is seen', () => {
    for (let phaseMs = 0; phaseMs < SAMPLE_MS; phaseMs += 10) {
      let state = UNSEEN;
      for (let index = 0; index < 240; index += 1) {
        // Looks come a little late by turns, and the clock changes with the next frame.
        const nowMs = index * SAMPLE_MS + (index % 3) * 15;
        const frameMs = Math.floor(nowMs / 67) * 67;
        const second = Math.floor((frameMs + phaseMs) / 1000);
        state = withLook(state, nowMs, lookAt([second, 100 + second * 10], state.scene !== null));
        expect(isStill(state), `${phaseMs} ms, look ${index}`).toBe(false);
      }
    }
  });

  it.each([1000, 2000, 4000, 8000, 16_000])(
    'is none where a frame each %i ms is shown twice, once',
    (everyMs) => {
      let state = UNSEEN;
      [1, 1, 2, 3, 4, 5, 6, 7, 8, 9].forEach((pixels, index) => {
        state = withLook(state, index * everyMs, lookAt([pixels, 100], state.scene !== null));
        expect(isStill(state), `look ${index}`).toBe(false);
      });
    },
  );

  it('gives a scene more time that stood still and moved on again and again', () => {
    const rest = (pixels: number, brightness: number): Frame[] =>
      Array.from({ length: 7 }, () => [pixels, brightness]);
    const { state, verdicts } = look(UNSEEN, 0, [...rest(1, 50), ...rest(2, 90), ...rest(3, 50)]);
    expect(verdicts.filter(Boolean).length).toBeGreaterThan(3);
    const moved = withLook(state, 21 * SAMPLE_MS, lookAt([4, 90], true));
    const fromMs = 22 * SAMPLE_MS;
    expect(look(moved, fromMs, rest(4, 90)).stoodStillAtMs).toBeNull();
    const long = Array.from({ length: 60 }, (): Frame => [4, 90]);
    expect(look(moved, fromMs, long).stoodStillAtMs).toBe(fromMs - SAMPLE_MS + 10_000);
  });

  it.each([
    ['each second, within the tolerance', 4, [0, 1], 5],
    ['every two seconds, at hard edges', 8, [0, 1], 14],
    ['every two seconds, at hard edges, refined three times', 8, [0, 1, 2], 14],
    ['every two seconds, at hard edges, and now and then once more', 24, [0, 1, 5, 8, 9, 16], 14],
    ['every two seconds, at hard edges, refined for a second', 8, [0, 1, 2, 3], 14],
    ['every two seconds, at hard edges, refined after a pause', 8, [0, 2], 14],
    ['every four seconds, at hard edges', 16, [0, 1, 2], 14],
    ['every ten seconds, at hard edges', 40, [0, 1, 2], 14],
  ])('lasts for minutes through keyframes %s', (_, interval, places, by) => {
    const stood = look(UNSEEN, 0, frames(1, 1, 1, 1, 1, 1)).state;
    expect(isStill(stood)).toBe(true);
    const { state, verdicts } = look(stood, 1500, changing(720, interval, places, by));
    expect(verdicts).not.toContain(false);
    expect(state.restsAtMs).toEqual([]);
  });

  it('ends within six seconds when only a clock goes on, and does not come back', () => {
    const stood = look(UNSEEN, 0, frames(1, 1, 1, 1, 1, 1)).state;
    for (const by of [6, 14, 23]) {
      const { state, verdicts } = look(stood, 1500, changing(720, 4, [0], by));
      expect(verdicts.lastIndexOf(true), `by ${by}`).toBeLessThan(6000 / SAMPLE_MS);
      // A clock says nothing about how quiet the scene is.
      expect(state.restsAtMs).toEqual([]);
    }
  });

  it('does not take a scene for a quiet one because it could not be looked at', () => {
    const stood = look(UNSEEN, 0, frames(1, 1, 1, 1, 1, 1)).state;
    const unseen = withLook(stood, 1500, null);
    expect(isStill(unseen)).toBe(false);
    expect(unseen.restsAtMs).toEqual([]);
  });

  it.each([
    ['two rests', 2, 0, 1250],
    ['three rests', 3, 0, 10_000],
    ['three rests, minutes ago', 3, 500_000, 10_000],
    ['three rests, long ago', 3, 601_000, 1250],
  ])('is said, after %s, when it is believed', (_, times, laterMs, afterMs) => {
    const state = restless(UNSEEN, 0, times);
    expect(state.restsAtMs).toHaveLength(times);
    const fromMs = 7 * times * SAMPLE_MS + laterMs;
    const shown = Array.from({ length: 60 }, (): Frame => [1000, 150]);
    expect(look(state, fromMs, shown).stoodStillAtMs).toBe(fromMs + afterMs);
  });
});
