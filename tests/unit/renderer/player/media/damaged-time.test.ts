import { expect, it } from 'vitest';
import { DamagedTime } from '../../../../../src-renderer/player/media/damaged-time.ts';

const MOMENTS = [9.9, 10, 11, 12.9, 13.1, 30];

function shown(time: DamagedTime): number[] {
  return MOMENTS.filter((mediaTimeS) => time.has(mediaTimeS));
}

it('is nowhere before frames were missing', () => {
  const time = new DamagedTime();
  time.note(false, 10);
  expect(shown(time)).toEqual([]);
});

it('lasts from where it arrived while more of it arrives', () => {
  const time = new DamagedTime();
  time.note(true, 10);
  time.note(true, 12);
  expect(shown(time)).toEqual([10, 11, 12.9, 13.1, 30]);
});

it('is held for two seconds behind the last damaged picture', () => {
  const time = new DamagedTime();
  time.note(true, 10);
  time.note(false, 11);
  time.note(false, 12);
  expect(shown(time)).toEqual([10, 11, 12.9]);
});

it('goes on without a break where the next damage comes within that time', () => {
  const time = new DamagedTime();
  time.note(true, 10);
  time.note(false, 11);
  time.note(true, 12);
  expect(shown(time)).toEqual([10, 11, 12.9, 13.1, 30]);
});

it('begins anew after that time', () => {
  const time = new DamagedTime();
  time.note(true, 5);
  time.note(false, 6);
  time.note(true, 11);
  expect(shown(time)).toEqual([11, 12.9, 13.1, 30]);
});
