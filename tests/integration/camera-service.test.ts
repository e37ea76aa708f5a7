import { message } from '@contract/messages.ts';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import { UNDO_MS } from '@contract/models/undo.ts';
import type { NewNvr } from '@contract/models/nvr.ts';
import type { Result } from '@contract/result.ts';
import { AT_DESK } from '../support/at-desk.ts';
import {
  createApp,
  filledIn,
  loginOf,
  startApp,
  type AppUnderTest,
} from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';

const NVRS = 64;
const CHANNELS = 64;
const ALL = NVRS * CHANNELS;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

interface Site {
  app: AppUnderTest;
  list: () => Promise<Camera[]>;
  /** How often the page was told to list again since the site was made. */
  changes: () => number;
}

/** An app that has not been started: a real database, but nothing is asked over the network. */
async function site(recorders: Partial<NewNvr>[]): Promise<Site> {
  const app = await createApp({ secrets: new LockableSecretStore() });
  for (const [index, entries] of recorders.entries()) {
    value(await app.nvrs.add(filledIn({ host: `10.0.0.${index + 1}`, ...entries })));
  }
  let changes = 0;
  app.recorders.rowsChanged.on(() => (changes += 1));
  return { app, list: () => app.nvrs.listCameras(), changes: () => changes };
}

const four: Partial<NewNvr> = { maxChannels: 4 };

function edited(camera: Camera | undefined, changes: object) {
  if (camera === undefined) throw new Error('no such camera');
  const { id, name, channel, quality, notes, isEnabled, streams } = camera;
  const hasSub = streams.sub !== null;
  return { ...{ id, name, channel, hasSub, quality, notes, isEnabled }, ...changes };
}

