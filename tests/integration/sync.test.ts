import { afterEach, describe, expect, it, vi } from 'vitest';
import { AT_DESK } from '../support/at-desk.ts';
import { startApp } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { byPattern, camerasOf, imported, keysOf, startRecorder } from '../support/synced-site.ts';

afterEach(() => vi.restoreAllMocks());

describe('what has changed at the recorder', () => {
  it('is nothing right after an import, and stays nothing', async () => {
    const site = await imported(await startRecorder());
    expect(await site.look()).toMatchObject({ changes: [], unchanged: 6, otherDevice: null });
    expect(await site.look()).toMatchObject({ changes: [], unchanged: 6 });
  });

  it('is shown, picked and done once; nothing edited by hand is lost', async () => {
    const recorder = await startRecorder();
    recorder.faults.removeChannel(6);
    const site = await imported(recorder);
    await site.edit('UPDATE camera SET name = ? WHERE channel = 2', 'My gate');
    await site.edit('UPDATE camera SET name = ? WHERE channel = 3', 'My yard');
    recorder.faults.renameChannel(1, 'Entrance');
    recorder.faults.renameChannel(3, 'Yard');
    recorder.faults.removeChannel(4);
    recorder.faults.removeSubStream(5);
    recorder.faults.restoreChannel(6);
    recorder.faults.renameChannel(6, 'Roof');

    const preview = await site.look();
    expect(preview.changes).toMatchObject([
      { kind: 'renamed', from: 'Camera 01', to: 'Entrance', isEditedByHand: false },
      { kind: 'renamed', from: 'My yard', to: 'Yard', isEditedByHand: true },
      { kind: 'gone', channel: 4, name: 'Camera 04' },
      { kind: 'sub-stream', channel: 5, hasSub: false },
      { kind: 'added', channel: 6, name: 'Roof', hasSub: true, isOnline: true },
    ]);
    expect(preview.unchanged).toBe(1);

    let told = 0;
    site.app.recorders.rowsChanged.on(() => (told += 1));
    const picked = keysOf(preview).filter((key) => key !== 'renamed-3');
    expect(await site.pick(preview, picked)).toEqual({ ok: true, value: { changed: 4 } });
    expect(told).toBe(1);
    expect(await camerasOf(site)).toEqual([
      [1, 'Entrance'],
      [2, 'My gate'],
      [3, 'My yard'],
      [4, 'Camera 04', 'gone'],
      [5, 'Camera 05', 'no sub'],
      [6, 'Roof'],
    ]);

    const second = await site.look();
    expect(keysOf(second)).toEqual(['renamed-3']);
    await site.pick(second);
    const before = await camerasOf(site);
    expect(before).toContainEqual([3, 'Yard']);
    expect((await site.look()).changes).toEqual([]);
    expect(await camerasOf(site)).toEqual(before);

    recorder.faults.restoreChannel(4);
    recorder.faults.restoreSubStream(5);
    const third = await site.look();
    expect(keysOf(third)).toEqual(['back-4', 'sub-stream-5']);
    await site.pick(third);
    expect(await camerasOf(site)).toContainEqual([4, 'Camera 04']);
    expect(await camerasOf(site)).toContainEqual([5, 'Camera 05']);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('gives cameras that were added unseen their names, and marks those that never were', async () => {
    const recorder = await startRecorder({ channels: 2 });
    recorder.faults.renameChannel(2, 'Gate');
    const site = await byPattern(recorder, { maxChannels: 3 });
    const preview = await site.look();
    expect(keysOf(preview)).toEqual(['renamed-2', 'gone-3']);
    await site.pick(preview);
    // The recorder's name for channel 1 is known since the look: a name given by hand is no news.
    await site.edit('UPDATE camera SET name = ? WHERE channel = 1', 'Mine');
    expect((await site.look()).changes).toEqual([]);
    expect(await site.app.nvrs.listNvrs()).toMatchObject([
      { model: 'SIM-7616NI/16P', serial: 'SIM-7616NI/16P0000000001', firmware: 'V4.30.097' },
    ]);
  });

  it('may be another number: gone from one, new at the end of the wall', async () => {
    const recorder = await startRecorder({ channels: 4 });
    recorder.faults.renameChannel(1, 'Gate');
    recorder.faults.removeChannel(4);
    const site = await imported(recorder);
    recorder.faults.renumberChannel(1, 4);
    const preview = await site.look();
    expect(keysOf(preview)).toEqual(['gone-1', 'added-4']);
    await site.pick(preview);
    expect(await camerasOf(site)).toEqual([
      [1, 'Gate', 'gone'],
      [2, 'Camera 02'],
      [3, 'Camera 03'],
      [4, 'Gate'],
    ]);
    expect((await site.look()).changes).toEqual([]);
  });

  it('may be the whole device, which is said until somebody accepts it', async () => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    recorder.faults.changeSerial('SIM/2');
    const otherDevice = { storedSerial: 'SIM-7616NI/16P0000000001', seenSerial: 'SIM/2' };
    expect(await site.look()).toMatchObject({ changes: [], otherDevice });
    const preview = await site.look();
    expect(preview.otherDevice).toEqual(otherDevice);
    expect(await site.pick(preview, [])).toEqual({ ok: true, value: { changed: 0 } });
    expect(await site.look()).toMatchObject({ changes: [], otherDevice: null });
  });

  it('is reached for by tiles at once: new streams can be opened', async () => {
    const recorder = await startRecorder({ channels: 2 });
    recorder.faults.removeChannel(2);
    const app = await startApp({ secrets: new LockableSecretStore() });
    const site = await imported(recorder, app);
    await expect
      .poll(() => app.streams.open(`nvr${site.id}-ch1-main`, AT_DESK), PATIENT)
      .toBe(true);
    expect(await app.streams.open(`nvr${site.id}-ch2-main`, AT_DESK)).toBe(false);
    recorder.faults.restoreChannel(2);
    await site.pick(await site.look());
    expect(await app.streams.open(`nvr${site.id}-ch2-main`, AT_DESK)).toBe(true);
    expect(await app.streams.open(`nvr${site.id}-ch2-sub`, AT_DESK)).toBe(true);
  });
});

describe('a list that was looked at', () => {
  it('holds for a while, for one use, and only the latest', async () => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    const again = {
      error: { code: 'not-found', message: { key: 'list-outdated' } },
    };
    recorder.faults.renameChannel(1, 'Entrance');
    const old = await site.look();
    const late = await site.look();
    expect(await site.pick(old)).toMatchObject(again);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 60 * 60 * 1000);
    expect(await site.pick(late)).toMatchObject(again);
    vi.restoreAllMocks();
    expect(await site.pick(late)).toMatchObject({ ok: true });
    expect(await site.pick(late)).toMatchObject(again);
  });

  it('changes nothing that was edited since, and nothing that it does not name', async () => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    recorder.faults.renameChannel(1, 'Entrance');
    recorder.faults.renameChannel(2, 'Exit');
    recorder.faults.removeChannel(3);
    const preview = await site.look();
    await site.edit('UPDATE camera SET name = ? WHERE channel = 1', 'Mine');
    await site.edit('DELETE FROM camera WHERE channel = 3');
    const keys = [...keysOf(preview), 'added-3', 'gone-5', '__proto__'];
    expect(await site.pick(preview, keys)).toEqual({ ok: true, value: { changed: 1 } });
    expect(await camerasOf(site)).toEqual([
      [1, 'Mine'],
      [2, 'Exit'],
      [4, 'Camera 04'],
      [5, 'Camera 05'],
      [6, 'Camera 06'],
    ]);
  });

  it('does not hold for another address', async () => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    recorder.faults.renameChannel(1, 'Entrance');
    const preview = await site.look();
    await site.edit('UPDATE nvr SET host = ?', '192.0.2.1');
    expect(await site.pick(preview)).toMatchObject({ error: { code: 'not-found' } });
    expect(await camerasOf(site)).toContainEqual([1, 'Camera 01']);
  });
});
