import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { judgedState } from '../../../../src-renderer/player/picture/picture-state.ts';
import { SocketGate } from '../../../../src-renderer/player/connection/socket-gate.ts';
import { Ticker } from '../../../../src-renderer/player/ticker.ts';

const LIVE = { kind: 'live' } as const;
const LATE = { kind: 'late', behindMs: 1500 } as const;
const STILL = { kind: 'still', sinceMs: 7 } as const;
const DAMAGED = { kind: 'damaged' } as const;
const PICTURE = { lastFrameAtMs: 5, stillSinceMs: 7, slowIntervalMs: 0, isDamaged: false };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('ticks everybody with one timer, and stops with the last of them', () => {
  const ticker = new Ticker();
  const listeners = [vi.fn(), vi.fn()];
  const leave = listeners.map((listener) => ticker.subscribe(listener));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1000);
  for (const listener of listeners) expect(listener).toHaveBeenCalledTimes(4);
  for (const unsubscribe of leave) unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
});

it('lets six sockets connect at a time and the next one when one is done', () => {
  const gate = new SocketGate();
  const opened: number[] = [];
  const leave = Array.from({ length: 9 }, (_, index) =>
    gate.enter(index, () => opened.push(index)),
  );
  expect(opened).toEqual([0, 1, 2, 3, 4, 5]);
  leave[7]?.();
  leave[2]?.();
  leave[2]?.();
  expect(opened).toEqual([0, 1, 2, 3, 4, 5, 6]);
  leave[0]?.();
  expect(opened).toEqual([0, 1, 2, 3, 4, 5, 6, 8]);
});

it('opens the streams of one recorder one after the other, and other recorders meanwhile', () => {
  const gate = new SocketGate();
  const opened: string[] = [];
  const enter = (recorder: number, name: string) => gate.enter(recorder, () => opened.push(name));
  enter(1, 'a');
  const giveUp = enter(1, 'b');
  enter(1, 'c');
  enter(2, 'x');
  expect(opened).toEqual(['a', 'x']);
  giveUp();
  vi.advanceTimersByTime(30);
  expect(opened).toEqual(['a', 'x', 'c']);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ['live', 'fresh', null, false, 'live'],
  ['live', 'fresh', 1700, false, 'late'],
  ['late', 'stable', null, false, 'live'],
  ['live', 'stale', null, false, 'stale'],
  ['late', 'stalled', 1700, false, 'stale'],
  ['live', 'still', null, false, 'still'],
  ['late', 'still', 1700, false, 'still'],
  ['still', 'fresh', null, false, 'live'],
  ['still', 'fresh', 1700, false, 'late'],
  ['still', 'stale', null, false, 'stale'],
  ['live', 'fresh', null, true, 'damaged'],
  ['late', 'stable', null, true, 'damaged'],
  ['damaged', 'stable', 1700, true, 'late'],
  ['live', 'stale', null, true, 'stale'],
  ['live', 'still', null, true, 'still'],
  ['damaged', 'fresh', 1700, false, 'late'],
  ['damaged', 'stable', null, false, 'live'],
  ['damaged', 'stalled', null, true, 'stale'],
] as const)(
  '%s judged %s, late by %s, damaged %s -> %s',
  (kind, verdict, lateByMs, isDamaged, expected) => {
    const state = { late: LATE, live: LIVE, still: STILL, damaged: DAMAGED }[kind];
    expect(judgedState(state, verdict, { ...PICTURE, lateByMs, isDamaged }).kind).toBe(expected);
  },
);

it('tells a changed delay in half seconds, and nothing when it is the same', () => {
  expect(judgedState(LATE, 'fresh', { ...PICTURE, lateByMs: 1600 })).toBe(LATE);
  expect(judgedState(LATE, 'fresh', { ...PICTURE, lateByMs: 2300 })).toEqual({
    kind: 'late',
    behindMs: 2500,
  });
});
