import { describe, expect, it } from 'vitest';
import type { Camera } from '../../../../src-preload/contract/models/camera.ts';
import { findCameras, type NumberedCamera } from '../../../../src-renderer/model/camera-search.ts';

const NAMES = ['Gate 12', 'Tor Süd', 'Back gate', 'مدخل 2', 'İstanbul', 'Dock', 'Ramp'];
const CAMERAS: NumberedCamera[] = Array.from({ length: 14 }, (_, index) => ({
  camera: { id: 100 + index, name: NAMES[index] ?? `Camera ${index + 1}` } as Camera,
  number: index + 1,
  nvrName: index < 7 ? 'Warehouse' : 'Gate house',
}));

function numbersFor(query: string): number[] {
  return findCameras(CAMERAS, query).map(({ number }) => number);
}

describe('finding a camera', () => {
  it('lists all in the order of the wall while nothing is asked', () => {
    expect(numbersFor('  ')).toEqual(CAMERAS.map(({ number }) => number));
  });

  it('puts the number first, then beginnings, words, parts and the NVR', () => {
    expect(numbersFor('12')).toEqual([12, 1]);
    expect(numbersFor('gate')).toEqual([1, 3, 8, 9, 10, 11, 12, 13, 14]);
    expect(numbersFor('oc')).toEqual([6]);
  });

  it('wants every word, in any order', () => {
    expect(numbersFor('warehouse ramp')).toEqual([7]);
    expect(numbersFor('ramp house 99')).toEqual([]);
  });

  it('takes no notice of case and accents, in any script', () => {
    expect(numbersFor('SUD')).toEqual([2]);
    expect(numbersFor('istanbul')).toEqual([5]);
    expect(numbersFor('مدخل')).toEqual([4]);
  });
});
