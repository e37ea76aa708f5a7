import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src-main/app/events/conditions/condition.ts';
import { CameraPresence } from '../../../../src-main/app/health/camera-presence.ts';
import { conditionOf, FoundConditions } from '../../../../src-main/app/health/found-conditions.ts';
import { recorderHealth } from '../../../../src-main/app/health/recorder-health.ts';
import type { RecorderFacts } from '../../../../src-main/app/health/site-facts.ts';
import { nothingTold, type ToldHealth } from '../../../../src-main/app/health/watch/told-health.ts';
import { camera } from '../../renderer/cameras/entries.ts';

const NOW_MS = 1_000_000;
const LISTENING = { state: 'listening', sinceMs: 1, lastSignMs: 900_000 } as const;

function health(told: Partial<ToldHealth>, facts: Partial<RecorderFacts> = {}) {
  return recorderHealth(
    {
      ...{ nvrId: 3, told: { ...nothingTold(), ...told }, presence: new CameraPresence() },
      ...{ channel: LISTENING, channelLostSinceMs: null, cameras: [], streams: [] },
      ...facts,
    },
    NOW_MS,
    (_key, firstMs) => firstMs,
  );
}

const disk = (id: number, status: string | null) => ({
  ...{ id, status, name: null, capacityMb: 1_000, freeMb: 0 },
});
const clock = (driftMs: number, offsetMinutes = 120) => ({
  ...{ driftMs, offsetMinutes, uncertainMs: 600, digitsMs: 0, atMs: 0, isByNtp: true },
  timeZone: null,
});

describe('what a recorder did not tell', () => {
  it('is unknown, and no problem', () => {
    expect(health({})).toMatchObject({
      ...{ toldAtMs: null, disks: null, cpuPercent: null, memoryPercent: null, problems: [] },
      clock: { driftMs: null, recordings: 'unknown', testedAtMs: null },
      events: { state: 'listening', lastSignMs: 900_000 },
    });
  });
});

describe('disks', () => {
  it('that are full and sleep are well, and bays without one are none', () => {
    const { disks, problems } = health({
      disks: [disk(1, 'ok'), disk(2, 'notexist'), disk(3, 'idle'), disk(4, 'unexist')],
    });
    expect(disks?.map(({ id, state }) => [id, state])).toEqual([
      [1, 'ok'],
      [3, 'sleeping'],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['error', 'broken'],
    ['smartfailed', 'smart-bad'],
    ['unformatted', 'unformatted'],
    ['offline', 'offline'],
    ['mismatch', 'mismatch'],
  ])('that are %s are a problem each', (status, state) => {
    const { problems } = health({ disks: [disk(1, 'ok'), disk(2, status)] });
    expect(problems).toEqual([{ kind: 'disk', key: 'disk:3:2', disk: 2, state, sinceMs: NOW_MS }]);
  });

  it.each(['somethingnew', 'constructor', null])('in an unknown state (%s) are none', (status) => {
    expect(health({ disks: [disk(1, status)] })).toMatchObject({
      ...{ disks: [{ state: 'other' }], problems: [] },
    });
  });

  it('are a problem where there is not one', () => {
    expect(health({ disks: [disk(1, 'notexist')] }).problems).toMatchObject([{ kind: 'no-disk' }]);
    expect(health({ disks: [] }).problems).toMatchObject([{ kind: 'no-disk' }]);
  });
});

describe('a clock', () => {
  it.each([
    [30_500, false],
    [-30_500, false],
    [31_000, true],
    [-3_600_000, true],
  ])('%i ms off: a problem %s', (driftMs, isProblem) => {
    const { problems } = health({ clock: clock(driftMs) });
    expect(problems.map(({ kind }) => kind)).toEqual(isProblem ? ['clock'] : []);
  });

  it('in UTC leaves no doubt about the times of recordings; any other does until it is tested', () => {
    const reading = { reading: 'local', offsetMinutes: 120, testedAtMs: 7 } as const;
    expect(health({ clock: clock(0, 0), reading }).clock.recordings).toBe('same');
    expect(health({ clock: clock(0) }).clock.recordings).toBe('unknown');
    expect(health({ clock: clock(0), reading }).clock).toMatchObject({
      ...{ recordings: 'local', testedAtMs: 7 },
    });
  });
});

describe('an event channel', () => {
  it.each([
    [NOW_MS - 29_999, 0],
    [NOW_MS - 30_000, 1],
  ])('lost since %i', (channelLostSinceMs, count) => {
    const facts = { channel: { state: 'silent' } as const, channelLostSinceMs };
    expect(health({}, facts).problems).toHaveLength(count);
  });
});

describe('cameras', () => {
  const presence = new CameraPresence();
  presence.look(1, false, 10, 10);
  const cameras = [camera(11, 'Yard', { channel: 1 }), camera(12, 'Dock', { channel: 2 })];

  it('that are lost are problems, the newest first', () => {
    const { problems, cameras: shown } = health(
      { online: new Map([[1, false]]), disks: [disk(1, 'error')] },
      { cameras, presence },
    );
    expect(problems.map(({ key }) => key)).toEqual(['disk:3:1', 'camera-lost:11']);
    expect(shown).toMatchObject([
      { cameraId: 11, isOnline: false, shown: null, reconnectsToday: 0 },
      { cameraId: 12, isOnline: null },
    ]);
  });

  it('look as they do where they look best, and reconnects of both streams count', () => {
    const view = (state: 'live' | 'offline') => ({ state, fault: null, sinceMs: 0 });
    const stream = (name: string, state: 'live' | 'offline', reconnectsToday: number) => ({
      ...{ stream: name, viewers: [], best: view(state), worst: view(state) },
      ...{ lastPictureAtMs: null, reconnectsToday },
    });
    const { main, sub } = cameras[0]?.streams ?? { main: '', sub: '' };
    const streams = [stream(main, 'offline', 2), stream(sub ?? '', 'live', 3)];
    const result = health({}, { cameras, presence, streams });
    expect(result.cameras[0]).toMatchObject({ shown: 'live', reconnectsToday: 5 });
    expect(result.reconnectsToday).toBe(5);
  });
});

it('the journal is told once of each thing that begins or ends, but not of clocks', () => {
  const told: Message[] = [];
  const conditions = new FoundConditions((message) => told.push(message));
  const found = (...problems: Parameters<typeof conditionOf>[1][]) =>
    problems.flatMap((problem) => {
      const condition = conditionOf(3, problem, (id) => (id === 11 ? 1 : null));
      return condition === null ? [] : [{ condition, sinceMs: problem.sinceMs }];
    });
  const lost = { kind: 'camera-lost', key: 'a', sinceMs: 10, cameraId: 11 } as const;
  const broken = { kind: 'disk', key: 'b', sinceMs: 20, disk: 2, state: 'broken' } as const;
  const late = { kind: 'clock', key: 'c', sinceMs: 30, driftMs: 40_000 } as const;
  conditions.update(found(lost, late), NOW_MS);
  conditions.update(found(lost, broken), NOW_MS);
  conditions.update(found(broken), NOW_MS);
  conditions.update(found({ ...lost, cameraId: 99 }), NOW_MS);
  expect(
    told.map(({ type, state, channel, part, atMs }) => [type, state, channel, part, atMs]),
  ).toEqual([
    ['camera-lost', 'active', 1, '', 10],
    ['disk-error', 'active', null, 'disk-2', 20],
    ['camera-lost', 'inactive', 1, '', NOW_MS],
    ['disk-error', 'inactive', null, 'disk-2', NOW_MS],
  ]);
  expect(told.every(({ isLasting }) => isLasting)).toBe(true);
});
