import { describe, expect, it } from 'vitest';
import { nvrClockOf } from '../../../../src-renderer/text/event-words.ts';
import { eventRow } from '../../../support/event-row.ts';

const HOUR_MS = 3_600_000;
const AT_MS = new Date(2026, 10, 28, 14, 5, 9).getTime();

describe('the time by an NVR’s own clock', () => {
  const said = (deviceTime: string | null, driftMs: number | null = null): string =>
    nvrClockOf(
      { ...eventRow({ id: 1, startedAtMs: AT_MS, deviceTime }), hasPicture: false },
      driftMs,
    );

  it.each([
    ['none is told', null],
    ['it cannot be read', 'yesterday'],
    ['it is no time', '2026-13-41T99:00:00'],
    ['it is the same', '2026-11-28T14:05:09+01:00'],
    ['it differs by the time that a message takes', '2026-11-28T14:05:07'],
  ])('is not said where %s', (_why, time) => {
    expect(said(time, 7 * HOUR_MS)).toBe('');
  });

  it('is said beside ours where they differ, with how far it is known to be off', () => {
    expect(said('2026-11-28T21:05:09+01:00', 7 * HOUR_MS)).toMatch(
      /^By the NVR's clock 21:05:09 \(it is .* ahead\)$/,
    );
    expect(said('2026-11-28T14:05:06Z')).toBe("By the NVR's clock 14:05:06");
    expect(said('2026-11-28 14:05:40', 1_000)).toBe("By the NVR's clock 14:05:40");
  });

  it('has its day where that is another one', () => {
    expect(said('2026-11-29T01:05:09+08:00')).toBe("By the NVR's clock 29 Nov 01:05:09");
  });
});
