import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockTime,
  digitsOf,
  momentOf,
  readClockTime,
  type RecordingClock,
} from '../../../../src-main/app/domain/time/recording-time.ts';

const BERLIN = 'CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00';
const LOCAL: RecordingClock = {
  ...{ reading: 'local', timeZone: BERLIN, offsetMinutes: 60, driftMs: 0 },
};
const at = (text: string): number => Date.parse(text);

describe('the moment of a recording, as its recorder writes it', () => {
  it.each([
    ['2026-01-15T12:00:00Z', LOCAL, '20260115T130000Z'],
    ['2026-07-15T12:00:00Z', LOCAL, '20260715T140000Z'],
    // A second before and after the clock is put on, and back.
    ['2026-03-29T00:59:59Z', LOCAL, '20260329T015959Z'],
    ['2026-03-29T01:00:00Z', LOCAL, '20260329T030000Z'],
    ['2026-10-25T00:59:59Z', LOCAL, '20261025T025959Z'],
    ['2026-10-25T01:59:59Z', LOCAL, '20261025T025959Z'],
    ['2026-10-25T02:00:00Z', LOCAL, '20261025T030000Z'],
    ['2026-07-15T12:00:00Z', { ...LOCAL, reading: 'utc' }, '20260715T120000Z'],
    ['2026-07-15T12:00:00Z', { ...LOCAL, timeZone: null }, '20260715T130000Z'],
    ['2026-07-15T12:00:00Z', { ...LOCAL, driftMs: 7 * 60_000 }, '20260715T140700Z'],
  ] as const)('%s', (moment, clock, written) => {
    expect(clockTime(digitsOf(at(moment), clock))).toBe(written);
  });

  it('is found again, but for the hour that autumn has twice', () => {
    const clock = fc.record({
      reading: fc.constantFrom('local', 'utc'),
      timeZone: fc.constantFrom(BERLIN, null, 'CST+5:00:00'),
      offsetMinutes: fc.integer({ min: -720, max: 840 }),
      driftMs: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    });
    const moment = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
    fc.assert(
      fc.property(clock, moment, (given, atMs) => {
        const back = momentOf(digitsOf(atMs, given), given);
        expect([0, 3_600_000]).toContain(back - atMs);
      }),
    );
  });
});

describe('a time that a recorder writes', () => {
  it.each([
    ['clock=20261128T140327Z-', '2026-11-28T14:03:27.000Z'],
    ['clock=20261128T140327.25Z-20261128T150000Z', '2026-11-28T14:03:27.250Z'],
    ['2026-11-28T14:03:27Z', '2026-11-28T14:03:27.000Z'],
  ])('%s is read', (text, moment) => {
    expect(readClockTime(text)).toBe(at(moment));
  });

  it.each(['npt=0.000-', '', 'clock=-'])('%j is none', (text) => {
    expect(readClockTime(text)).toBeNull();
  });
});
