import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HEALTH_TIMES } from '../../../../src-main/app/health/watch/health-times.ts';
import { QuestionTurn } from '../../../../src-main/app/health/watch/question-turn.ts';
import type { AskedAbout, Question } from '../../../../src-main/app/health/watch/question.ts';
import { RECORDINGS } from '../../../../src-main/app/health/watch/recordings-question.ts';
import { nothingTold } from '../../../../src-main/app/health/watch/told-health.ts';

const ABOUT: AskedAbout = { analogInputs: 0, channels: [3], ownMinutes: 0 };
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

function question(name: Question['name'], everyMs: number): Question {
  return { name, everyMs: () => everyMs, call: () => ({ path: `/${name}` }), takeIn: () => null };
}

describe('the turn of questions', () => {
  it('is taken by each at first, in order, then as often as each should be asked', () => {
    const questions = [question('cameras', MINUTE_MS), question('disks', 10 * MINUTE_MS)];
    const turn = new QuestionTurn(questions, HEALTH_TIMES);
    const asked = Array.from({ length: 45 }, () => {
      const next = turn.next(nothingTold(), ABOUT);
      if (next !== null) turn.note(next.question, null);
      vi.advanceTimersByTime(MINUTE_MS);
      return next?.question.name;
    });
    expect(asked.slice(0, 2)).toEqual(['cameras', 'disks']);
    expect(asked.filter((name) => name === 'disks')).toHaveLength(4);
    expect(asked.filter((name) => name === 'cameras')).toHaveLength(41);
  });

  it.each(['not-supported', 'no-permission'] as const)('comes rarely after “%s”', (fault) => {
    const turn = new QuestionTurn([question('disks', MINUTE_MS)], HEALTH_TIMES);
    const first = turn.next(nothingTold(), ABOUT);
    if (first !== null) turn.note(first.question, fault);
    vi.advanceTimersByTime(HEALTH_TIMES.refusedMs - 1);
    expect(turn.next(nothingTold(), ABOUT)).toBeNull();
    vi.advanceTimersByTime(1);
    expect(turn.next(nothingTold(), ABOUT)).not.toBeNull();
  });
});

describe('the times of recordings', () => {
  const clock = (offsetMinutes: number) => ({
    ...{
      driftMs: 0,
      uncertainMs: 500,
      offsetMinutes,
      digitsMs: 0,
      atMs: 0,
      isByNtp: true,
      timeZone: null,
    },
  });
  const device = { serial: 'S', firmware: 'V1' };
  const isAsked = (offsetMinutes: number, testedAtMs: number | null, about = ABOUT): boolean => {
    const reading =
      testedAtMs === null ? null : { reading: 'utc' as const, offsetMinutes: 120, testedAtMs };
    const told = { ...nothingTold(), clock: clock(offsetMinutes), device, reading };
    return RECORDINGS.call(told, about) !== null;
  };

  it('are tested while they are unknown, once a day, and when its clock is put', () => {
    expect(isAsked(120, null)).toBe(true);
    expect(isAsked(120, Date.now())).toBe(false);
    expect(isAsked(120, Date.now() - DAY_MS + 1)).toBe(false);
    expect(isAsked(120, Date.now() - DAY_MS)).toBe(true);
    expect(isAsked(60, Date.now())).toBe(true);
    // This computer's clock was set back.
    expect(isAsked(120, Date.now() + 1)).toBe(true);
  });

  it('are not where they cannot be', () => {
    expect(isAsked(0, null)).toBe(false);
    expect(isAsked(120, null, { ...ABOUT, channels: [] })).toBe(false);
    expect(RECORDINGS.call({ ...nothingTold(), device }, ABOUT)).toBeNull();
    expect(RECORDINGS.call({ ...nothingTold(), clock: clock(120) }, ABOUT)).toBeNull();
  });
});
