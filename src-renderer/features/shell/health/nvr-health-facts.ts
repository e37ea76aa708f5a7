import type { RecorderHealth } from '@contract/models/health.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { text } from '../../../text/catalogue.ts';
import { clockTimeWithSeconds } from '../../../text/clock-time.ts';
import { dayText } from '../../../text/day-text.ts';
import { sinceText } from '../../../text/since-text.ts';

/** How much a fact matters: an icon says it beside the words. */
export type FactTone = 'good' | 'calm' | 'warning' | 'problem';

/** One line about an NVR. */
export interface HealthFact {
  key: keyof typeof text.health.facts;
  tone: FactTone;
  /** Each in a line of its own. */
  said: { words: string; tone: FactTone }[];
}

/** Two clocks that differ by more cannot be read beside each other without thinking. */
const CLOCK_WARNING_MS = 2_000;
const CLOCK_PROBLEM_MS = 30_000;
const words = text.health;

/** All that is known of an NVR, in a fixed order; what it did not tell is said to be unknown. @param nowMs Unix time */
export function nvrHealthFacts(
  nvr: NvrWithLogin,
  health: RecorderHealth | undefined,
  nowMs: number,
): HealthFact[] {
  const isDown = nvr.login.state === 'accepted' && !nvr.isAnswering;
  const login = isDown ? 'unreachable' : nvr.login.state;
  const isWell = login === 'accepted' || nvr.username === '';
  const since = nvr.sinceMs === null ? '' : `, ${sinceText(nvr.sinceMs, nowMs)}`;
  const told = health === undefined ? [] : toldFacts(nvr, health, nowMs);
  return [
    fact(
      'login',
      isWell ? 'good' : login === 'checking' ? 'calm' : 'problem',
      `${words.login[login]}${since}`,
    ),
    // Of one that is down the rest is what was last known of it, and no news.
    ...(isWell ? told : told.map(calm)),
  ];
}

function toldFacts(nvr: NvrWithLogin, health: RecorderHealth, nowMs: number): HealthFact[] {
  const { reconnectsToday, toldAtMs } = health;
  const isAsked = nvr.layout.kind === 'hikvision';
  const asked = isAsked
    ? [disks(health), load(health), clock(health), recordings(health, nowMs)]
    : [fact('disks', 'calm', words.notAsked)];
  return [
    cameras(health),
    events(health, nowMs),
    ...asked,
    fact('reconnects', 'calm', String(reconnectsToday)),
    lastError(health, nowMs),
    ...(isAsked
      ? [fact('told', 'calm', toldAtMs === null ? words.notTold : momentOf(toldAtMs, nowMs))]
      : []),
  ];
}

function cameras({ cameras: all, problems }: RecorderHealth): HealthFact {
  const lost = problems.filter(({ kind }) => kind === 'camera-lost').length;
  const online = all.filter(({ isOnline }) => isOnline === true).length;
  const untold = all.length - online - lost;
  const tone = lost > 0 ? 'problem' : untold > 0 ? 'calm' : 'good';
  return fact('cameras', tone, words.connected(online, lost, Math.max(0, untold)));
}

function events(
  { events: { state, lostSinceMs, lastSignMs } }: RecorderHealth,
  nowMs: number,
): HealthFact {
  const said = words.channel[state];
  if (lastSignMs !== null) {
    return fact('events', 'good', words.lastSign(said, momentOf(lastSignMs, nowMs)));
  }
  if (lostSinceMs === null) return fact('events', 'calm', said);
  return fact('events', 'problem', words.lostSince(said, sinceText(lostSinceMs, nowMs)));
}

function disks({ disks: all, problems }: RecorderHealth): HealthFact {
  if (all === null) return fact('disks', 'calm', words.notTold);
  if (all.length === 0) return fact('disks', 'problem', words.none);
  const bad = new Set(problems.map((problem) => (problem.kind === 'disk' ? problem.disk : null)));
  const said = all.map(({ id, state, capacityMb }) => ({
    words: words.disk(id, state, capacityMb),
    tone: bad.has(id) ? ('problem' as const) : ('good' as const),
  }));
  return {
    key: 'disks',
    tone: said.some(({ tone }) => tone === 'problem') ? 'problem' : 'good',
    said,
  };
}

function load({ cpuPercent, memoryPercent }: RecorderHealth): HealthFact {
  if (cpuPercent === null && memoryPercent === null) return fact('load', 'calm', words.notTold);
  return fact('load', 'calm', words.load(cpuPercent, memoryPercent));
}

function clock({ clock: { driftMs, uncertainMs, isByNtp } }: RecorderHealth): HealthFact {
  if (driftMs === null) return fact('clock', 'calm', words.notTold);
  const offMs = Math.abs(driftMs) - uncertainMs;
  const tone = offMs > CLOCK_PROBLEM_MS ? 'problem' : offMs > CLOCK_WARNING_MS ? 'warning' : 'good';
  return fact('clock', tone, words.clock(words.drift(driftMs), uncertainMs, isByNtp));
}

function recordings({ clock: told }: RecorderHealth, nowMs: number): HealthFact {
  const { recordings: reading, testedAtMs } = told;
  const said = words.recordings[reading];
  const tone = reading === 'unknown' ? 'warning' : 'good';
  if (testedAtMs === null) return fact('recordings', tone, said);
  return fact('recordings', tone, words.tested(said, momentOf(testedAtMs, nowMs)));
}

function lastError({ lastError: error }: RecorderHealth, nowMs: number): HealthFact {
  if (error === null) return fact('lastError', 'calm', words.none);
  const { atMs, question, fault } = error;
  return fact('lastError', 'calm', words.error(momentOf(atMs, nowMs), question, fault));
}

/** "14:05:09", on another day "20 Nov 14:05:09". */
function momentOf(atMs: number, nowMs: number): string {
  const time = clockTimeWithSeconds(atMs);
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return isToday ? time : `${dayText(atMs)} ${time}`;
}

function fact(key: HealthFact['key'], tone: FactTone, said: string): HealthFact {
  return { key, tone, said: [{ words: said, tone }] };
}

function calm({ key, said }: HealthFact): HealthFact {
  return { key, tone: 'calm', said: said.map(({ words: own }) => ({ words: own, tone: 'calm' })) };
}
