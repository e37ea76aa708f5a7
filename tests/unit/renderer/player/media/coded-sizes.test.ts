import { expect, it } from 'vitest';
import { CodedSizes } from '../../../../../src-renderer/player/media/coded-sizes.ts';

function sizesOf(pictures: readonly (readonly [bytes: number, isKeyframe: boolean])[]): CodedSizes {
  const sizes = new CodedSizes();
  for (const [bytes, isKeyframe] of pictures) sizes.note(bytes, isKeyframe);
  return sizes;
}

const group = (bytes: number, keyframeBytes = 9000) =>
  Array.from(
    { length: 30 },
    (_, n) => [n % 15 === 0 ? keyframeBytes : bytes, n % 15 === 0] as const,
  );

it.each([
  ['pictures in which nothing changed', group(30), true],
  ['pictures with movement', group(2500), false],
  ['a keyframe over and over', Array.from({ length: 30 }, () => [9000, true] as const), false],
  ['small keyframes over and over', Array.from({ length: 30 }, () => [100, true] as const), false],
  ['what has only just begun', group(30).slice(0, 5), false],
])('%s', (_, pictures, isIdle) => {
  expect(sizesOf(pictures).isIdle).toBe(isIdle);
});
