import { describe, expect, it } from 'vitest';
import { clockState, type ToldClock } from '../../../../src-main/app/domain/time/clock-drift.ts';
import { zoneMinutes } from '../../../../src-main/app/domain/time/posix-zone.ts';
import { readingOf, searchSpan } from '../../../../src-main/app/domain/time/time-reading.ts';

const HOUR_MS = 3_600_000;
const SUMMER_MS = Date.UTC(2026, 6, 1, 12);
const WINTER_MS = Date.UTC(2026, 11, 1, 12);
const BERLIN = 'CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00';
const SYDNEY = 'CST-10:00:00DST01:00:00,M10.1.0/02:00:00,M4.1.0/03:00:00';

describe('a time zone', () => {
  it.each<[string | null, number, number | null]>([
    ['CST-8:00:00', SUMMER_MS, 480],
    ['CST+5:30:00', SUMMER_MS, -330],
    ['CST-5:45:00', SUMMER_MS, 345],
    ['CST+0:00:00', SUMMER_MS, 0],
    [BERLIN, SUMMER_MS, 120],
    [BERLIN, WINTER_MS, 60],
    // The last Sunday of March 2026 is the 29th, of October the 25th.
    [BERLIN, Date.UTC(2026, 2, 29, 1, 59), 60],
    [BERLIN, Date.UTC(2026, 2, 29, 2), 120],
    [BERLIN, Date.UTC(2026, 9, 25, 2, 59), 120],
    [BERLIN, Date.UTC(2026, 9, 25, 3), 60],
    [SYDNEY, SUMMER_MS, 600],
    [SYDNEY, WINTER_MS, 660],
    ['EST5EDT,M3.2.0,M11.1.0', SUMMER_MS, -240],
    ['EST5EDT,M3.2.0,M11.1.0', WINTER_MS, -300],
    ['<+03>-3', SUMMER_MS, 180],
    ['Europe/Berlin', SUMMER_MS, null],
    ['CST-1:00:00DST01:00:00,J60,J300', SUMMER_MS, null],
    ['', SUMMER_MS, null],
    [null, SUMMER_MS, null],
  ])('%s', (zone, digitsMs, minutes) => {
    expect(zoneMinutes(zone, digitsMs)).toBe(minutes);
  });
});

function told(changes: Partial<ToldClock>) {
  return clockState({
    ...{ localTime: '2026-07-01T14:00:00+02:00', timeZone: BERLIN },
    ...{ askedAtMs: SUMMER_MS + 400, answeredAtMs: SUMMER_MS + 600, ownMinutes: -300 },
    ...changes,
  });
}

describe('a clock', () => {
  it('is right within what its seconds and the way there leave open', () => {
    expect(told({})).toEqual({
      ...{ driftMs: 0, uncertainMs: 600, offsetMinutes: 120 },
      digitsMs: SUMMER_MS + 2 * HOUR_MS,
    });
  });

  it.each<[string, Partial<ToldClock>, number, number]>([
    ['ahead', { localTime: '2026-07-01T14:00:40+02:00' }, 40_000, 120],
    ['behind', { localTime: '2026-07-01T13:59:00+02:00' }, -60_000, 120],
    [
      'whose suffix is the standard one in summer',
      { localTime: '2026-07-01T14:00:00+01:00' },
      0,
      120,
    ],
    ['without a zone', { timeZone: null }, 0, 120],
    ['with a zone only', { localTime: '2026-07-01T14:00:00' }, 0, 120],
    [
      'that writes Z behind local time',
      { localTime: '2026-07-01T14:00:00Z', timeZone: null, ownMinutes: 120 },
      ...[0, 120],
    ] as [string, Partial<ToldClock>, number, number],
    ['in UTC', { localTime: '2026-07-01T12:00:00Z', timeZone: null }, 0, 0],
    [
      'with neither, by this computer’s own zone',
      { localTime: '2026-07-01T07:00:05', timeZone: null },
      ...[5_000, -300],
    ] as [string, Partial<ToldClock>, number, number],
    [
      'that is an hour off in its own zone, though this computer’s would fit',
      { localTime: '2026-07-01T15:00:00+02:00', ownMinutes: 180 },
      ...[HOUR_MS, 120],
    ] as [string, Partial<ToldClock>, number, number],
  ])('%s', (_what, changes, driftMs, offsetMinutes) => {
    expect(told(changes)).toMatchObject({ driftMs, offsetMinutes });
  });

  it.each(['', 'noon', '0000-00-00', '12:00:00'])('“%s” is no time', (localTime) => {
    expect(told({ localTime })).toBeNull();
  });
});

describe('the times of recordings', () => {
  const east = { localMs: SUMMER_MS + 2 * HOUR_MS, utcMs: SUMMER_MS };
  const west = { localMs: SUMMER_MS - 5 * HOUR_MS, utcMs: SUMMER_MS };
  const MINUTE_MS = 60_000;

  it.each([
    ['local east of Greenwich', east, [0, 60, 120], 'local'],
    ['UTC east of Greenwich', east, [-40, -1], 'utc'],
    ['local west of Greenwich', west, [-301], 'local'],
    ['UTC west of Greenwich', west, [-300, -200, -1], 'utc'],
    ['a piece that ends a little ahead', east, [121], 'local'],
    ['nothing recorded', east, [], null],
    ['nothing recorded for an hour', east, [-60], null],
    ['later than any present', east, [300], null],
    ['no difference', { localMs: SUMMER_MS, utcMs: SUMMER_MS }, [0], null],
  ] as const)('%s', (_what, now, minutes, reading) => {
    const ends = minutes.map((each) => SUMMER_MS + each * MINUTE_MS);
    expect(readingOf(ends, now)).toBe(reading);
  });

  it('are searched from shortly before the earlier present to after the later one', () => {
    const { fromMs, toMs } = searchSpan(west);
    expect(fromMs).toBeLessThan(west.localMs);
    expect(toMs).toBeGreaterThan(west.utcMs);
  });
});
