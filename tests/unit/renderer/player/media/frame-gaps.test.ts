import { describe, expect, it } from 'vitest';
import { FrameGaps } from '../../../../../src-renderer/player/media/frame-gaps.ts';
import { parseSps } from '../../../../../src-renderer/player/media/h264.ts';
import { HIGH_640_X_360 } from '../h264-samples.ts';

const FRAME_TICKS = 6000;
const FRAME_MS = 1000 / 15;
const LOST = 91;

function parametersOf() {
  const sps = parseSps(HIGH_640_X_360);
  if (sps === null) throw new Error('not read');
  return { ...sps, frameNumberBits: 4 };
}
const SPS = parametersOf();

type Step = Partial<Parameters<FrameGaps['next']>[0]> & { afterMs?: number };

/** Whether each picture is damaged; unless said otherwise, all are reference pictures that come in time. */
function damageOf(steps: readonly Step[], sps = SPS): boolean[] {
  const gaps = new FrameGaps();
  let atMs = 0;
  return steps.map(({ afterMs = FRAME_MS, ...step }, index) => {
    atMs += afterMs;
    const usual = { isReference: true, isKeyframe: index === 0, ticks: FRAME_TICKS, atMs };
    gaps.next({ ...usual, frameNumber: index, ...step }, sps);
    return gaps.isDamaged;
  });
}

function group(frames: number): Step[] {
  return Array.from({ length: frames }, (_, index) => ({ frameNumber: index % 16 }));
}

const MISSED_ONE: Step = { frameNumber: 4, ticks: 2 * FRAME_TICKS };

describe('FrameGaps', () => {
  it('finds nothing in a whole group, also where numbers come round again', () => {
    expect(damageOf(group(40))).not.toContain(true);
  });

  it('knows a picture as damaged from the gap to the next keyframe', () => {
    const steps: Step[] = [
      ...[...group(3), MISSED_ONE, { frameNumber: 5 }],
      ...[{ frameNumber: 0, isKeyframe: true }, { frameNumber: 1 }],
    ];
    expect(damageOf(steps)).toEqual([false, false, false, true, true, false, false]);
  });

  it.each<[string, Step]>([
    ['the clock stood meanwhile', { frameNumber: 9, afterMs: 3000 }],
    ['it was dialled anew', { frameNumber: 9, ticks: LOST, afterMs: 6000 }],
    [
      'as many are missing as there are numbers, but one',
      { frameNumber: 2, ticks: 16 * FRAME_TICKS },
    ],
    ['the gap goes over the highest number', { frameNumber: 1, ticks: 14 * FRAME_TICKS }],
  ])('after a silence: %s', (_, step) => {
    expect(damageOf([...group(3), step]).at(-1)).toBe(true);
  });

  it('misses no pictures that others are not made from', () => {
    const dropped: Step[] = [
      ...[...group(2), { frameNumber: 2, isReference: false }],
      ...[{ frameNumber: 2, ticks: 3 * FRAME_TICKS }, { frameNumber: 3 }],
    ];
    expect(damageOf(dropped)).not.toContain(true);
  });

  it('takes two fields of one frame for what they are', () => {
    const fields = [0, 0, 1, 1, 2, 2].map((frameNumber) => ({ frameNumber, ticks: LOST }));
    expect(damageOf(fields, { ...SPS, isFramesOnly: false })).not.toContain(true);
  });

  it('believes no numbers where no time is missing', () => {
    expect(damageOf([0, 2, 4, 6].map((frameNumber) => ({ frameNumber })))).not.toContain(true);
  });

  it('believes the encoder that frames may be left out', () => {
    expect(damageOf([...group(3), MISSED_ONE], { ...SPS, mayLeaveOutFrames: true }).at(-1)).toBe(
      false,
    );
  });

  it('begins in the middle of a group without a complaint', () => {
    expect(damageOf([{ frameNumber: 7, isKeyframe: false }, { frameNumber: 8 }])).not.toContain(
      true,
    );
  });
});