describe('a camera that is added', () => {
  it('comes last on the wall, with the addresses of its recorder’s layout', async () => {
    const { app, list, changes } = await site([
      { maxChannels: 2, layout: { kind: 'dahua' } },
      { maxChannels: 1 },
    ]);
    const camera = value(
      await app.cameras.add({ nvrId: 1, channel: 9, name: 'Yard', hasSub: false }),
    );
    expect(camera).toMatchObject({
      ...{ channel: 9, name: 'Yard', position: 3, isEnabled: true, quality: 'auto' },
      streams: { main: 'nvr1-ch9-main', sub: null },
    });
    expect((await list()).at(-1)).toEqual(camera);
    expect(changes()).toBe(1);
  });

  it.each([
    { request: { nvrId: 1, channel: 2, hasSub: true }, field: 'channel', key: 'channel-taken' },
    { request: { nvrId: 2, channel: 9, hasSub: true }, field: 'hasSub', key: 'no-sub-stream' },
  ])('is refused at its field: $field', async ({ request, field, key }) => {
    const mainOnly = { kind: 'custom', main: '/live/{channel}', sub: null } as const;
    const { app, list, changes } = await site([four, { maxChannels: 1, layout: mainOnly }]);
    const refused = await app.cameras.add({ ...request, name: 'Yard' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    expect(refused.ok ? {} : refused.error.fields?.[field]).toMatchObject({ key });
    expect(await list()).toHaveLength(5);
    expect(changes()).toBe(0);
  });

  it('needs a recorder with channels', async () => {
    const single = { kind: 'single', main: '/live', sub: null } as const;
    const { app } = await site([{ maxChannels: 1, layout: single }]);
    const camera = { channel: 2, name: 'Yard', hasSub: false };
    expect(await app.cameras.add({ nvrId: 1, ...camera })).toMatchObject({
      error: { fields: { nvrId: { key: 'single-without-channels' } } },
    });
    expect(await app.cameras.add({ nvrId: 7, ...camera })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('a camera that is edited', () => {
  it('keeps what the recorder calls it, and its place', async () => {
    const { app, list, changes } = await site([
      {
        source: 'import',
        device: { model: null, serial: null, firmware: null },
        channels: [{ channel: 1, name: 'Gate', hasSub: true }],
      },
    ]);
    const [before] = await list();
    const entries = { name: 'Main gate', notes: 'Ladder', quality: 'main', isEnabled: false };
    const after = value(await app.cameras.edit(edited(before, entries)));
    expect(after).toEqual({ ...before, ...entries });
    expect(await list()).toEqual([after]);
    expect(changes()).toBe(1);
  });

  it('has other addresses with another channel, and no sub stream without one', async () => {
    const { app, list } = await site([four]);
    const [camera] = await list();
    value(await app.cameras.edit(edited(camera, { channel: 12, hasSub: false })));
    expect((await list())[0]?.streams).toEqual({ main: 'nvr1-ch12-main', sub: null });
    value(await app.cameras.edit(edited((await list())[0], { hasSub: true })));
    expect((await list())[0]?.streams.sub).toBe('nvr1-ch12-sub');
  });

  it('cannot take the channel of another one', async () => {
    const { app, list, changes } = await site([four, four]);
    const before = await list();
    const refused = await app.cameras.edit(edited(before[0], { channel: 3, name: 'New' }));
    expect(refused).toMatchObject({
      error: { fields: { channel: message('channel-taken', { channel: 3, owner: 'Camera 03' }) } },
    });
    expect(await list()).toEqual(before);
    expect(changes()).toBe(0);
    expect(await app.cameras.edit({ ...edited(before[0], {}), id: 99 })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('changes of many cameras', () => {
  it('happen to all or to none', async () => {
    const { app, list, changes } = await site([four]);
    const before = await list();
    const gone = [1, 2, 98, 99];
    for (const refused of [
      await app.cameras.setEnabled({ ids: gone, isEnabled: false }),
      await app.cameras.rename({ names: gone.map((id) => ({ id, name: 'X' })) }),
      await app.cameras.move({ ids: gone, beforeId: null }),
      await app.cameras.remove(gone),
    ]) {
      expect(refused).toMatchObject({
        error: {
          code: 'not-found',
          message: message('cameras-removed', { lacking: 2, all: 4 }),
        },
      });
    }
    expect(await app.cameras.move({ ids: [1], beforeId: 99 })).toMatchObject({ ok: false });
    expect(await list()).toEqual(before);
    expect(changes()).toBe(0);
  });

  it('number the wall densely after a move, whatever gaps there were', async () => {
    const { app, list } = await site([four, four, four]);
    value(await app.removal.remove(2));
    value(await app.cameras.move({ ids: [12, 10], beforeId: 2 }));
    expect((await list()).map(({ id, position }) => [position, id])).toEqual(
      [1, 10, 12, 2, 3, 4, 9, 11].map((id, position) => [position, id]),
    );
  });

  it('reach 4,096 cameras at once', async () => {
    const { app, list, changes } = await site(
      Array.from({ length: NVRS }, () => ({ maxChannels: CHANNELS })),
    );
    const before = await list();
    const ids = before.map(({ id }) => id);
    expect(ids).toHaveLength(ALL);
    value(await app.cameras.setEnabled({ ids, isEnabled: false }));
    expect((await list()).some(({ isEnabled }) => isEnabled)).toBe(false);
    value(await app.cameras.setEnabled({ ids, isEnabled: true }));
    value(await app.cameras.rename({ names: ids.map((id) => ({ id, name: `“${id}” \\ %` })) }));
    expect((await list()).every(({ id, name }) => name === `“${id}” \\ %`)).toBe(true);
    value(await app.cameras.rename({ names: before.map(({ id, name }) => ({ id, name })) }));
    const odd = ids.filter((id) => id % 2 === 1);
    value(await app.cameras.move({ ids: odd, beforeId: null }));
    expect((await list()).map(({ id }) => id)).toEqual([
      ...ids.filter((id) => id % 2 === 0),
      ...odd,
    ]);
    const moved = await list();
    const ticket = value(await app.cameras.remove(odd));
    expect(ticket.cameras).toBe(ALL / 2);
    expect(await list()).toHaveLength(ALL / 2);
    value(await app.undo.run(ticket.undoId));
    expect(await list()).toEqual(moved);
    expect(changes()).toBe(7);
  });

  it('may name more ids than SQLite binds values', async () => {
    const { app, list } = await site([four]);
    const ids = Array.from({ length: 40_000 }, (_, index) => index + 1);
    expect(await app.cameras.setEnabled({ ids, isEnabled: false })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await list()).toHaveLength(4);
  });
});

describe('a removal', () => {
  it('can be taken back: the same cameras in the same places', async () => {
    const { app, list, changes } = await site([four, four]);
    value(await app.cameras.edit(edited((await list())[5], { notes: 'Ladder', quality: 'sub' })));
    const before = await list();
    const { undoId, expiresInMs } = value(await app.cameras.remove([6, 1, 8]));
    expect(expiresInMs).toBe(UNDO_MS);
    expect((await list()).map(({ id }) => id)).toEqual([2, 3, 4, 5, 7]);
    value(await app.undo.run(undoId));
    expect(await list()).toEqual(before);
    expect(changes()).toBe(3);
    expect(await app.undo.run(undoId)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('finds its place also on a wall that was reordered meanwhile', async () => {
    const { app, list } = await site([four]);
    const { undoId } = value(await app.cameras.remove([2]));
    value(await app.cameras.move({ ids: [4], beforeId: 1 }));
    value(await app.undo.run(undoId));
    expect((await list()).map(({ id, position }) => [id, position])).toEqual([
      [4, 0],
      [2, 1],
      [1, 2],
      [3, 3],
    ]);
  });

  it('stays when the time is over', async () => {
    const { app, list } = await site([four]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { undoId } = value(await app.cameras.remove([2]));
    vi.advanceTimersByTime(UNDO_MS);
    expect(await app.undo.run(undoId)).toMatchObject({ error: { code: 'not-found' } });
    expect(await list()).toHaveLength(3);
  });

  it('stays when its recorder or a channel is not free any more, as a whole', async () => {
    const { app, list } = await site([four, four]);
    const taken = value(await app.cameras.remove([1, 2]));
    value(await app.cameras.add({ nvrId: 1, channel: 2, name: 'Roof', hasSub: true }));
    expect(await app.undo.run(taken.undoId)).toMatchObject({
      error: { message: message('cannot-return-channel', { channel: 2, owner: 'Roof' }) },
    });
    const orphaned = value(await app.cameras.remove([3, 5]));
    value(await app.removal.remove(2));
    expect(await app.undo.run(orphaned.undoId)).toMatchObject({
      error: { message: { key: 'cannot-return-nvr' } },
    });
    expect((await list()).map(({ id }) => id)).toEqual([4, 9]);
  });

  it('of a camera without a recorder is refused with where to do it', async () => {
    const single = { kind: 'single', main: '/live', sub: null } as const;
    const { app, list } = await site([{ ...four, name: 'Gate', layout: single }, four]);
    const refused = await app.cameras.remove([1, 5]);
    expect(refused).toMatchObject({ error: { code: 'invalid-request' } });
    expect(refused).toMatchObject({
      error: { message: { key: 'remove-under-nvrs', parameters: { name: 'Gate' } } },
    });
    expect(await list()).toHaveLength(8);
  });

  it('and another channel: the former streams cannot be opened any more', async () => {
    const recorder = new SimulatedRecorder({ channels: 4, user: 'admin', password: 'secret-4' });
    await recorder.start();
    onTestFinished(() => recorder.stop());
    const app = await startApp({ secrets: new LockableSecretStore() });
    const { rtspPort, httpPort } = recorder;
    value(
      await app.nvrs.add(filledIn({ rtspPort, httpPort, password: 'secret-4', maxChannels: 3 })),
    );
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    const [first, second] = await app.nvrs.listCameras();
    expect(await app.streams.open('nvr1-ch1-main', AT_DESK)).toBe(true);
    expect(await app.streams.open('nvr1-ch2-main', AT_DESK)).toBe(true);
    value(await app.cameras.edit(edited(first, { channel: 4 })));
    const { undoId } = value(await app.cameras.remove([second?.id ?? 0]));
    expect(await app.streams.open('nvr1-ch1-main', AT_DESK)).toBe(false);
    expect(await app.streams.open('nvr1-ch2-main', AT_DESK)).toBe(false);
    expect(await app.streams.open('nvr1-ch4-main', AT_DESK)).toBe(true);
    value(await app.undo.run(undoId));
    expect(await app.streams.open('nvr1-ch2-main', AT_DESK)).toBe(true);
  });
});
