import { describe, expect, it } from 'vitest';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { HealthProblem, RecorderHealth } from '@contract/models/health.ts';
import type {
  Problem,
  SiteTruth,
} from '../../../../src-renderer/features/shell/problems/problem.ts';
import { bySince } from '../../../../src-renderer/features/shell/problems/problem-order.ts';
import { siteProblems } from '../../../../src-renderer/features/shell/problems/site-problems.ts';
import { camera, nvr } from '../cameras/entries.ts';

const NOW_MS = new Date(2026, 10, 28, 14, 3).getTime();
const SINCE_MS = new Date(2026, 10, 28, 14, 1).getTime();

function problems(changes: Partial<SiteTruth>) {
  return siteProblems({
    ...{ playback: { state: 'running', endpoint: 'ws://x' }, secrets: { state: 'available' } },
    ...{ nvrs: [nvr(1, 'Gate')], cameras: [camera(1, 'Yard'), camera(2, 'Dock')] },
    ...{ healths: {}, troubles: {}, nvrHealths: {}, notices: [], nowMs: NOW_MS },
    ...changes,
  });
}

const titles = (changes: Partial<SiteTruth>) => problems(changes).map(({ title }) => title);

describe('nothing is wrong', () => {
  it.each<[string, Partial<SiteTruth>]>([
    ['while all is well', {}],
    ['at the first check of a login', { nvrs: [nvr(1, 'Gate', { login: { state: 'checking' } })] }],
    ['with an NVR that is not used', { nvrs: [nvr(1, 'G', { isEnabled: false, sinceMs: 1 })] }],
    [
      'with an NVR that shows pictures, whatever its port says',
      { nvrs: [nvr(1, 'Gate', { isAnswering: false })], healths: { 1: 'live' } },
    ],
    [
      'with a camera that connects again for a moment',
      { troubles: { 1: { health: 'problem', sinceMs: NOW_MS - 1_000, leftMs: null, why: '' } } },
    ],
  ])('%s', (_when, changes) => {
    expect(problems(changes)).toEqual([]);
  });
});

it('a keychain that is shut is said once, not again for each NVR and camera that waits for it', () => {
  const secrets = { state: 'unavailable', reason: 'No keyring answers.' } as const;
  const nvrs = [nvr(1, 'Gate', { login: { state: 'checking' }, sinceMs: SINCE_MS })];
  const troubles = { 1: { health: 'problem', sinceMs: SINCE_MS, leftMs: null, why: '' } } as const;
  expect(titles({ secrets, nvrs, troubles })).toEqual(['The system keychain is locked or missing']);
});

describe('an NVR', () => {
  it.each<[NvrLogin['state'], string, string]>([
    ['unreachable', 'NVR “Gate” cannot be reached', 'tried again by itself'],
    ['refused', 'NVR “Gate”: login refused', 'admin PIN'],
    ['no-password', 'NVR “Gate”: password missing', 'admin PIN'],
    ['certificate-changed', 'NVR “Gate”: certificate changed', 'admin PIN'],
    ['locked', 'NVR “Gate”: account locked', 'before 14:01'],
    ['checking', 'NVR “Gate”: login being checked', 'moment'],
  ])('that is %s is said, whatever page is on screen', (state, title, advice) => {
    const login = { state, untilMs: SINCE_MS } as NvrLogin;
    const nvrs = [nvr(1, 'Gate', { login, sinceMs: SINCE_MS })];
    expect(problems({ nvrs })).toMatchObject([
      { title, advice: expect.stringContaining(advice) as string, sinceMs: SINCE_MS },
    ]);
  });

  it('that stopped answering is said although its login was accepted', () => {
    const nvrs = [nvr(1, 'Gate', { isAnswering: false, sinceMs: SINCE_MS })];
    expect(titles({ nvrs })).toEqual(['NVR “Gate” cannot be reached']);
  });

  it('is one of many with one cause: one entry, with the earliest time', () => {
    const login = { state: 'no-password', reason: 'missing' } as const;
    const nvrs = Array.from({ length: 25 }, (_, index) =>
      nvr(index + 1, `N${index}`, { login, sinceMs: SINCE_MS + index }),
    );
    const [only, ...others] = problems({ nvrs });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ title: '25 NVRs: password missing', sinceMs: SINCE_MS });
    expect(only?.items).toHaveLength(25);
    expect(only?.headline).toBe('25 NVRs: password missing');
  });

  it('covers its cameras', () => {
    const nvrs = [nvr(1, 'Gate', { login: { state: 'unreachable' }, sinceMs: SINCE_MS })];
    const troubles = {
      1: { health: 'problem', sinceMs: SINCE_MS, leftMs: null, why: '' },
    } as const;
    expect(titles({ nvrs, troubles })).toEqual(['NVR “Gate” cannot be reached']);
  });
});

