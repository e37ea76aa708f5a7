import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LostChannels } from '../../../../src-main/app/events/lost-channels.ts';
import type { Message } from '../../../../src-main/app/events/conditions/condition.ts';
import type { EventChannelState } from '../../../../src-main/app/recorders/events/channel-state.ts';

const LISTENING: EventChannelState = { state: 'listening', sinceMs: 1, lastSignMs: 1 };
const CONNECTING: EventChannelState = { state: 'connecting' };
const SILENT: EventChannelState = { state: 'silent' };
const FAILING: EventChannelState = { state: 'failing', why: 'closed', nextTryMs: 1 };
const TOO_MANY: EventChannelState = { state: 'refused-too-many' };
const OFF: EventChannelState = { state: 'off' };
const NOT_SUPPORTED: EventChannelState = { state: 'not-supported' };
const START_MS = 1_000_000;
const HYSTERESIS_MS = 30_000;

beforeEach(() => vi.useFakeTimers({ now: START_MS }));
afterEach(() => void vi.useRealTimers());

function watched() {
  const told: Message[] = [];
  const health = new LostChannels({ tell: (message) => told.push(message) });
  return { health, told, states: () => told.map(({ state }) => state) };
}

describe('an event channel', () => {
  it.each([CONNECTING, SILENT, FAILING, TOO_MANY])(
    'that is $state for 30 s is lost since it began',
    (state) => {
      const { health, told } = watched();
      health.note(1, state);
      vi.advanceTimersByTime(HYSTERESIS_MS - 1);
      expect(told).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(told).toMatchObject([
        { nvrId: 1, type: 'event-channel-lost', state: 'active', atMs: START_MS, isLasting: true },
      ]);
      health.note(1, CONNECTING);
      health.note(1, FAILING);
      vi.advanceTimersByTime(10 * HYSTERESIS_MS);
      expect(told).toHaveLength(1);
      health.note(1, LISTENING);
      expect(told[1]).toMatchObject({ state: 'inactive', atMs: START_MS + 11 * HYSTERESIS_MS });
    },
  );

  it('that is opened anew within 30 s was never lost, however often', () => {
    const { health, states } = watched();
    health.note(1, LISTENING);
    for (let round = 0; round < 5; round += 1) {
      health.note(1, FAILING);
      vi.advanceTimersByTime(HYSTERESIS_MS - 1);
      health.note(1, LISTENING);
    }
    vi.advanceTimersByTime(10 * HYSTERESIS_MS);
    expect(states()).toEqual(['inactive']);
  });

  it('between two tries counts from the first failure', () => {
    const { health, told } = watched();
    health.note(1, FAILING);
    vi.advanceTimersByTime(20_000);
    health.note(1, CONNECTING);
    vi.advanceTimersByTime(10_000);
    expect(told).toMatchObject([{ state: 'active', atMs: START_MS }]);
  });

  it.each([OFF, NOT_SUPPORTED])('that is $state is not lost', (state) => {
    const { health, states } = watched();
    health.note(1, FAILING);
    health.note(1, state);
    vi.advanceTimersByTime(10 * HYSTERESIS_MS);
    expect(states()).toEqual(['inactive']);
  });

  it('that is listened to at first ends what an earlier run of the app left open', () => {
    const { health, states } = watched();
    health.note(1, LISTENING);
    health.note(1, LISTENING);
    expect(states()).toEqual(['inactive']);
  });

  it('hears ends only while it listens, and is looked after', () => {
    const { health } = watched();
    health.note(1, LISTENING);
    health.note(2, LISTENING);
    health.note(3, LISTENING);
    health.note(2, SILENT);
    health.forgetAllBut(new Set([1, 2]));
    expect([1, 2, 3].map((nvrId) => health.listeningSinceMs(nvrId) !== null)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of a recorder that is removed is told of no more; of one that comes back, anew', () => {
    const { health, states } = watched();
    health.note(1, FAILING);
    health.forgetAllBut(new Set());
    vi.advanceTimersByTime(HYSTERESIS_MS);
    expect(states()).toEqual([]);
    health.note(1, FAILING);
    vi.advanceTimersByTime(HYSTERESIS_MS);
    health.forgetAllBut(new Set());
    health.note(1, FAILING);
    vi.advanceTimersByTime(HYSTERESIS_MS);
    expect(states()).toEqual(['active', 'active']);
  });

  it('is told of no more once the app ends', () => {
    const { health, states } = watched();
    health.note(1, FAILING);
    health.stop();
    vi.advanceTimersByTime(HYSTERESIS_MS);
    expect(states()).toEqual([]);
  });
});

it('whatever happens in whatever order, each is told of in turns, and after a while the last word is true', () => {
  const lost: EventChannelState[] = [CONNECTING, SILENT, FAILING, TOO_MANY];
  const step = fc.record({
    nvrId: fc.integer({ min: 1, max: 3 }),
    state: fc.constantFrom(...lost, LISTENING, OFF, NOT_SUPPORTED),
    afterMs: fc.integer({ min: 0, max: 2 * HYSTERESIS_MS }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const last = new Map<number, string>();
      const wanted = new Map<number, string>();
      const health = new LostChannels({
        tell: ({ nvrId, state }) => {
          expect(last.get(nvrId)).not.toBe(state);
          last.set(nvrId, state);
        },
      });
      for (const { nvrId, state, afterMs } of steps) {
        health.note(nvrId, state);
        wanted.set(nvrId, lost.includes(state) ? 'active' : 'inactive');
        expect(health.listeningSinceMs(nvrId) !== null).toBe(state === LISTENING);
        vi.advanceTimersByTime(afterMs);
      }
      vi.advanceTimersByTime(HYSTERESIS_MS);
      expect(last).toEqual(wanted);
      health.stop();
    }),
  );
});
