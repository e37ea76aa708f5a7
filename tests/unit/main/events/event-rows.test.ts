import { describe, expect, it } from 'vitest';
import { DEFAULT_EVENT_RULES, type EventRules } from '@contract/models/events/event-rules.ts';
import type { Message } from '../../../../src-main/app/events/conditions/condition.ts';
import { Conditions } from '../../../../src-main/app/events/conditions/conditions.ts';
import type { EventRow } from '../../../../src-main/app/events/journal/event-row.ts';
import { EventRows } from '../../../../src-main/app/events/rows/event-rows.ts';
import { summarise } from '../../../../src-main/app/events/rows/summarise.ts';
import { told } from './told.ts';

/** Messages in, rows out, all as they are in the end. */
function keeper(rules: Partial<EventRules> = {}) {
  let lastId = 0;
  const rows = new EventRows({
    rules: () => ({ ...DEFAULT_EVENT_RULES, ...rules }),
    placeOf: (nvrId, channel) => ({
      nvrName: `NVR ${nvrId}`,
      cameraId: channel === null ? null : channel + 100,
      cameraName: channel === null ? null : `Camera ${channel}`,
    }),
    nextId: () => (lastId += 1),
  });
  const conditions = new Conditions();
  const made = new Map<number, EventRow>();
  const take = (entries: Partial<Message>, nowMs: number): EventRow | undefined => {
    const changes = [
      ...conditions.expire(nowMs, () => -Infinity),
      ...conditions.take(told(entries), nowMs),
    ];
    let last: EventRow | undefined;
    for (const change of changes) {
      last = rows.apply(change, nowMs)?.row;
      if (last !== undefined) made.set(last.id, { ...last });
    }
    return last;
  };
  return { rows, made, take };
}

describe('rows', () => {
  it('are one a condition, with the names of then', () => {
    const { made, take } = keeper();
    take({}, 0);
    take({ atMs: 2_000 }, 1_000);
    take({ state: 'inactive', atMs: 3_000 }, 2_000);
    expect([...made.values()]).toMatchObject([
      {
        ...{ id: 1, nvrName: 'NVR 1', cameraId: 103, cameraName: 'Camera 3', severity: 'alarm' },
        ...{ count: 2, startedAtMs: 1_000, lastAtMs: 2_000, endedAtMs: 3_000 },
      },
    ]);
  });

  it('of history are no alarms', () => {
    const { take } = keeper();
    expect(take({ isHistory: true }, 0)).toMatchObject({ severity: 'log', endedAtMs: 1_000 });
  });

  it('are not made of what is ignored, not at its repeats and not at its end', () => {
    const actions = { ...DEFAULT_EVENT_RULES.actions, 'line-crossing': 'ignore' as const };
    const { made, take, rows } = keeper({ actions });
    take({}, 0);
    take({}, 1_000);
    take({ state: 'inactive' }, 2_000);
    expect(made.size).toBe(0);
    expect(rows.open()).toEqual([]);
  });

  it('stay what they were when the rules change', () => {
    const actions = { ...DEFAULT_EVENT_RULES.actions };
    const { take } = keeper({ actions });
    take({}, 0);
    actions['line-crossing'] = 'ignore';
    expect(take({}, 1_000)).toMatchObject({ severity: 'alarm', count: 2 });
  });
});

describe('a storm', () => {
  const flap = ({ take }: ReturnType<typeof keeper>, times: number, fromMs = 0) => {
    for (let time = 0; time < times; time += 1) {
      take({ atMs: 1_000 + time }, fromMs + time);
      take({ atMs: 1_000 + time, state: 'inactive' }, fromMs + time);
    }
  };

  it('is one row beyond the allowed ones, which counts', () => {
    const kept = keeper({ stormRowsPerMinute: 3 });
    flap(kept, 50);
    const all = [...kept.made.values()];
    expect(all.map(({ isStorm, count }) => [isStorm, count])).toEqual([
      ...[
        [false, 1],
        [false, 1],
        [false, 1],
      ],
      [true, 47],
    ]);
    expect(all.at(-1)).toMatchObject({ severity: 'alarm', endedAtMs: 1_049 });
  });

  it('is a new alarm once somebody has acknowledged its row', () => {
    const kept = keeper({ stormRowsPerMinute: 1 });
    flap(kept, 5);
    const storm = [...kept.rows.held().values()].find(({ isStorm }) => isStorm);
    Object.assign(storm ?? {}, { acknowledgedAtMs: 1 });
    flap(kept, 3, 10);
    const storms = [...kept.made.values()].filter(({ isStorm }) => isStorm);
    expect(storms.map(({ count, acknowledgedAtMs }) => [count, acknowledgedAtMs])).toEqual([
      [4, null],
      [3, null],
    ]);
  });

  it('of log entries takes no alarm in', () => {
    const actions = { ...DEFAULT_EVENT_RULES.actions, 'line-crossing': 'log' as const };
    const kept = keeper({ stormRowsPerMinute: 1, actions });
    flap(kept, 5);
    Object.assign(actions, { 'line-crossing': 'alarm' });
    flap(kept, 1, 10);
    expect([...kept.made.values()].at(-1)).toMatchObject({ severity: 'alarm', isStorm: false });
  });
});

it('the summary tells of each camera and recorder what is open there', () => {
  const { take, rows } = keeper();
  take({ type: 'motion' }, 0);
  take({ type: 'tamper' }, 0);
  take({ type: 'disk-full', channel: null }, 0);
  take({ type: 'disk-full', channel: null, nvrId: 2, state: 'once' }, 0);
  const severity = 'alarm';
  expect(summarise(rows.open())).toEqual([
    ...[{ nvrId: 1, cameraId: 103, severity, types: ['motion', 'tamper'], isUnacknowledged: true }],
    ...[{ nvrId: 1, cameraId: null, severity, types: ['disk-full'], isUnacknowledged: true }],
  ]);
});
