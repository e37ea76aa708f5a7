import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionKey } from '../../../../src-main/app/events/conditions/condition.ts';
import { Conditions } from '../../../../src-main/app/events/conditions/conditions.ts';
import { told } from './told.ts';

const HEARD = () => -Infinity;
const DEAF = () => null;

const kinds = (changes: readonly { kind: string }[]) => changes.map(({ kind }) => kind);

describe('a condition', () => {
  it('is one, however often it is told, and ends when its end is told', () => {
    const conditions = new Conditions();
    expect(kinds(conditions.take(told({ atMs: 1_000 }), 0))).toEqual(['opened']);
    expect(kinds(conditions.take(told({ atMs: 2_000, target: 'human' }), 1_000))).toEqual([
      'repeated',
    ]);
    const [end] = conditions.take(told({ atMs: 3_000, state: 'inactive' }), 2_000);
    expect(end).toMatchObject({
      kind: 'ended',
      condition: {
        ...{ startedAtMs: 1_000, lastAtMs: 2_000, endedAtMs: 3_000, isEndKnown: true },
        ...{ count: 2, target: 'human' },
      },
    });
    expect(conditions.size).toBe(0);
  });

  it('ends by itself 15 s after it was told last', () => {
    const conditions = new Conditions();
    conditions.take(told({ atMs: 1_000 }), 0);
    conditions.take(told({ atMs: 11_000 }), 10_000);
    expect(conditions.expire(24_999, HEARD)).toEqual([]);
    const [end] = conditions.expire(25_000, HEARD);
    expect(end?.condition).toMatchObject({ endedAtMs: 11_000, isEndKnown: true });
    expect(conditions.expire(99_000, HEARD)).toEqual([]);
  });

  it('that nobody could hear the end of says so', () => {
    const conditions = new Conditions();
    conditions.take(told(), 0);
    expect(conditions.expire(15_000, DEAF)[0]?.condition.isEndKnown).toBe(false);
  });

  it('whose end may have fallen into a gap of listening says so, too', () => {
    const conditions = new Conditions();
    conditions.take(told(), 0);
    expect(conditions.expire(15_000, () => 5_000)[0]?.condition.isEndKnown).toBe(false);
    conditions.take(told(), 20_000);
    expect(conditions.expire(35_000, () => 20_000)[0]?.condition.isEndKnown).toBe(true);
  });

  it('that lasts until its end is told does not end by itself', () => {
    const conditions = new Conditions();
    conditions.take(told({ type: 'recorder-lost', isLasting: true }), 0);
    expect(conditions.expire(1e9, HEARD)).toEqual([]);
    const [end] = conditions.take(
      told({ type: 'recorder-lost', state: 'inactive', atMs: 5e6, isLasting: true }),
      1e9,
    );
    expect(end?.condition).toMatchObject({ endedAtMs: 5e6, isEndKnown: true });
  });

  it('that lasts goes on whatever its device repeats or says of its end', () => {
    const conditions = new Conditions();
    const own = { type: 'disk-error', isLasting: true } as const;
    conditions.take(told(own), 0);
    conditions.take(told({ ...own, isLasting: false }), 1_000);
    expect(conditions.take(told({ ...own, isLasting: false, state: 'inactive' }), 2_000)).toEqual(
      [],
    );
    expect(conditions.expire(1e9, HEARD)).toEqual([]);
    expect(kinds(conditions.take(told({ ...own, state: 'inactive' }), 1e9))).toEqual(['ended']);
  });

  it('that lasts is known to go on until the app ends, and no other', () => {
    const conditions = new Conditions();
    conditions.take(told({ type: 'recorder-lost', isLasting: true, atMs: 1_000 }), 0);
    conditions.take(told({ atMs: 1_000 }), 0);
    const [only, ...others] = conditions.refresh(7_200_000);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      kind: 'repeated',
      condition: { type: 'recorder-lost', lastAtMs: 7_200_000, count: 1, endedAtMs: null },
    });
    expect(conditions.refresh(1_000)[0]?.condition.lastAtMs).toBe(7_200_000);
  });

  it('is another for another recorder, type, channel or part', () => {
    const conditions = new Conditions();
    const others = [
      {},
      { nvrId: 2 },
      { type: 'tamper' },
      { channel: null },
      { part: 'region-2' },
    ] as const;
    expect(others.flatMap((one) => kinds(conditions.take(told(one), 0)))).toEqual(
      others.map(() => 'opened'),
    );
  });

  it('keeps its name apart where only the device knows what it is', () => {
    const conditions = new Conditions();
    const one = told({ type: 'other', deviceType: 'facesnap' });
    const other = told({ type: 'other', deviceType: 'parking' });
    expect(kinds([...conditions.take(one, 0), ...conditions.take(other, 0)])).toEqual([
      'opened',
      'opened',
    ]);
    expect(conditionKey(told({ deviceType: 'a' }))).toBe(conditionKey(told({ deviceType: 'b' })));
  });

  it('does not end before it began, though the clock is set back', () => {
    const conditions = new Conditions();
    conditions.take(told({ atMs: 9_000 }), 0);
    const [end] = conditions.take(told({ atMs: 2_000, state: 'inactive' }), 1_000);
    expect(end?.condition.endedAtMs).toBe(9_000);
  });
});

