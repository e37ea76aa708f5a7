import { expect, it } from 'vitest';
import type { Clip } from '@contract/models/clip.ts';
import { clipsAfter } from '../../../../src-renderer/model/clip-list.ts';

const first: Clip = { clipId: 'a', cameraId: 1, lastsMs: 1_000, bytes: 10 };
const second: Clip = { clipId: 'b', cameraId: 2, lastsMs: 2_000, bytes: 20 };
const ended = { state: 'ended', file: null, reason: null } as const;

it('a new recording comes last, and one that grew stays in its place', () => {
  const both = clipsAfter([first], { state: 'recording', clip: second });
  expect(both).toEqual([first, second]);
  const grown = { ...first, bytes: 99 };
  expect(clipsAfter(both, { state: 'recording', clip: grown })).toEqual([grown, second]);
});

it('an ended one goes, and one that nobody knew of changes nothing', () => {
  expect(clipsAfter([first, second], { ...ended, clipId: 'a' })).toEqual([second]);
  expect(clipsAfter([first], { ...ended, clipId: 'b' })).toEqual([first]);
});
