import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endsAtMs,
  NO_POP_UPS,
  type PopUp,
  type PopUps,
  popUpsAt,
  withAlarm,
} from '../../../../src-renderer/model/pop-ups.ts';
import { eventRow } from '../../../support/event-row.ts';

const alarm = (cameraId: number, atMs: number): PopUp => ({
  ...{ cameraId, atMs },
  row: { ...eventRow({ id: cameraId, cameraId }), hasPicture: false },
});

const shownId = ({ shown }: PopUps): number | null => shown?.cameraId ?? null;

describe('alarm cameras that come to the front', () => {
  it('are shown at once while nobody is there, and give way after 20 s', () => {
    const shown = popUpsAt(withAlarm(NO_POP_UPS, alarm(1, 0)), 0, false);
    expect(shownId(shown)).toBe(1);
    expect(popUpsAt(shown, 19_999, false)).toBe(shown);
    expect(popUpsAt(shown, 20_000, false)).toEqual(NO_POP_UPS);
  });

  it('wait while somebody steers, and are let go when they were not shown in 20 s', () => {
    const waiting = withAlarm(NO_POP_UPS, alarm(1, 0));
    expect(shownId(popUpsAt(waiting, 5_000, true))).toBeNull();
    expect(shownId(popUpsAt(waiting, 19_000, false))).toBe(1);
    expect(popUpsAt(waiting, 20_000, true)).toEqual(NO_POP_UPS);
  });

  it('take turns, the newest first', () => {
    const first = popUpsAt(withAlarm(NO_POP_UPS, alarm(1, 0)), 0, false);
    const more = withAlarm(withAlarm(first, alarm(2, 1_000)), alarm(3, 2_000));
    expect(endsAtMs(more)).toBe(8_000);
    const second = popUpsAt(more, 8_000, false);
    const third = popUpsAt(second, 16_000, true);
    expect([second, third].map(shownId)).toEqual([3, 2]);
    expect(shownId(popUpsAt(third, 36_000, true))).toBeNull();
  });

  it('stay longer when theirs is told again, each camera once', () => {
    const shown = popUpsAt(withAlarm(NO_POP_UPS, alarm(1, 0)), 0, false);
    const again = withAlarm(
      withAlarm(withAlarm(shown, alarm(1, 15_000)), alarm(2, 1)),
      alarm(2, 2),
    );
    expect(again.shown?.sinceMs).toBe(15_000);
    expect(again.waiting).toHaveLength(1);
  });

  it('never come while somebody steers, never stay for ever, and never wait in more than a handful', () => {
    const step = fc.record({
      afterMs: fc.integer({ min: 0, max: 30_000 }),
      cameraId: fc.option(fc.integer({ min: 1, max: 9 })),
      isBusy: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let [popUps, nowMs] = [NO_POP_UPS, 0];
        for (const { afterMs, cameraId, isBusy } of steps) {
          nowMs += afterMs;
          if (cameraId !== null) popUps = withAlarm(popUps, alarm(cameraId, nowMs));
          const before = popUps;
          popUps = popUpsAt(before, nowMs, isBusy);
          if (isBusy && before.shown === null) expect(popUps.shown).toBeNull();
          if (popUps.shown !== null) expect(nowMs).toBeLessThan(endsAtMs(popUps));
          expect(popUps.waiting.length).toBeLessThanOrEqual(5);
          expect(popUps.waiting.map((one) => one.cameraId)).not.toContain(shownId(popUps));
        }
        for (let each = 0; each < 8; each += 1) popUps = popUpsAt(popUps, (nowMs += 20_000), true);
        expect(popUps).toEqual(NO_POP_UPS);
      }),
    );
  });
});
