import { describe, expect, it } from 'vitest';
import {
  joined,
  parseFragment,
  writeFragment,
  type Fragment,
} from '../../../../../src-renderer/player/media/fmp4.ts';
import { codecOfInit, spsOfInit } from '../../../../../src-renderer/player/media/init-segment.ts';
import { MediaRepair } from '../../../../../src-renderer/player/media/media-repair.ts';
import {
  BASELINE_352_X_288,
  FIELDS_1920_X_1080,
  HIGH_640_X_360,
  PPS,
  SLICES,
  WIDE_PIXELS_704_X_576,
} from '../h264-samples.ts';
import { avcInit, shownSize } from '../init-samples.ts';

const FRAME = 6000;
const LOST = 91;
const NOT_SYNC = 0x01_01_00_00;

/** As go2rtc sends it: NAL units behind their lengths, duration from the timestamps as they come. */
function message(nals: readonly Uint8Array[], ticks: number, decodeTicks: number): ArrayBuffer {
  const parts = nals.flatMap((nal) => [Uint8Array.of(0, 0, 0, nal.length), nal]);
  const isKeyframe = nals.some((nal) => ((nal[0] ?? 0) & 31) === 5);
  const fragment: Fragment = {
    ...{ track: 1, isKeyframe, sampleFlags: isKeyframe ? 0x02_00_00_00 : NOT_SYNC },
    ...{ decodeTicks, durationTicks: ticks, sample: joined(...parts) },
  };
  return writeFragment(fragment, { decodeTicks, durationTicks: ticks, shownAfterTicks: 0 });
}

function shownAfter(bytes: ArrayBuffer): number {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return new DataView(bytes).getInt32(text.indexOf('trun') + 16);
}

describe('MediaRepair', () => {
  it('passes what is right already', () => {
    const repair = new MediaRepair();
    const init = avcInit(HIGH_640_X_360);
    const [keyframe = new Uint8Array()] = SLICES;
    const first = message([keyframe], LOST, 0);
    expect(repair.repair(init, 0)[0]).toBe(init);
    expect(repair.repair(first, 0)[0]).toBe(first);
  });

  it('shows fields in the shape of their frame', () => {
    const [init = new ArrayBuffer()] = new MediaRepair().repair(avcInit(FIELDS_1920_X_1080), 0);
    expect(shownSize(init)).toEqual([1920, 1080]);
  });

  it('shows B-frames before the reference that was sent first', () => {
    const repair = new MediaRepair();
    repair.repair(avcInit(HIGH_640_X_360), 0);
    // go2rtc's durations of timestamps 0 3 1 2 6 4 5; a step back is lost and the next one shorter by it.
    const packed = [LOST, 3 * FRAME - LOST, LOST, FRAME - LOST, 4 * FRAME, LOST, FRAME - LOST];
    const out = packed.map((ticks, index) => {
      const [bytes = new ArrayBuffer()] = repair.repair(
        message([SLICES[index] ?? PPS], ticks, 0),
        index,
      );
      const repaired = parseFragment(bytes);
      if (!repaired) throw new Error('no fragment any more');
      return { shown: repaired.decodeTicks + shownAfter(bytes), size: repaired.sample.length };
    });
    // One step is needed to learn; behind the third picture all are in their places.
    const [, , , third = 0, sixth = 0, fourth = 0, fifth = 0] = out.map(({ shown }) => shown);
    expect([fourth, fifth, sixth].map((shown) => (shown - third) / FRAME)).toEqual([2, 3, 4]);
    expect(out.every(({ size }) => size === 20)).toBe(true);
  });

  it('announces a picture format that changed, once', () => {
    const repair = new MediaRepair();
    const [keyframe = new Uint8Array()] = SLICES;
    repair.repair(avcInit(HIGH_640_X_360), 0);
    const changed = message([BASELINE_352_X_288, PPS, keyframe], FRAME, 0);
    const [init = new ArrayBuffer(), media] = repair.repair(changed, 0);
    expect(codecOfInit(init)).toBe('avc1.42C014');
    expect(spsOfInit(init)).toEqual(BASELINE_352_X_288);
    expect(media && parseFragment(media)?.isKeyframe).toBe(true);
    expect(repair.repair(changed, 66)).toHaveLength(1);
  });

  it('shows pixels that are not square in their shape, from the start and after a change', () => {
    const [fromStart = new ArrayBuffer()] = new MediaRepair().repair(
      avcInit(WIDE_PIXELS_704_X_576),
      0,
    );
    expect(shownSize(fromStart)).toEqual([1024, 576]);
    const repair = new MediaRepair();
    const [keyframe = new Uint8Array()] = SLICES;
    repair.repair(avcInit(HIGH_640_X_360), 0);
    const changed = message([WIDE_PIXELS_704_X_576, PPS, keyframe], FRAME, 0);
    const [changedInit = new ArrayBuffer()] = repair.repair(changed, 0);
    expect(shownSize(changedInit)).toEqual([1024, 576]);
  });

  it('tells from a missing frame to the next keyframe that pictures are damaged', () => {
    const repair = new MediaRepair();
    repair.repair(avcInit(HIGH_640_X_360), 0);
    const damage = [0, 1, 5, 0].map((index, place) => {
      repair.repair(message([SLICES[index] ?? PPS], place === 2 ? 5 * FRAME : FRAME, 0), place);
      return repair.isDamaged;
    });
    expect(damage).toEqual([false, false, true, false]);
  });

  it('leaves alone what it does not understand', () => {
    const repair = new MediaRepair();
    const noise = Uint8Array.of(1, 2, 3).buffer;
    const [keyframe = new Uint8Array()] = SLICES;
    const sound = message([keyframe], 1024, 77);
    expect(repair.repair(noise, 0)).toEqual([noise]);
    expect(repair.repair(sound, 0)[0]).toBe(sound);
  });
});
