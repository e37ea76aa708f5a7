import { describe, expect, it } from 'vitest';
import type { AlarmCheck, AlarmSource } from '@contract/models/alarm-check.ts';
import type { Camera } from '@contract/models/camera.ts';
import {
  checkReducer,
  NOT_BEGUN,
} from '../../../../src-renderer/features/alarm-check/alarm-check-state.ts';
import {
  alarmGrids,
  placeAfter,
} from '../../../../src-renderer/features/alarm-check/alarm-grid.ts';
import {
  findingsIn,
  verdictOf,
  worstOf,
} from '../../../../src-renderer/features/alarm-check/verdict.ts';

function source(parts: Partial<AlarmSource> = {}): AlarmSource {
  return {
    ...{ triggerId: 'VMD-1', type: 'motion', deviceType: 'VMD', cameraId: 1 },
    ...{ detector: 'on', notifies: 'yes', hours: 'always' },
    ...{ lastEventAtMs: null, canLetNotify: false },
    ...parts,
  };
}

describe('what the answers come to', () => {
  it.each([
    [{}, 'sent'],
    [{ detector: 'none', hours: 'untold' }, 'sent'],
    [{ hours: 'untold' }, 'sent'],
    [{ detector: 'off', notifies: 'no' }, 'off'],
    [{ notifies: 'no', hours: 'never' }, 'not-sent'],
    [{ detector: 'untold', notifies: 'no' }, 'not-sent'],
    [{ hours: 'never' }, 'never'],
    [{ detector: 'no-permission' }, 'no-right'],
    [{ detector: 'untold' }, 'unknown'],
    [{ notifies: 'untold', hours: 'some-hours' }, 'unknown'],
    [{ hours: 'some-hours' }, 'some-hours'],
  ] as const)('%j is %s', (parts, verdict) => {
    expect(verdictOf(source(parts))).toBe(verdict);
  });

  it('is the worst of several, and nothing of none', () => {
    const several = [source(), source({ notifies: 'no' }), source({ detector: 'off' })];
    expect(worstOf(several)).toBe('not-sent');
    expect(worstOf([])).toBeNull();
    expect(findingsIn(several).map(({ verdict }) => verdict)).toEqual(['not-sent', 'off']);
    expect(findingsIn([source()])).toEqual([]);
  });
});

describe('the tables', () => {
  const camera = (id: number) => ({ id, name: `Camera ${id}`, channel: id }) as Camera;
  const { cameras, itself } = alarmGrids(
    [
      source({ type: 'tamper', cameraId: 2 }),
      source(),
      source({ type: 'disk-full', cameraId: null }),
    ],
    [camera(1), camera(2)],
  );

  it('have a line for each camera, and the NVR’s own events apart', () => {
    expect(cameras.columns).toEqual(['motion', 'tamper']);
    expect(cameras.rows.map(({ cells }) => cells.map(({ length }) => length))).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([itself.columns, itself.rows.length]).toEqual([['disk-full'], 1]);
    expect(alarmGrids([source()], [camera(1)]).itself.rows).toEqual([]);
  });

  it('are walked through by key, and not left', () => {
    const from = { row: 0, column: 1 };
    expect(placeAfter('ArrowDown', from, cameras)).toEqual({ row: 1, column: 1 });
    expect(placeAfter('ArrowUp', from, cameras)).toEqual(from);
    expect(placeAfter('ArrowRight', from, cameras)).toEqual(from);
    expect(placeAfter('Home', from, cameras)).toEqual({ row: 0, column: 0 });
    expect(placeAfter('a', from, cameras)).toBeNull();
  });
});

describe('the dialog', () => {
  const check: AlarmCheck = {
    ...{ nvrId: 1, atMs: 0, listening: 'yes', elsewhere: 0, brokenOff: null },
    sources: [
      source({ notifies: 'no', canLetNotify: true }),
      source({ triggerId: 'VMD-2', notifies: 'no', canLetNotify: true }),
    ],
  };
  const begun = checkReducer(NOT_BEGUN, { type: 'look-began', checkId: 'a' });
  const review = checkReducer(begun, {
    ...{ type: 'look-ended', checkId: 'a', outcome: { ok: true, value: check } },
  } as const);

  it('takes no answer of a look that is over', () => {
    const late = { type: 'look-ended', checkId: 'b', outcome: { ok: false, error: 'busy' } };
    expect(checkReducer(begun, late as Parameters<typeof checkReducer>[1])).toBe(begun);
    const told = { type: 'progressed', checkId: 'b', done: 1, total: 2 } as const;
    expect(checkReducer(begun, told)).toBe(begun);
  });

  it('knows what was changed without another look, and nothing else', () => {
    const changing = checkReducer(review, { type: 'change-began', checkId: 'c', total: 2 });
    const half = checkReducer(changing, {
      ...{ type: 'progressed', checkId: 'c', done: 1, total: 2 },
    } as const);
    expect(half.changing).toEqual({ done: 1, total: 2 });
    const { stage, changing: after } = checkReducer(half, {
      type: 'change-ended',
      results: [
        { triggerId: 'VMD-1', outcome: 'others-lost' },
        { triggerId: 'VMD-2', outcome: 'not-kept' },
      ],
    });
    expect(after).toBeNull();
    expect(stage).toMatchObject({
      check: {
        sources: [
          { notifies: 'yes', canLetNotify: false },
          { notifies: 'no', canLetNotify: true },
        ],
      },
    });
  });
});
