import { expect, it } from 'vitest';
import type { Camera } from '../../../../src-preload/contract/models/camera.ts';
import { ambiguousNames } from '../../../../src-renderer/features/wall/ambiguous-names.ts';

it('finds the names that several cameras have', () => {
  const cameras = ['Gate', 'Camera 01', 'Dock', 'Camera 01', 'Camera 01'].map((name, id) => {
    return { id, name } as Camera;
  });
  expect([...ambiguousNames(cameras)]).toEqual(['Camera 01']);
});
