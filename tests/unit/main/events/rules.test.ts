import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_EVENT_RULES,
  type EventException,
  eventRulesSchema,
} from '@contract/models/events/event-rules.ts';
import { EVENT_TYPES } from '@contract/models/events/event-type.ts';
import { eventTypeOf } from '../../../../src-main/app/events/event-types.ts';
import { decideAction } from '../../../../src-main/app/events/rules/decide-action.ts';
import { isWithin, wallTimeOf } from '../../../../src-main/app/events/rules/schedule.ts';
import { StormGuard } from '../../../../src-main/app/events/rules/storm-guard.ts';

const MONDAY_NOON = { weekday: 1, minute: 720 };
const ALWAYS = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440 };

function exception(entries: Partial<EventException>): EventException {
  return { types: [], cameraIds: [], schedule: null, action: 'ignore', ...entries };
}

describe('the rules that go without anybody having said so', () => {
  it('pass the schema, and make alarms of what a guard must see', () => {
    expect(eventRulesSchema.parse(DEFAULT_EVENT_RULES)).toEqual(DEFAULT_EVENT_RULES);
    const logged = EVENT_TYPES.filter((type) => DEFAULT_EVENT_RULES.actions[type] === 'log');
    expect(logged).toEqual(['motion', 'region-exit', 'scene-change', 'other']);
    expect(Object.values(DEFAULT_EVENT_RULES.actions)).not.toContain('ignore');
  });

  it.each([
    ['vmd', 'motion'],
    ['linedetection', 'line-crossing'],
    ['regionentrance', 'region-entry'],
    ['nicbroken', 'network'],
    ['facesnap', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%s is %s', (name, type) => {
    expect(eventTypeOf(name)).toBe(type);
  });
});

describe('an exception', () => {
  const decide = (exceptions: EventException[], cameraId: number | null = 7) =>
    decideAction(
      { ...DEFAULT_EVENT_RULES, exceptions },
      { type: 'motion', cameraId, wallTime: MONDAY_NOON },
    );

  it('counts where type, camera and hour fit, the first before the others', () => {
    expect(decide([])).toBe('log');
    expect(decide([exception({ types: ['motion'], action: 'alarm' })])).toBe('alarm');
    expect(decide([exception({ types: ['io'] })])).toBe('log');
    expect(decide([exception({ cameraIds: [7] }), exception({ action: 'alarm' })])).toBe('ignore');
    expect(decide([exception({ cameraIds: [8] }), exception({ action: 'alarm' })])).toBe('alarm');
    expect(decide([exception({ cameraIds: [7] })], null)).toBe('log');
    expect(decide([exception({ schedule: { weekdays: [2], from: 0, to: 1_440 } })])).toBe('log');
    expect(decide([exception({ schedule: ALWAYS })])).toBe('ignore');
  });
});

describe('a schedule', () => {
  const NIGHT = { weekdays: [5], from: 22 * 60, to: 6 * 60 };

  it.each([
    [5, 21 * 60 + 59, false],
    [5, 22 * 60, true],
    [6, 5 * 60 + 59, true],
    [6, 6 * 60, false],
    [6, 22 * 60, false],
    [5, 60, false],
  ])(
    'over midnight belongs to the day on which it begins: day %i, minute %i',
    (weekday, minute, is) => {
      expect(isWithin(NIGHT, { weekday, minute })).toBe(is);
    },
  );

  it('of a Sunday night goes into Monday', () => {
    expect(isWithin({ ...NIGHT, weekdays: [7] }, { weekday: 1, minute: 30 })).toBe(true);
  });

  it('and its complement share every minute of the week between them', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const day = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(minute, minute, day, minute, (from, to, weekday, at) => {
        fc.pre(from !== to);
        const every = { weekdays: [1, 2, 3, 4, 5, 6, 7] };
        const moment = { weekday, minute: at };
        const one = isWithin({ ...every, from, to }, moment);
        expect(isWithin({ ...every, from: to, to: from }, moment)).toBe(!one);
      }),
    );
  });

  describe('when the clocks are changed', () => {
    const zone = process.env['TZ'];
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it('goes by what the clock shows: a left out hour never comes, a second one is covered, too', () => {
      process.env['TZ'] = 'Europe/Berlin';
      const shown = (utc: string) => wallTimeOf(Date.parse(utc));
      // 29 March 2026, a Sunday: after 01:59 comes 03:00.
      expect(shown('2026-03-29T00:59:00Z')).toEqual({ weekday: 7, minute: 119 });
      expect(shown('2026-03-29T01:00:00Z')).toEqual({ weekday: 7, minute: 180 });
      // 25 October 2026, a Sunday: 02:30 comes twice.
      const HALF_PAST_TWO = { weekday: 7, minute: 150 };
      expect(shown('2026-10-25T00:30:00Z')).toEqual(HALF_PAST_TWO);
      expect(shown('2026-10-25T01:30:00Z')).toEqual(HALF_PAST_TWO);
      expect(isWithin({ weekdays: [7], from: 120, to: 180 }, HALF_PAST_TWO)).toBe(true);
    });
  });
});

describe('the storm guard', () => {
  it('lets so many a minute make a row, each kind for itself, and again when it is calm', () => {
    const guard = new StormGuard();
    const admitted = (kind: string, nowMs: number) => guard.admit(kind, 3, nowMs);
    expect([0, 1, 2, 3, 4].map((nowMs) => admitted('a', nowMs))).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
    expect(admitted('b', 5)).toBe(true);
    // What was counted belongs to the storm.
    expect(admitted('a', 59_000)).toBe(false);
    expect(admitted('a', 60_004)).toBe(true);
  });

  it('forgets a kind that has been calm for a minute', () => {
    const guard = new StormGuard();
    guard.admit('a', 1, 0);
    guard.admit('b', 1, 30_000);
    expect(guard.calmDown(59_999)).toEqual([]);
    expect(guard.calmDown(60_000)).toEqual(['a']);
    expect(guard.admit('b', 1, 60_000)).toBe(false);
  });

  it('never lets more through in any minute than were allowed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 5 }),
        (pauses, most) => {
          const guard = new StormGuard();
          let nowMs = 0;
          const rows: number[] = [];
          for (const pause of pauses) {
            nowMs += pause;
            if (guard.admit('a', most, nowMs)) rows.push(nowMs);
            expect(rows.filter((atMs) => nowMs - atMs < 60_000).length).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });
});
