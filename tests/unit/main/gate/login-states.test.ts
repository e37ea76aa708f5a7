import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LoginStates } from '../../../../src-main/app/gate/login-states.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lockedFor = (ms: number) => ({ state: 'locked', untilMs: Date.now() + ms }) as const;

it.each([-2 * DAY_MS, 10 * 365 * DAY_MS])('a clock set by %i ms changes no lock', (jumpMs) => {
  const states = new LoginStates();
  const login = lockedFor(5 * MINUTE_MS);
  states.put(1, login);
  expect(states.of(1)).toBe(login);
  vi.advanceTimersByTime(4 * MINUTE_MS);
  vi.setSystemTime(Date.now() + jumpMs);
  expect(states.isLocked(1)).toBe(true);
  expect(states.of(1)).toEqual(lockedFor(MINUTE_MS));
  vi.advanceTimersByTime(MINUTE_MS);
  expect(states.isLocked(1)).toBe(false);
});

it('a lock that was stored by a clock years ahead ends within a day', () => {
  const states = new LoginStates();
  states.put(1, lockedFor(10 * 365 * DAY_MS));
  vi.advanceTimersByTime(DAY_MS);
  expect(states.isLocked(1)).toBe(false);
});

it('what is no lock any more is none', () => {
  const states = new LoginStates();
  states.put(1, lockedFor(MINUTE_MS));
  states.put(1, { state: 'accepted' });
  states.put(2, lockedFor(MINUTE_MS));
  states.forget(2);
  expect([1, 2, 3].map((id) => states.isLocked(id))).toEqual([false, false, false]);
  expect([1, 2, 3].map((id) => states.of(id).state)).toEqual(['accepted', 'checking', 'checking']);
});
