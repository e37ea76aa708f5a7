import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LoginState } from '../../../../src-main/app/recorders/login/gate/login-state.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lockedFor = (ms: number) => ({ state: 'locked', untilMs: Date.now() + ms }) as const;

it.each([-2 * DAY_MS, 10 * 365 * DAY_MS])('a clock set by %i ms changes no lock', (jumpMs) => {
  const state = new LoginState();
  const login = lockedFor(5 * MINUTE_MS);
  state.put(login);
  expect(state.now).toBe(login);
  vi.advanceTimersByTime(4 * MINUTE_MS);
  vi.setSystemTime(Date.now() + jumpMs);
  expect(state.isLocked).toBe(true);
  expect(state.now).toEqual(lockedFor(MINUTE_MS));
  vi.advanceTimersByTime(MINUTE_MS);
  expect(state.isLocked).toBe(false);
});

it('a lock that was stored by a clock years ahead ends within a day', () => {
  const state = new LoginState();
  state.put(lockedFor(10 * 365 * DAY_MS));
  vi.advanceTimersByTime(DAY_MS);
  expect(state.isLocked).toBe(false);
});

it('what is no lock any more is none', () => {
  const [accepted, forgotten, fresh] = [new LoginState(), new LoginState(), new LoginState()];
  accepted.put(lockedFor(MINUTE_MS));
  accepted.put({ state: 'accepted' });
  forgotten.put(lockedFor(MINUTE_MS));
  forgotten.forget();
  const states = [accepted, forgotten, fresh];
  expect(states.map(({ isLocked }) => isLocked)).toEqual([false, false, false]);
  expect(states.map(({ now }) => now.state)).toEqual(['accepted', 'checking', 'checking']);
});
