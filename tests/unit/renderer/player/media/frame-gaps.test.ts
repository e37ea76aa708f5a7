import { describe, expect, it } from 'vitest';
import { FrameGaps } from '../../../../../src-renderer/player/media/frame-gaps.ts';
import { parseSps, type SliceHeader } from '../../../../../src-renderer/player/media/h264.ts';
import { HIGH_640_X_360 } from '../h264-samples.ts';

const FRAME_TICKS = 6000;
const FRAME_MS = 1000 / 15;
const LOST = 91;

function parametersOf(numberBits: number) {
  const sps = parseSps(HIGH_640_X_360);
  if (sps === null) throw new Error('not read');
  return { ...sps, frameNumberBits: numberBits };
}
const SPS = parametersOf(4);

interface Step extends Partial<SliceHeader> {
  readonly isKeyframe?: boolean;
  readonly isTorn?: boolean;
  readonly ticks?: number;
  readonly afterMs?: number;
}

/** Whether each picture is damaged; unless said otherwise, all are reference pictures that come in time. */
function damageOf(steps: readonly Step[], sps = SPS): boolean[] {
  const gaps = new FrameGaps();
  let atMs = 0;
  return steps.map((step, index) => {
    atMs += step.afterMs ?? FRAME_MS;
    const { isKeyframe = index === 0, ticks = FRAME_TICKS, frameNumber = index } = step;
    const { firstMacroblock = 0, isIntra = isKeyframe, isReference = true } = step;
    const slice = { firstMacroblock, isIntra, isReference, frameNumber, order: null };
    gaps.next({ ticks, isKeyframe, atMs }, step.isTorn ? null : slice, sps);
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

  it('is not misled by a camera that is not exact, nor by frames that were rightly left out', () => {
    const uneven = [1, 0.6, 1.4, 0.6, 1.4, 1].map((share, index) => ({
      ...{ frameNumber: 2 * index, ticks: share * FRAME_TICKS },
    }));
    expect(damageOf(uneven)).not.toContain(true);
    const droppedBefore = { frameNumber: 3, ticks: 2 * FRAME_TICKS };
    expect(damageOf([...group(3), droppedBefore, { ...MISSED_ONE, frameNumber: 5 }]).at(-1)).toBe(
      true,
    );
  });

  it('takes what goes on with a picture, or comes twice, for what it is', () => {
    const parts = [
      ...[{ frameNumber: 1 }, { frameNumber: 1, firstMacroblock: 40, ticks: LOST }],
      ...[{ frameNumber: 2 }, { frameNumber: 2, ticks: LOST }, { frameNumber: 3 }],
    ];
    expect(damageOf([...group(1), ...parts])).not.toContain(true);
  });

  it.each<[string, Step]>([
    ['a keyframe', { frameNumber: 0, isKeyframe: true }],
    ['a keyframe that cannot be read', { isKeyframe: true, isTorn: true }],
    ['a picture that is made from no other', { frameNumber: 5, isIntra: true }],
  ])('is whole again with %s', (_, step) => {
    expect(damageOf([...group(3), MISSED_ONE, step]).slice(-2)).toEqual([true, false]);
  });

  it('begins in the middle of a group without a complaint', () => {
    expect(damageOf([{ frameNumber: 7, isKeyframe: false }, { frameNumber: 8 }])).not.toContain(
      true,
    );
  });
});
