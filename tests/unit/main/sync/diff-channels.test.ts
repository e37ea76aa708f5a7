import { describe, expect, it } from 'vitest';
import type { ProbedChannel } from '@contract/models/probe.ts';
import type { SyncChange } from '@contract/models/sync.ts';
import {
  diffChannels as diffReport,
  type StoredCamera,
} from '../../../../src-main/app/sync/diff-channels.ts';

const diffChannels = (channels: ProbedChannel[], cameras: StoredCamera[]) =>
  diffReport({ channels, complete: [{ from: 1, to: 256 }] }, cameras);

const STREAM = { codec: 'H.264', widthPx: 1280, heightPx: 720, fps: 15 };

function seen(channel: number, more: Partial<ProbedChannel> = {}): ProbedChannel {
  const usual = { kind: 'ip', online: true, main: STREAM, sub: STREAM } as const;
  return { ...usual, channel, name: 'Gate', ...more };
}

function stored(channel: number, more: Partial<StoredCamera> = {}): StoredCamera {
  const names = { name: 'Gate', recorder_name: 'Gate' };
  return { id: 100 + channel, channel, ...names, sub_path: '/sub', is_gone: 0, ...more };
}

describe('a name', () => {
  const LONG = 'x'.repeat(200);
  const renamed = (from: string, to: string, isEditedByHand: boolean) => [
    { key: 'renamed-3', kind: 'renamed', channel: 3, cameraId: 103, from, to, isEditedByHand },
  ];

  it.each([
    ['same everywhere', 'Gate', 'Gate', 'Gate', []],
    ['changed at the recorder', 'Gate', 'Gate', 'Yard', renamed('Gate', 'Yard', false)],
    ['changed by hand only', 'Mine', 'Gate', 'Gate', []],
    ['changed on both sides', 'Mine', 'Gate', 'Yard', renamed('Mine', 'Yard', true)],
    ['changed on both sides to the same', 'Yard', 'Gate', 'Yard', []],
    ['said for the first time', 'Camera 03', null, 'Yard', renamed('Camera 03', 'Yard', false)],
    ['said for the first time, but named', 'Mine', null, 'Yard', renamed('Mine', 'Yard', true)],
    ['said for the first time, the same', 'Camera 03', null, 'Camera 03', []],
    ['not said any more', 'Gate', 'Gate', '', []],
    ['only spaces', 'Gate', 'Gate', '  ', []],
    ['with spaces around it', 'Gate', 'Gate', ' Gate ', []],
    ['as long as any', LONG, LONG, LONG, []],
    [
      'kept without its end',
      'x'.repeat(64),
      'x'.repeat(64),
      LONG,
      renamed('x'.repeat(64), LONG, false),
    ],
  ] as const)('%s: stored %j, known %j, seen %j', (_rule, name, recorderName, now, expected) => {
    const camera = stored(3, { name, recorder_name: recorderName });
    expect(diffChannels([seen(3, { name: now })], [camera]).changes).toEqual(expected);
  });

  it('that both sides use is to be remembered, unless it is known', () => {
    const cameras = [
      stored(1, { name: 'A', recorder_name: null }),
      stored(2, { name: 'B', recorder_name: 'Old' }),
      stored(3, { name: 'C', recorder_name: 'C' }),
      stored(4, { name: 'Mine', recorder_name: 'D' }),
    ];
    const list = ['A', 'B', 'C', 'D'].map((name, index) => seen(index + 1, { name }));
    expect(diffChannels(list, cameras)).toEqual({
      changes: [],
      unchanged: 4,
      agreedNames: [
        { cameraId: 101, name: 'A' },
        { cameraId: 102, name: 'B' },
      ],
    });
  });
});

describe('a channel', () => {
  const gone = { key: 'gone-3', kind: 'gone', channel: 3, cameraId: 103, name: 'Gate' };

  it.each([
    ['not listed any more', stored(3), [gone]],
    ['not listed, and marked already', stored(3, { is_gone: 1 }), []],
  ])('%s', (_rule, camera, expected) => {
    expect(diffChannels([seen(1)], [stored(1), camera]).changes).toEqual(expected);
  });

  it('that is listed again is back, with whatever else has changed', () => {
    const camera = stored(3, { is_gone: 1 });
    const { changes, unchanged } = diffChannels([seen(3, { name: 'Yard', sub: null })], [camera]);
    expect(changes.map(({ key }) => key)).toEqual(['back-3', 'renamed-3', 'sub-stream-3']);
    expect(unchanged).toBe(0);
  });

  it.each([
    ['with a name', {}, { name: 'Gate', hasSub: true, isOnline: true }],
    ['without a name', { name: '' }, { name: 'Camera 03', hasSub: true }],
    ['without a sub stream', { sub: null }, { hasSub: false }],
    ['offline', { online: false, main: null, sub: null }, { hasSub: true, isOnline: false }],
  ])('that is new: %s', (_rule, more, expected) => {
    expect(diffChannels([seen(3, more)], []).changes).toMatchObject([
      { key: 'added-3', kind: 'added', channel: 3, ...expected },
    ]);
  });

  it('that was renumbered is gone from one number and new at another', () => {
    const diff = diffChannels([seen(5)], [stored(3)]);
    expect(diff.changes.map(({ key }) => key)).toEqual(['gone-3', 'added-5']);
  });
});

