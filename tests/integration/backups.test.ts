import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sql } from 'kysely';
import type { Backup } from '@contract/models/site.ts';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { migrations } from '../../src-main/app/db/migrations/index.ts';
import { FileReader } from '../../src-main/app/site/reader/file-reader.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { forkReader } from '../support/reader-child.ts';
import { BackupService } from '../../src-main/app/site/backups/backup-service.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { createApp, filledIn, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { firstFrame } from '../support/first-frame.ts';
import { ObservedSecretStore } from '../support/observed-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { openRaw, siteRows } from '../support/raw-database.ts';
import { recordLog } from '../support/recorded-log.ts';
import { valueOf } from '../support/site-station.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const HOUR_MS = 60 * 60 * 1000;

async function station(): Promise<
  AppUnderTest & { folder: string; keychain: ObservedSecretStore }
> {
  const keychain = new ObservedSecretStore();
  const app = await createApp({ secrets: keychain });
  await app.nvrs.add(filledIn({ name: 'Gate', host: '10.0.0.1', maxChannels: 3 }));
  await app.nvrs.add(filledIn({ name: 'Yard', host: '10.0.0.2', maxChannels: 2 }));
  return { ...app, keychain, folder: path.join(app.userData, 'backups') };
}

describe('a backup', () => {
  it('is one whole file that says when, why and how much', async () => {
    const { backups, folder } = await station();
    expect(await backups.list()).toEqual([]);
    const made = valueOf(await backups.create());
    expect(made).toMatchObject({ reason: 'manual', nvrs: 2, cameras: 5 });
    expect(await backups.list()).toEqual([made]);
    expect(await readdir(folder)).toEqual([`${made.backupId}.sqlite`]);
  });

  it('is listed newest first, without those that cannot be read and what lies beside them', async () => {
    const { backups, folder } = await station();
    const [first, second] = [valueOf(await backups.create()), valueOf(await backups.create())];
    await writeFile(path.join(folder, '20260101-000000-000-nightly.sqlite'), 'garbage');
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    expect(await backups.list()).toEqual([second, first]);
  });

  it('clears away what a crash left half done, and nothing else', async () => {
    const { backups, folder } = await station();
    valueOf(await backups.create());
    await writeFile(path.join(folder, '20260101-000000-000-nightly.sqlite.part'), 'half');
    await mkdir(path.join(folder, '.restore-x'));
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    valueOf(await backups.create());
    const names = await readdir(folder);
    expect(names.filter((name) => !name.endsWith('-manual.sqlite'))).toEqual(['notes.txt']);
    expect(names).toHaveLength(3);
  });

  it('that cannot be written is said and leaves nothing', async () => {
    const { backups, folder } = await station();
    await writeFile(folder, 'a file where the folder belongs');
    expect(await backups.create()).toMatchObject({ error: { code: 'storage-failed' } });
  });
});

describe('by night', () => {
  /** A service whose clock the test turns, on the database of a station. */
  async function watched(start: Date) {
    const app = await station();
    const { log } = recordLog();
    const { db } = await openDatabase(path.join(app.userData, 'opus.sqlite'));
    const clock = { now: start.getTime() };
    const reader = new FileReader({ launch: forkReader });
    const service = new BackupService({
      reader,
      ...{ db, log, folder: app.folder, databaseFile: path.join(app.userData, 'opus.sqlite') },
      ...{ recorders: app.recorders, undo: app.undo, now: () => clock.now, tickMs: 5 },
    });
    onTestFinished(async () => {
      await service.stop();
      await reader.stop();
      await db.destroy();
    });
    const nightly = async (): Promise<Backup[]> =>
      (await service.list()).filter(({ reason }) => reason === 'nightly');
    return { app, service, clock, nightly };
  }

  it('one is made each night, and two weeks of them are kept', async () => {
    const { service, clock, nightly } = await watched(new Date(2026, 5, 1, 9));
    await service.start();
    await service.start();
    await expect.poll(async () => (await nightly()).length, PATIENT).toBe(1);
    for (let night = 1; night <= 16; night += 1) {
      const [newest] = await nightly();
      clock.now += 24 * HOUR_MS;
      await expect
        .poll(async () => (await nightly())[0]?.backupId, PATIENT)
        .not.toBe(newest?.backupId);
    }
    await expect.poll(async () => (await nightly()).length, PATIENT).toBe(14);
    expect((await nightly())[0]?.createdAtMs).toBe(clock.now);
    await service.stop();
    clock.now += 24 * HOUR_MS;
    expect(await nightly()).toHaveLength(14);
  });

  it('nothing is made before three o’clock, nor of an empty site', async () => {
    const { app, service, clock, nightly } = await watched(new Date(2026, 5, 1, 9));
    openRaw(app).exec('DELETE FROM nvr');
    await service.start();
    valueOf(await service.create());
    expect(await nightly()).toEqual([]);
    await app.nvrs.add(filledIn());
    await expect.poll(async () => (await nightly()).length, PATIENT).toBe(1);
    clock.now = new Date(2026, 5, 2, 2, 59).getTime();
    valueOf(await service.create());
    expect(await nightly()).toHaveLength(1);
    clock.now = new Date(2026, 5, 2, 3).getTime();
    await expect.poll(async () => (await nightly()).length, PATIENT).toBe(2);
  });
});

