import { expect, it } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import { beyondBudget } from '../../../../src-renderer/model/session-budget.ts';

const camera = (id: number, nvrId: number): Camera => ({
  ...{ id, nvrId, channel: id, name: '', position: id, isEnabled: true, quality: 'auto' },
  ...{ notes: '', isGone: false, streams: { main: '', sub: null } },
});
const page = [1, 2, 1, 1, 2, 3, 1].map((nvrId, index) => camera(index + 1, nvrId));

it.each([
  [1, [3, 4, 5, 7]],
  [2, [4, 7]],
  [3, [7]],
  [4, []],
])('with %i streams of each recorder, cameras %j are left out', (perNvr, left) => {
  expect([...beyondBudget(page, perNvr)]).toEqual(left);
});