describe('what main finds out', () => {
  const health = (nvrId: number, problems: HealthProblem[]): RecorderHealth => ({
    ...{ nvrId, toldAtMs: NOW_MS, disks: null, cpuPercent: null, memoryPercent: null },
    events: { state: 'listening', lostSinceMs: null, lastSignMs: NOW_MS },
    clock: {
      ...{ driftMs: null, uncertainMs: 0, isByNtp: null, recordings: 'unknown', testedAtMs: null },
    },
    ...{ reconnectsToday: 0, lastError: null, cameras: [], problems },
  });
  const disk = (nvrId: number, id: number): HealthProblem => ({
    ...{ kind: 'disk', key: `disk:${nvrId}:${id}`, sinceMs: SINCE_MS, disk: id, state: 'broken' },
  });
  const lost = { kind: 'camera-lost', key: 'a', sinceMs: SINCE_MS, cameraId: 2 } as const;
  const clock = { kind: 'clock', key: 'b', sinceMs: SINCE_MS, driftMs: -95_000 } as const;

  it('of one NVR is said whole, with what to do and where to look', () => {
    expect(problems({ nvrHealths: { 1: health(1, [disk(1, 2)]) } })).toMatchObject([
      {
        ...{ title: 'NVR “Gate”: disk 2 is broken', headline: 'Disk faults in 1 NVR' },
        ...{ sinceMs: SINCE_MS, isBroken: true, way: 'open-health' },
        advice: expect.stringContaining('replaced') as string,
      },
    ]);
    expect(problems({ nvrHealths: { 1: health(1, [clock]) } })).toMatchObject([
      { title: 'The clock of NVR “Gate” is 95 s behind', isBroken: false },
    ]);
  });

  it('of many is one entry a kind, each NVR with its own words', () => {
    const nvrs = [nvr(1, 'Gate'), nvr(2, 'Yard')];
    const nvrHealths = { 1: health(1, [disk(1, 1), disk(1, 2)]), 2: health(2, [disk(2, 1)]) };
    const [only, ...others] = problems({ nvrs, nvrHealths });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ title: 'Disk faults in 2 NVRs', detail: 'Gate, Yard' });
    expect(only?.items.map(({ name, why }) => [name, why])).toEqual([
      ...[['Gate', 'disk 1 is broken, disk 2 is broken']],
      ...[['Yard', 'disk 1 is broken']],
    ]);
  });

  it('is not said of an NVR that is down, or not in use', () => {
    const nvrHealths = { 1: health(1, [disk(1, 1), clock, lost]) };
    const nvrs = [nvr(1, 'Gate', { login: { state: 'unreachable' }, sinceMs: SINCE_MS })];
    expect(titles({ nvrs, nvrHealths })).toEqual(['NVR “Gate” cannot be reached']);
    expect(
      titles({ nvrs: [nvr(1, 'Gate', { isEnabled: false })], cameras: [], nvrHealths }),
    ).toEqual([]);
  });

  it('of a lost camera is said though nobody looks, once, and not while its picture is seen', () => {
    const nvrHealths = { 1: health(1, [lost]) };
    expect(problems({ nvrHealths })).toMatchObject([
      { title: '“Dock” is not live', items: [{ why: 'Its NVR has no connection to it.' }] },
    ]);
    const troubles = {
      2: { health: 'problem', sinceMs: SINCE_MS, leftMs: null, why: 'Offline' },
    } as const;
    expect(problems({ nvrHealths, troubles })).toMatchObject([{ items: [{ why: 'Offline' }] }]);
    expect(problems({ nvrHealths, healths: { 2: 'live' } })).toEqual([]);
  });
});

