import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../../../src-main/app/isapi/alert-stream/alert.ts';
import { DeviceClock } from '../../../../src-main/app/recorders/events/device-clock.ts';
import {
  eventOfAlert,
  knownChannel,
} from '../../../../src-main/app/recorders/events/event-of-alert.ts';
import {
  aftermathOf,
  EVENT_CHANNEL_TIMES as times,
  pauseAfter,
} from '../../../../src-main/app/recorders/events/session-aftermath.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('the channel that a recorder means', () => {
  it.each([
    ['one that is known', 2, { channels: upTo(4), analogInputs: null }, 2],
    ['an IP camera counted from 33', 34, { channels: upTo(8), analogInputs: 0 }, 2],
    ['the same behind analog inputs', 33, { channels: upTo(10), analogInputs: 8 }, 9],
    ['one above 32 that is known as such', 34, { channels: upTo(64), analogInputs: 0 }, 34],
    ['one that may be either', 33, { channels: upTo(8), analogInputs: null }, null],
    ['one that was not added', 7, { channels: upTo(4), analogInputs: 0 }, null],
    ['one beyond all', 99, { channels: upTo(8), analogInputs: 0 }, null],
  ])('is %s', (_, told, facts, comesOut) => {
    expect(knownChannel(told, facts)).toBe(comesOut);
  });
});

describe('a device’s clock', () => {
  const MINUTE = 60_000;
  let clock: DeviceClock;
  beforeEach(() => {
    vi.useFakeTimers();
    clock = new DeviceClock();
    return () => vi.useRealTimers();
  });
  const isOld = (time: string): boolean => clock.isOlderThan(MINUTE, time);

  it('tells nothing before it is known, nor of what it cannot read', () => {
    expect(isOld('2001-01-01T00:00:00Z')).toBe(false);
    clock.note('yesterday');
    expect(clock.isKnown).toBe(false);
    clock.note('2026-06-01T12:00:00+02:00');
    expect(isOld('')).toBe(false);
    expect(isOld('0000-00-00 00:00')).toBe(false);
  });

  it.each([
    ['2026-06-01T12:00:00+02:00', '2026-06-01T11:58:00+02:00', true],
    ['2026-06-01T12:00:00+02:00', '2026-06-01T11:59:30+02:00', false],
    // Without an offset, with the one of winter, in UTC, or with local digits that claim to be.
    ['2026-06-01T12:00:00+02:00', '2026-06-01T11:59:50', false],
    ['2026-06-01T12:00:00+02:00', '2026-06-01T11:59:50+01:00', false],
    ['2026-06-01T12:00:00+02:00', '2026-06-01T09:59:50Z', false],
    ['2026-06-01T12:00:00+02:00', '2026-06-01T11:59:50Z', false],
    ['2026-06-01T12:00:00', '2026-06-01T11:50:00Z', true],
    ['2026-06-01T12:00:00+0530', '2026-06-01T11:50:00.123+05:30', true],
    // Its clock was put back since.
    ['2026-06-01T12:00:00', '2026-06-01T14:00:00', false],
  ])('at %s, %s is old: %s', (now, time, comesOut) => {
    clock.note(now);
    expect(isOld(time)).toBe(comesOut);
  });

  it.each([
    ['2026-06-01T12:00:00+02:00', '2026-06-01T11:00:00+02:00', 60 * MINUTE],
    // The suffix of winter: an hour or two, and the event is not made older than it is.
    ['2026-06-01T12:00:00+02:00', '2026-06-01T10:00:00+01:00', 60 * MINUTE],
    ['2026-06-01T12:00:00', '2026-06-01T11:59:00', MINUTE],
    ['2026-06-01T12:00:00', '2026-06-01T14:00:00', 0],
    ['2026-06-01T12:00:00', 'yesterday', null],
  ])('at %s, %s is so long ago: %s', (now, time, comesOut) => {
    expect(clock.ageOf(time)).toBeNull();
    clock.note(now);
    expect(clock.ageOf(time)).toBe(comesOut);
  });

  it('goes on by itself', () => {
    clock.note('2026-06-01T12:00:00');
    vi.advanceTimersByTime(5 * MINUTE);
    expect(isOld('2026-06-01T12:00:00')).toBe(true);
    expect(isOld('2026-06-01T12:05:00')).toBe(false);
  });
});

describe('an event', () => {
  const alert: Alert = {
    ...{ type: 'vmd', state: 'active', channel: 34, part: '', time: '2026-06-01T12:00:00' },
    ...{ isRetransmission: false, target: null, isHeartbeat: false },
  };
  const facts = { channels: upTo(4), analogInputs: 0, clock: new DeviceClock() };

  it('keeps the number that the device wrote where the app has another or none', () => {
    expect(eventOfAlert(alert, facts)).toMatchObject({ channel: 2, deviceChannel: 34 });
    const same = eventOfAlert({ ...alert, channel: 3 }, facts);
    expect(same).toMatchObject({ channel: 3, deviceChannel: null });
    const unknown = eventOfAlert({ ...alert, channel: 9 }, facts);
    expect(unknown).toMatchObject({ channel: null, deviceChannel: 9 });
    const own = eventOfAlert({ ...alert, channel: null }, facts);
    expect(own).toMatchObject({ channel: null, deviceChannel: null });
  });

  it('is history where the device sends it again', () => {
    expect(eventOfAlert(alert, facts).isHistory).toBe(false);
    expect(eventOfAlert({ ...alert, isRetransmission: true }, facts).isHistory).toBe(true);
  });

  it('tells how long ago it was by the device’s own clock, whatever ours says', () => {
    expect(eventOfAlert(alert, facts).agoMs).toBeNull();
    const clock = new DeviceClock();
    clock.note('2026-06-01T13:00:00');
    const hours = (eventOfAlert(alert, { ...facts, clock }).agoMs ?? 0) / 3_600_000;
    expect(hours).toBeCloseTo(1, 2);
  });
});

describe('how long a channel waits after an end', () => {
  const pause = (end: Parameters<typeof aftermathOf>[0], failures = 0): number =>
    pauseAfter(aftermathOf(end), { failures, times });
  const between = (value: number, least: number, most: number): void => {
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  };

  it('begins with 2 s, doubles up to a minute, and has chance in it', () => {
    const pauses = [0, 1, 2, 3, 9, 5000].map((failures) => pause('silent', failures));
    [2, 4, 8, 16, 60, 60].forEach((seconds, index) => {
      between(pauses[index] ?? 0, seconds * 750, seconds * 1250);
    });
    expect(new Set(Array.from({ length: 20 }, () => pause('closed'))).size).toBeGreaterThan(1);
  });

  it('is minutes where too many listen, and about an hour where asking is no use', () => {
    between(pause({ kind: 'busy', isTooMany: true }), 120_000, 300_000);
    between(pause({ kind: 'busy' }), 1_500, 2_500);
    between(pause({ kind: 'not-supported' }), 2_700_000, 4_500_000);
    between(pause({ kind: 'auth', reason: 'no-permission' }), 2_700_000, 4_500_000);
  });
});
