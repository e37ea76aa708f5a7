import { describe, expect, it } from 'vitest';
import { capitalized, whenText } from '../../../../src-renderer/features/site/site-text.ts';
import { text } from '../../../../src-renderer/text/catalogue.ts';

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
  ])('is said as people do (%#)', (atMs, said) => {
    expect(whenText(atMs, NOW)).toBe(said);
  });

  it('has a capital where a line begins', () => {
    expect(capitalized('today 03:05')).toBe('Today 03:05');
  });
});

describe('a size', () => {
  it.each([
    [1, 1, '1 NVR and 1 camera'],
    [0, 0, '0 NVRs and 0 cameras'],
    [3, 48, '3 NVRs and 48 cameras'],
  ])('of %d NVRs and %d cameras is said in numbers', (nvrs, cameras, said) => {
    expect(text.site.size(nvrs, cameras)).toBe(said);
  });

  it('counts one thing as one', () => {
    expect(text.site.opensPasswords(1)).toBe('It opens the 1 password in the file.');
  });
});
