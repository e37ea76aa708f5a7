import { expect, it } from 'vitest';
import type { Camera } from '../../../../src-preload/contract/models/camera.ts';
import { expectedNext } from '../../../../src-renderer/model/expected-next.ts';

const camera = (id: number): Camera => ({
  ...{ id, nvrId: 1, channel: id, name: `Camera ${id}`, isEnabled: true, quality: 'auto' },
  ...{ notes: '', isGone: false },
  ...{ position: id, streams: { main: `nvr1-ch${id}-main`, sub: `nvr1-ch${id}-sub` } },
});
const CAMERAS = Array.from({ length: 20 }, (_, index) => camera(index + 1));

const told = (...args: Parameters<typeof expectedNext>) => {
  const { soon, later } = expectedNext(...args);
  const tell = (streams: typeof soon) =>
    streams.map((one) => `${one.camera.id} ${one.quality}`).join(', ');
  return { soon: tell(soon), later: tell(later) };
};

it.each([
  ['forward', 1, '10 sub, 11 sub, 12 sub, 13 sub, 14 sub, 15 sub, 16 sub, 17 sub, 18 sub'],
  ['back, round the end', -1, '19 sub, 20 sub'],
] as const)('on the wall it is the aimed-at camera and the page %s', (_, step, later) => {
  const place = { page: 0, side: 3, fullscreenId: null } as const;
  expect(told(CAMERAS, place, step, CAMERAS[4])).toEqual({ soon: '5 main', later });
});

it('on a wall of main streams the aimed-at camera is already there', () => {
  const place = { page: 0, side: 2, fullscreenId: null } as const;
  const later = '5 main, 6 main, 7 main, 8 main';
  expect(told(CAMERAS, place, 1, CAMERAS[1])).toEqual({ soon: '2 main', later });
});

it.each([
  ['next', 1, '5 main'],
  ['previous', -1, '3 main'],
] as const)('in fullscreen it is the page, and the %s camera', (_, step, later) => {
  const place = { page: 0, side: 3, fullscreenId: 4 } as const;
  const soon = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => `${id} sub`).join(', ');
  expect(told(CAMERAS, place, step, CAMERAS[3])).toEqual({ soon, later });
});

it('goes round the ends from camera to camera too', () => {
  const place = { page: 2, side: 3, fullscreenId: 20 } as const;
  expect(told(CAMERAS, place, 1, undefined).later).toBe('1 main');
});

it('expects nothing of an empty wall', () => {
  const place = { page: 0, side: 4, fullscreenId: null } as const;
  expect(told([], place, 1, undefined)).toEqual({ soon: '', later: '' });
});