describe('what has no end of its own', () => {
  it('is over as it is told, and its repeats count onto it', () => {
    const conditions = new Conditions();
    const once = told({ type: 'disk-error', state: 'once' });
    const opened = conditions.take(once, 0)[0];
    expect(opened).toMatchObject({ kind: 'opened', condition: { endedAtMs: 1_000 } });
    const repeated = conditions.take({ ...once, atMs: 2_000 }, 500)[0];
    expect(repeated).toMatchObject({ kind: 'repeated', condition: { endedAtMs: 2_000, count: 2 } });
    conditions.expire(15_500, HEARD);
    expect(kinds(conditions.take(once, 16_000))).toEqual(['opened']);
  });
});

describe('history', () => {
  it('is over as it is told and touches nothing that goes on', () => {
    const conditions = new Conditions();
    conditions.take(told(), 0);
    const late = told({ isHistory: true });
    expect(conditions.take(late, 0)[0]?.condition).toMatchObject({
      isHistory: true,
      endedAtMs: 1_000,
    });
    conditions.take({ ...late, state: 'inactive' }, 0);
    expect(kinds(conditions.take(told(), 1_000))).toEqual(['repeated']);
  });
});

describe('a start', () => {
  const before = () => {
    const conditions = new Conditions();
    const [opened] = new Conditions().take(told(), 0);
    if (opened === undefined) throw new Error('nothing was opened');
    conditions.resume({ ...opened.condition, key: conditionKey(told()) }, 0);
    return conditions;
  };

  it('takes up what is told again within a minute', () => {
    const conditions = before();
    expect(kinds(conditions.take(told({ atMs: 60_000 }), 59_000))).toEqual(['repeated']);
    expect(conditions.expire(74_000, HEARD)[0]?.condition.isEndKnown).toBe(true);
  });

  it('ends what is not, and its end is not known', () => {
    const conditions = before();
    expect(conditions.expire(59_999, HEARD)).toEqual([]);
    expect(conditions.expire(60_000, HEARD)[0]?.condition).toMatchObject({
      endedAtMs: 1_000,
      isEndKnown: false,
    });
  });
});

it('a device that invents parts takes no more than a bounded memory, and each condition has an end', () => {
  const conditions = new Conditions();
  const changes = Array.from({ length: 5_000 }, (_, index) =>
    conditions.take(told({ part: `region-${index}` }), 0),
  ).flat();
  expect(conditions.size).toBe(2_000);
  expect(kinds(changes).filter((kind) => kind === 'ended')).toHaveLength(3_000);
});

it('in whatever order messages come, each key has at most one condition at a time, and no message is lost', () => {
  const message = fc.record({
    nvrId: fc.constantFrom(1, 2),
    channel: fc.constantFrom(null, 1),
    state: fc.constantFrom('active', 'inactive', 'once'),
    isHistory: fc.boolean(),
    isLasting: fc.boolean(),
    afterMs: fc.constantFrom(0, 1_000, 14_999, 15_000, 40_000),
  });
  const step = fc.oneof(
    { weight: 5, arbitrary: message.map((entries) => ({ act: 'take' as const, ...entries })) },
    fc.constantFrom(1, 2).map((nvrId) => ({ act: 'forget' as const, nvrId, afterMs: 0 })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const conditions = new Conditions();
      const open = new Set<string>();
      let nowMs = 0;
      let messages = 0;
      let counted = 0;
      for (const one of steps) {
        nowMs += one.afterMs;
        const changes = conditions.expire(nowMs, HEARD);
        if (one.act === 'forget') changes.push(...conditions.forget(one.nvrId));
        else {
          const { act: _act, afterMs: _afterMs, ...entries } = one;
          changes.push(...conditions.take(told({ ...entries, atMs: nowMs }), nowMs));
          if (one.state !== 'inactive') messages += 1;
        }
        for (const { kind, condition } of changes) {
          const { key, startedAtMs, lastAtMs, endedAtMs } = condition;
          const isGoingOn = endedAtMs === null;
          if (kind === 'opened') {
            expect(open.has(key)).toBe(false);
            if (isGoingOn) open.add(key);
          }
          if (kind === 'repeated') expect(open.has(key)).toBe(isGoingOn);
          if (kind === 'ended') {
            expect(isGoingOn).toBe(false);
            open.delete(key);
          } else counted += 1;
          expect(lastAtMs).toBeGreaterThanOrEqual(startedAtMs);
          expect(endedAtMs ?? lastAtMs).toBeGreaterThanOrEqual(lastAtMs);
        }
      }
      expect(counted).toBe(messages);
      expect(conditions.size).toBeGreaterThanOrEqual(open.size);
    }),
  );
});
