import { describe, expect, it } from 'vitest';
import {
  capitalized,
  counted,
  siteSizeText,
  whenText,
} from '../../../../src-renderer/features/site/site-text.ts';

/** By this computer's clock. */
const at = (month: number, day: number, hour: number, year = 2026): number =>
  new Date(year, month - 1, day, hour, 5).getTime();
const NOW = at(3, 1, 9);

describe('a time', () => {
  it.each([
    [at(3, 1, 3), 'today 03:05'],
    [at(2, 28, 23), 'yesterday 23:05'],
    [at(2, 27, 3), 'Fri 27 Feb 03:05'],
    [at(12, 31, 3, 2025), 'Wed 31 Dec 2025 03:05'],
  ])('is said as people do (%#)', (atMs, text) => {
    expect(whenText(atMs, NOW)).toBe(text);
  });

  it('has a capital where a line begins', () => {
    expect(capitalized('today 03:05')).toBe('Today 03:05');
  });
});

describe('a size', () => {
  it.each([
    [{ nvrs: 1, cameras: 1 }, '1 NVR and 1 camera'],
    [{ nvrs: 0, cameras: 0 }, '0 NVRs and 0 cameras'],
    [{ nvrs: 3, cameras: 48 }, '3 NVRs and 48 cameras'],
  ])('%j is said in numbers', (size, text) => {
    expect(siteSizeText(size)).toBe(text);
  });

  it('counts one thing as one', () => {
    expect(counted(1, 'password')).toBe('1 password');
  });
});
