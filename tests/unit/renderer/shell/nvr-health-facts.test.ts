import { describe, expect, it } from 'vitest';
import type { RecorderHealth } from '@contract/models/health.ts';
import { nvrHealthFacts } from '../../../../src-renderer/features/shell/health/nvr-health-facts.ts';
import { nvr } from '../cameras/entries.ts';

const NOW_MS = new Date(2026, 10, 28, 14, 3, 27).getTime();
const EARLIER_MS = new Date(2026, 10, 28, 14, 1).getTime();
const GATE = nvr(1, 'Gate');

const HEALTH: RecorderHealth = {
  ...{ nvrId: 1, toldAtMs: NOW_MS, cpuPercent: 38, memoryPercent: 75, reconnectsToday: 3 },
  events: { state: 'listening', lostSinceMs: null, lastSignMs: NOW_MS },
  disks: [
    { id: 1, state: 'ok', capacityMb: 3_815_447, freeMb: 0 },
    { id: 2, state: 'sleeping', capacityMb: null, freeMb: null },
  ],
  clock: {
    ...{ driftMs: 1_200, uncertainMs: 520, isByNtp: true, recordings: 'local' },
    testedAtMs: EARLIER_MS,
  },
  lastError: null,
  cameras: [
    { cameraId: 1, isOnline: true, shown: 'live', reconnectsToday: 3 },
    { cameraId: 2, isOnline: null, shown: null, reconnectsToday: 0 },
  ],
  problems: [],
};

const facts = (changes: Partial<RecorderHealth> = {}, entry = GATE) =>
  Object.fromEntries(
    nvrHealthFacts(entry, { ...HEALTH, ...changes }, NOW_MS).map(({ key, tone, said }) => [
      key,
      `${tone}: ${said.map(({ words }) => words).join(' | ')}`,
    ]),
  );

it('an NVR that is well says so, fact by fact', () => {
  expect(facts()).toEqual({
    login: 'good: accepted',
    cameras: 'calm: 1 connected, 1 not told',
    events: 'good: listening, last sign of life 14:03:27',
    disks: 'good: 1: well, 3.6 TB | 2: well, sleeping',
    load: 'calm: processor 38 %, memory 75 %',
    clock: 'good: 1 s ahead (± 1 s), set by a time server',
    recordings: 'good: its own wall clock, tested 14:01:00',
    reconnects: 'calm: 3',
    lastError: 'calm: none',
    told: 'calm: 14:03:27',
  });
});

describe('what is not well', () => {
  const clock = HEALTH.clock;
  it.each<[string, Partial<RecorderHealth>, string]>([
    [
      'clock',
      { clock: { ...clock, driftMs: -4_000 } },
      'warning: 4 s behind (± 1 s), set by a time server',
    ],
    [
      'clock',
      { clock: { ...clock, driftMs: 3_700_000, isByNtp: false } },
      'problem: 1 h 2 min ahead (± 1 s), set by hand',
    ],
    ['clock', { clock: { ...clock, driftMs: null } }, 'calm: not told'],
    [
      'recordings',
      { clock: { ...clock, recordings: 'unknown', testedAtMs: null } },
      'warning: unknown: no new recording has told yet',
    ],
    [
      'events',
      { events: { state: 'silent', lostSinceMs: EARLIER_MS, lastSignMs: null } },
      'problem: silent, no alarms since 14:01',
    ],
    [
      'events',
      { events: { state: 'off', lostSinceMs: null, lastSignMs: null } },
      'calm: not listened to',
    ],
    ['disks', { disks: [] }, 'problem: none'],
    ['disks', { disks: null }, 'calm: not told'],
    ['load', { cpuPercent: null }, 'calm: processor not told, memory 75 %'],
    ['load', { cpuPercent: null, memoryPercent: null }, 'calm: not told'],
    [
      'lastError',
      { lastError: { question: 'disks', fault: 'no-permission', atMs: EARLIER_MS } },
      'calm: 14:01:00, disks: its user may not see that. Give the user that right at the NVR.',
    ],
    [
      'cameras',
      { problems: [{ kind: 'camera-lost', key: 'a', sinceMs: 1, cameraId: 2 }] },
      'problem: 1 connected, 1 lost',
    ],
  ])('%s %#', (key, changes, said) => {
    expect(facts(changes)[key]).toBe(said);
  });

  it('is said of one that cannot be reached, of which nothing else is known yet', () => {
    const down = { ...GATE, isAnswering: false, sinceMs: EARLIER_MS };
    expect(nvrHealthFacts(down, undefined, NOW_MS)).toEqual([
      {
        key: 'login',
        tone: 'problem',
        said: [{ words: 'cannot be reached, since 14:01', tone: 'problem' }],
      },
    ]);
  });

  it('of one that is down is what was last known, and no news', () => {
    const down = { ...GATE, isAnswering: false, sinceMs: EARLIER_MS };
    const events = { state: 'silent', lostSinceMs: EARLIER_MS, lastSignMs: null } as const;
    expect(facts({ events }, down)['events']).toBe('calm: silent, no alarms since 14:01');
  });

  it('is one disk of several, and the others are well', () => {
    const disk = { kind: 'disk', key: 'a', sinceMs: 1, disk: 2, state: 'broken' } as const;
    const told = nvrHealthFacts(GATE, { ...HEALTH, problems: [disk] }, NOW_MS);
    const disks = told.find(({ key }) => key === 'disks');
    expect(disks?.said.map(({ tone }) => tone)).toEqual(['good', 'problem']);
  });

  it('is not guessed of makes that are not asked', () => {
    const told = facts({}, nvr(1, 'Gate', { layout: { kind: 'dahua' } }));
    expect(told['disks']).toContain('only Hikvision-compatible');
    expect([told['clock'], told['told']]).toEqual([undefined, undefined]);
  });
});