describe('a restore', () => {
  it('brings back what was removed and changed, with its numbers and passwords', async () => {
    const app = await station();
    const { backupId } = valueOf(await app.backups.create());
    const sqlite = openRaw(app);
    const before = siteRows(sqlite);
    sqlite.exec(`
      INSERT INTO unused_secret SELECT secret_account FROM nvr WHERE id = 1;
      DELETE FROM nvr WHERE id = 1;
      UPDATE camera SET name = 'Changed', position = 7`);
    await app.nvrs.add(filledIn({ name: 'New', host: '10.0.0.3', maxChannels: 1 }));
    const lost = sqlite.prepare('SELECT secret_account FROM nvr WHERE id = 3').pluck().get();
    let changes = 0;
    app.recorders.rowsChanged.on(() => (changes += 1));

    expect(await app.backups.restore(backupId)).toEqual({ ok: true, value: null });

    const after = siteRows(sqlite);
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after[3]).toEqual([{ account: lost }]);
    expect(changes).toBeGreaterThan(0);
    const [kept] = await app.backups.list();
    expect(kept).toMatchObject({ reason: 'before-restore', nvrs: 2, cameras: 3 });
    expect(await app.backups.restore(kept?.backupId ?? '')).toMatchObject({ ok: true });
    expect((await app.nvrs.listNvrs()).map(({ name }) => name)).toEqual(['Yard', 'New']);
    await app.nvrs.add(filledIn({ name: 'Newer', host: '10.0.0.4', maxChannels: 1 }));
    expect((await app.nvrs.listNvrs()).at(-1)?.id).toBe(4);
  });

  it('gives a removed recorder its password back, also when the removal could still be undone', async () => {
    const app = await station();
    const { backupId } = valueOf(await app.backups.create());
    const { undoId } = valueOf(await app.removal.remove(1));
    await app.backups.restore(backupId);
    expect(await app.undo.run(undoId)).toMatchObject({ error: { code: 'not-found' } });
    expect([...app.keychain.entries.values()]).toEqual([PASSWORD, PASSWORD]);
    await expect
      .poll(async () => (await app.nvrs.listNvrs())[0]?.login.state, PATIENT)
      .not.toBe('no-password');
  });

  it('never leads a password to another address than the one it was given for', async () => {
    const app = await station();
    const sqlite = openRaw(app);
    sqlite.exec(`UPDATE nvr SET http_port = 8080 WHERE id = 1`);
    const { backupId } = valueOf(await app.backups.create());
    sqlite.exec(`UPDATE nvr SET http_port = 80 WHERE id = 1`);
    await app.backups.restore(backupId);
    await expect
      .poll(async () => (await app.nvrs.listNvrs())[0]?.login, PATIENT)
      .toEqual({ state: 'no-password', reason: 'another-address' });
    expect(await app.nvrs.setPassword(1, PASSWORD)).toMatchObject({ ok: true });
    expect([...app.keychain.entries.values()]).toContain(PASSWORD);
  });

  it('keeps a password that was changed since', async () => {
    const app = await station();
    const { backupId } = valueOf(await app.backups.create());
    await app.nvrs.setPassword(1, 'the new one');
    const sqlite = openRaw(app);
    const accounts = () =>
      sqlite.prepare('SELECT secret_account FROM nvr ORDER BY id').pluck().all();
    const before = accounts();
    sqlite.exec(`UPDATE nvr SET secret_account = 'moved' WHERE id = 2`);
    await app.backups.restore(backupId);
    expect(accounts()).toEqual([before[0], 'moved']);
    expect(app.keychain.entries.get(String(before[0]))).toBe('the new one');
  });

  it('never brings back an old PIN', async () => {
    const { backups, admin } = await station();
    await admin.start();
    await admin.setPin('111111');
    const { backupId } = valueOf(await backups.create());
    await admin.changePin('111111', '222222');
    await admin.setAutoLock(17);
    expect(await backups.restore(backupId)).toMatchObject({ ok: true });
    expect(admin.status).toMatchObject({ state: 'unlocked', autoLockMinutes: 17 });
    admin.lock();
    expect(await admin.unlock('111111')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await admin.unlock('222222')).toMatchObject({ ok: true });
    await admin.stop();
  });

  it('knows more about logins than the backup does', async () => {
    const app = await station();
    const sqlite = openRaw(app);
    sqlite.exec(`INSERT INTO nvr_login (nvr_id, state) VALUES (1, 'refused'), (2, 'refused')`);
    const { backupId } = valueOf(await app.backups.create());
    // Since then 1 was given a good password, and 2 was removed.
    sqlite.exec('DELETE FROM nvr_login WHERE nvr_id = 1; DELETE FROM nvr WHERE id = 2');
    await app.backups.restore(backupId);
    expect(sqlite.prepare('SELECT * FROM nvr_login').all()).toEqual([
      {
        ...{ nvr_id: 2, state: 'refused', until_ms: null },
        ...{ door: 'web', tries_left: null, failed: 2 },
      },
    ]);
    expect((await app.nvrs.listNvrs()).map(({ login }) => login.state)).toEqual([
      ...['checking', 'refused'],
    ]);
  });

  it('takes a backup that an older version made', async () => {
    const app = await station();
    await mkdir(app.folder);
    const backupId = '20260101-000000-000-nightly';
    const later = Object.entries(migrations).filter(([name]) => name >= '0004');
    for (const [name] of later) Reflect.deleteProperty(migrations, name);
    const { db } = await openDatabase(path.join(app.folder, `${backupId}.sqlite`));
    Object.assign(migrations, Object.fromEntries(later));
    await sql`
      INSERT INTO nvr (id, name, host, rtsp_port, http_port, username, secret_account, max_channels)
      VALUES (2, 'Old', 'old.local', 554, 80, 'c', 'nvr-old', 1)`.execute(db);
    await sql`
      INSERT INTO camera (nvr_id, channel, name, position, main_path)
      VALUES (2, 1, 'Door', 0, '/Streaming/Channels/101')`.execute(db);
    await db.destroy();
    const bytes = await readFile(path.join(app.folder, `${backupId}.sqlite`));

    expect(await app.backups.list()).toMatchObject([{ backupId, nvrs: 1, cameras: 1 }]);
    expect(await app.backups.restore(backupId)).toMatchObject({ ok: true });
    expect(await app.nvrs.listNvrs()).toMatchObject([{ id: 2, name: 'Old', isHttps: false }]);
    expect(await app.nvrs.listCameras()).toMatchObject([{ name: 'Door', quality: 'auto' }]);
    expect(await readFile(path.join(app.folder, `${backupId}.sqlite`))).toEqual(bytes);
  });

  it.each([
    ['cut off', (file: string) => truncate(file, 6_000)],
    ['emptied', (file: string) => truncate(file, 0)],
    [
      'overwritten',
      async (file: string) => writeFile(file, (await readFile(file)).fill(0xa5, 4_096, 20_480)),
    ],
    [
      'of a newer version',
      async (file: string) => {
        migrations['9999-later'] = { up: () => Promise.resolve() };
        await (await openDatabase(file)).db.destroy();
        Reflect.deleteProperty(migrations, '9999-later');
      },
    ],
  ])('of one that is %s changes nothing', async (_how, damage) => {
    const app = await station();
    const { backupId } = valueOf(await app.backups.create());
    await damage(path.join(app.folder, `${backupId}.sqlite`));
    const sqlite = openRaw(app);
    sqlite.exec('DELETE FROM nvr WHERE id = 1');
    const before = siteRows(sqlite);
    const files = await readdir(app.folder);
    expect(await app.backups.restore(backupId)).toMatchObject({
      error: {
        code: 'storage-failed',
        message: { key: 'backup-damaged' },
      },
    });
    expect(siteRows(sqlite)).toEqual(before);
    expect(await readdir(app.folder)).toEqual(files);
  });

  it.each(['20260101-000000-000-nightly', 'opus', 'x'])('knows no backup %j', async (backupId) => {
    const { backups } = await station();
    expect(await backups.restore(backupId)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('ends what streams and begins what is there again', async () => {
    const recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: PASSWORD });
    await recorder.start();
    onTestFinished(() => recorder.stop());
    const app = await startApp({ secrets: new ObservedSecretStore() });
    const ports = { rtspPort: recorder.rtspPort, httpPort: recorder.httpPort };
    await app.nvrs.add(filledIn({ ...ports, maxChannels: 2 }));
    const { backupId } = valueOf(await app.backups.create());
    const opened = (name: string) => app.streams.open(name, AT_DESK);
    await expect.poll(() => opened('nvr1-ch1-main'), PATIENT).toBe(true);
    await firstFrame(app.client(), 'nvr1-ch1-main');
    expect(recorder.sessions()).toHaveLength(1);
    openRaw(app).exec(`UPDATE nvr SET name = 'Changed'`);

    expect(await app.backups.restore(backupId)).toMatchObject({ ok: true });
    await expect.poll(() => recorder.sessions(), PATIENT).toEqual([]);
    await expect.poll(() => opened('nvr1-ch2-sub'), PATIENT).toBe(true);
    await (await firstFrame(app.client(), 'nvr1-ch2-sub')).close();
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });
});
