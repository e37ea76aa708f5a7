import { describe, expect, it } from 'vitest';
import { goToTime } from '../../../../src-renderer/model/go-to-time.ts';

const NOW = new Date(2026, 10, 28, 15, 30, 0);
const at = (day: number, hour: number, minute: number, second = 0): number =>
  new Date(2026, 10, day, hour, minute, second).getTime();

describe('a time that somebody types', () => {
  it.each([
    ['14:03', at(28, 14, 3)],
    [' 14:03:20 ', at(28, 14, 3, 20)],
    ['14.03', at(28, 14, 3)],
    ['9:05', at(28, 9, 5)],
    // It has not been today.
    ['22:15', at(27, 22, 15)],
    ['yesterday 22:15', at(27, 22, 15)],
    ['Yesterday, 1:00', at(27, 1, 0)],
    ['today 14:03', at(28, 14, 3)],
    ['2026-11-02 08:00', at(2, 8, 0)],
    ['-90s', NOW.getTime() - 90_000],
    ['-10m', NOW.getTime() - 600_000],
    ['- 2 H', NOW.getTime() - 7_200_000],
  ])('%j', (typed, moment) => {
    expect(goToTime(typed, NOW.getTime())).toBe(moment);
  });

  it.each(['', '14', '24:00', '14:60', '14:03:60', '10m', 'tomorrow 9:00', '2026-02-30 08:00'])(
    '%j is none',
    (typed) => {
      expect(goToTime(typed, NOW.getTime())).toBeNull();
    },
  );
});