describe('a sub stream', () => {
  const change = (hasSub: boolean) => [
    { key: 'sub-stream-3', kind: 'sub-stream', channel: 3, cameraId: 103, name: 'Gate', hasSub },
  ];

  it.each([
    ['is still there', '/sub', {}, []],
    ['went away', '/sub', { sub: null }, change(false)],
    ['appeared', null, {}, change(true)],
    ['is still missing', null, { sub: null }, []],
    ['is not spoken of', '/sub', { main: null, sub: null }, []],
    ['is not spoken of, where there was none', null, { main: null, sub: null }, []],
  ])('%s', (_rule, subPath, more, expected) => {
    expect(diffChannels([seen(3, more)], [stored(3, { sub_path: subPath })]).changes).toEqual(
      expected,
    );
  });
});

/** Numbers from 0 up to 1, the same in each run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: () => number, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

const NAMES = ['', 'Gate', 'Yard', 'Mine', 'Camera 01', 'Camera 07'] as const;
const CHANNELS = 12;

function randomList(random: () => number): ProbedChannel[] {
  const numbers = Array.from({ length: CHANNELS }, (_, index) => index + 1);
  return numbers
    .filter(() => random() < 0.7)
    .map((channel) =>
      seen(channel, {
        name: pick(random, NAMES),
        main: pick(random, [STREAM, STREAM, null]),
        sub: pick(random, [STREAM, null]),
        online: pick(random, [true, false, null]),
      }),
    );
}

function randomSite(random: () => number): StoredCamera[] {
  return randomList(random).map(({ channel, name }) =>
    stored(channel, {
      name: name || `Camera ${String(channel).padStart(2, '0')}`,
      recorder_name: pick(random, [null, name || null, 'Gate', 'Yard']),
      sub_path: pick(random, ['/sub', null]),
      is_gone: pick(random, [0, 0, 1]),
    }),
  );
}

/** What the database would hold after these changes. */
function applied(site: StoredCamera[], changes: readonly SyncChange[], list: ProbedChannel[]) {
  const next = new Map(site.map((camera) => [camera.channel, { ...camera }]));
  for (const change of changes) {
    const camera = next.get(change.channel);
    if (change.kind === 'added') {
      const { name, hasSub, channel } = change;
      const recorderName =
        list.find((each) => each.channel === channel && each.name !== '')?.name ?? null;
      const sub_path = hasSub ? '/sub' : null;
      next.set(channel, stored(channel, { name, recorder_name: recorderName, sub_path }));
    } else if (camera === undefined) throw new Error(`${change.key} is about no camera`);
    else if (change.kind === 'renamed') {
      Object.assign(camera, { name: change.to, recorder_name: change.to });
    } else if (change.kind === 'sub-stream') camera.sub_path = change.hasSub ? '/sub' : null;
    else camera.is_gone = change.kind === 'gone' ? 1 : 0;
  }
  return [...next.values()];
}

describe('in any site', () => {
  const random = dice(20_240_517);
  const cases = Array.from({ length: 500 }, () => ({
    list: randomList(random),
    site: randomSite(random),
  }));
  const all = cases.flatMap(({ list, site }) => diffChannels(list, site).changes);

  it('every kind of change occurs', () => {
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([
      ...['added', 'back', 'gone', 'renamed', 'sub-stream'],
    ]);
  });

  it('nothing is left after all changes were made', () => {
    for (const { list, site } of cases) {
      const after = applied(site, diffChannels(list, site).changes, list);
      expect(diffChannels(list, after).changes).toEqual([]);
    }
  });

  it('exactly what was not picked is left', () => {
    for (const { list, site } of cases) {
      const { changes } = diffChannels(list, site);
      const picked = changes.filter(() => random() < 0.5);
      const left = diffChannels(list, applied(site, picked, list)).changes;
      const expected = changes.filter((change) => !picked.includes(change));
      expect(left.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
    }
  });

  it('a name that was given by hand is never among the changes without saying so', () => {
    for (const { list, site } of cases) {
      for (const change of diffChannels(list, site).changes) {
        if (change.kind !== 'renamed' || change.isEditedByHand) continue;
        const camera = site.find(({ id }) => id === change.cameraId);
        const number = String(change.channel).padStart(2, '0');
        expect(camera?.name).toBe(camera?.recorder_name ?? `Camera ${number}`);
      }
    }
  });
});

describe('a list that could not be read', () => {
  it('makes no camera gone and none called otherwise', () => {
    const report = { channels: [seen(1, { name: 'Other' }), seen(5, { name: 'Other' })] };
    const cameras = [stored(1), stored(2), stored(5), stored(6)];
    const some = diffReport({ ...report, complete: [{ from: 1, to: 4 }] }, cameras);
    expect(some.changes.map(({ key }) => key)).toEqual(['renamed-1', 'gone-2']);
    expect(diffReport({ ...report, complete: [] }, cameras)).toMatchObject({
      ...{ changes: [], agreedNames: [] },
    });
  });
});