it('the list begins with what has just happened', () => {
  const of = (key: string, sinceMs: number | null, isBroken = true): Problem => ({
    ...{ key, sinceMs, isBroken, title: '', headline: '', detail: '', advice: '' },
    ...{ way: null, items: [] },
  });
  const all = [
    of('notice', null, false),
    of('old', 1),
    of('new', 9),
    of('keychain', null),
    of('clock', 5, false),
  ];
  expect(bySince(all).map(({ key }) => key)).toEqual([
    ...['keychain', 'new', 'clock', 'old', 'notice'],
  ]);
});

describe('cameras', () => {
  it('that were seen broken stay said after their page was left', () => {
    const why = 'Frozen. Connecting again…';
    const trouble = { health: 'frozen', sinceMs: SINCE_MS, leftMs: NOW_MS, why } as const;
    expect(problems({ troubles: { 2: trouble } })).toMatchObject([
      { title: '“Dock” is not live', items: [{ id: 2, sinceMs: SINCE_MS, leftMs: NOW_MS, why }] },
    ]);
  });

  it('that are not on their NVR any more are said, unless they show a picture', () => {
    const cameras = [camera(1, 'Yard', { isGone: true }), camera(2, 'Dock')];
    expect(titles({ cameras })).toEqual(['“Yard” is not on its NVR any more']);
    expect(titles({ cameras, healths: { 1: 'live' } })).toEqual([]);
  });

  it('are not blamed while the streaming service is down', () => {
    const troubles = {
      2: { health: 'problem', sinceMs: SINCE_MS, leftMs: null, why: '' },
    } as const;
    const playback = { state: 'failed', reason: 'why', retryAtMs: 1 } as const;
    expect(titles({ troubles, playback })).toEqual([
      'The streaming service does not run: no live pictures',
    ]);
  });
});

it('every headline has room in the bar of a small window', () => {
  const states = [
    'unreachable',
    'refused',
    'no-password',
    'certificate-changed',
    'locked',
  ] as const;
  const nvrs = states.flatMap((state, cause) =>
    Array.from({ length: 25 }, (_, index) =>
      nvr(100 * cause + index + 1, 'Warehouse '.repeat(20), {
        login: { state, untilMs: SINCE_MS } as NvrLogin,
      }),
    ),
  );
  const secrets = { state: 'unavailable', reason: 'locked' } as const;
  const cameras = Array.from({ length: 400 }, (_, index) =>
    camera(index + 1, 'Yard '.repeat(40), { isGone: index % 2 === 0, nvrId: 9_999 }),
  );
  const trouble = { health: 'problem', sinceMs: SINCE_MS, leftMs: null, why: 'Offline' } as const;
  const troubles = Object.fromEntries(cameras.map(({ id }) => [id, trouble]));
  const all = problems({ nvrs, secrets, cameras, troubles, notices: ['Damaged. '.repeat(30)] });
  expect(all).toHaveLength(9);
  expect(all.filter(({ headline }) => headline.length > 28)).toEqual([]);
});

it('what concerns all comes first, and what is only to be read last', () => {
  const nvrs = [nvr(1, 'Gate', { login: { state: 'refused', door: 'web', triesLeft: null } })];
  const secrets = { state: 'unavailable', reason: 'locked' } as const;
  const all = problems({ nvrs, secrets, notices: ['Damaged.'] });
  expect(all.map(({ key, isBroken }) => [key, isBroken])).toEqual([
    ['secrets', true],
    ['refused', true],
    ['Damaged.', false],
  ]);
});
