import { stat } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';
import { sql, type Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { migrations } from '../../src-main/app/db/migrations/index.ts';
import {
  insertCameras,
  listCameras,
} from '../../src-main/app/db/repositories/camera-repository.ts';
import {
  deleteNvr,
  insertNvr,
  listNvrs,
} from '../../src-main/app/db/repositories/nvr-repository.ts';
import type { Schema } from '../../src-main/app/db/schema.ts';
import {
  besides,
  camerasOf,
  databaseFile,
  filledFile,
  NVR,
  open,
  schemaOf,
} from '../support/database-files.ts';

const LATER = '9999-later';

const withdraw = () => Reflect.deleteProperty(migrations, LATER);

afterEach(withdraw);

describe('an empty place', () => {
  it('gets the schema of the newest migration', async () => {
    const file = await databaseFile();
    const { setAsideFile } = await open(file);
    expect(setAsideFile).toBeNull();
    await expect(schemaOf(file)).toMatchFileSnapshot('schema.sql');
  });

  it('has no backup, since there was nothing to back up', async () => {
    const file = await databaseFile();
    await open(file);
    expect(await besides(file)).toEqual([]);
  });
});

describe('the schema', () => {
  it('refuses text where a number belongs', async () => {
    const { db } = await open(await databaseFile());
    const insert =
      sql`INSERT INTO nvr (name, host, rtsp_port, http_port, username, secret_account, max_channels)
      VALUES ('a', 'b', 'not a port', 80, 'c', 'd', 1)`.execute(db);
    await expect(insert).rejects.toThrow(/cannot store TEXT value in INTEGER column/);
  });

  it.each([
    ['rtsp_port', 0],
    ['rtsp_port', 65_536],
    ['http_port', 0],
    ['max_channels', 0],
    ['max_channels', 257],
  ])('refuses %s = %i', async (column, value) => {
    const { db } = await open(await databaseFile());
    await expect(insertNvr(db, { ...NVR, [column]: value })).rejects.toThrow(/CHECK constraint/);
  });

  it('refuses a second recorder at one address, however it is written', async () => {
    const { db } = await open(await databaseFile());
    await insertNvr(db, NVR);
    const twin = { ...NVR, secret_account: 'nvr-2', host: 'NVR.local' };
    await expect(insertNvr(db, twin)).rejects.toThrow(/UNIQUE constraint/);
    await expect(insertNvr(db, { ...twin, rtsp_port: 555 })).resolves.toMatchObject({ id: 2 });
  });

  it('refuses a camera of no recorder, and removes cameras with theirs', async () => {
    const file = await filledFile();
    const { db } = await open(file);
    await expect(insertCameras(db, camerasOf(99))).rejects.toThrow(/FOREIGN KEY constraint/);
    expect(await deleteNvr(db, 1)).toBe(true);
    expect(await listCameras(db)).toEqual([]);
    expect(await deleteNvr(db, 1)).toBe(false);
  });

  it('never gives a removed recorder’s number, and with it its stream names, to another one', async () => {
    const { db } = await open(await filledFile());
    await deleteNvr(db, 1);
    expect(await insertNvr(db, NVR)).toMatchObject({ id: 2 });
  });

  it('holds 256 channels in the order of the wall', async () => {
    const { db } = await open(await filledFile());
    const cameras = await listCameras(db);
    expect(cameras.map((camera) => camera.position)).toEqual([...Array(256).keys()]);
    expect(cameras[0]?.streams).toEqual({ main: 'nvr1-ch1-main', sub: null });
    expect(cameras[255]?.streams).toEqual({ main: 'nvr1-ch256-main', sub: 'nvr1-ch256-sub' });
  });
});

/** The database as the version before this migration left it. */
async function openAsBefore(file: string, name: string): Promise<Kysely<Schema>> {
  const later = Object.entries(migrations).filter(([each]) => each >= name);
  for (const [each] of later) Reflect.deleteProperty(migrations, each);
  const { db } = await openDatabase(file);
  Object.assign(migrations, Object.fromEntries(later));
  return db;
}

describe('recorders of an earlier version', () => {
  it('are spoken to over plain HTTP, and nobody asked them who they are', async () => {
    const file = await databaseFile();
    const old = await openAsBefore(file, '0004-device-identity');
    await sql`
      INSERT INTO nvr (name, host, rtsp_port, http_port, username, secret_account, max_channels)
      VALUES ('a', 'b', 554, 80, 'c', 'd', 4)`.execute(old);
    await old.destroy();
    const { db } = await open(file);
    expect(await listNvrs(db)).toMatchObject([
      { name: 'a', isHttps: false, fingerprint: null, model: null, serial: null, firmware: null },
    ]);
  });

  it('keep their cameras and their numbers when their table is made anew', async () => {
    const file = await databaseFile();
    const old = await openAsBefore(file, '0005-managed-site');
    await sql`
      INSERT INTO nvr (id, name, host, rtsp_port, http_port, username, secret_account, max_channels)
      VALUES (4, 'a', 'b', 554, 80, 'c', 'd', 1), (9, 'gone', 'x', 554, 80, 'c', 'e', 1)`.execute(
      old,
    );
    await sql`DELETE FROM nvr WHERE id = 9`.execute(old);
    await sql`
      INSERT INTO camera (nvr_id, channel, name, position, main_path)
      VALUES (4, 1, 'Gate', 0, '/Streaming/Channels/101')`.execute(old);
    await old.destroy();

    const { db } = await open(file);
    expect(await listNvrs(db)).toMatchObject([
      { id: 4, isEnabled: true, layout: { kind: 'hikvision' } },
    ]);
    expect(await listCameras(db)).toMatchObject([
      { nvrId: 4, name: 'Gate', isEnabled: true, quality: 'auto', notes: '', isGone: false },
    ]);
    expect(await insertNvr(db, NVR)).toMatchObject({ id: 10 });
    await deleteNvr(db, 4);
    expect(await listCameras(db)).toEqual([]);
  });
});

describe('a second opening', () => {
  it('finds everything again and migrates nothing', async () => {
    const file = await filledFile();
    const { db, setAsideFile } = await open(file);
    expect(setAsideFile).toBeNull();
    expect(await listNvrs(db)).toMatchObject([{ id: 1, host: 'nvr.local', maxChannels: 256 }]);
    expect(await besides(file)).toEqual([]);
  });

  it('works while the first one is open', async () => {
    const file = await filledFile();
    const [first, second] = await Promise.all([open(file), open(file)]);
    await deleteNvr(first.db, 1);
    expect(await listNvrs(second.db)).toEqual([]);
  });
});

describe('a migration', () => {
  it('that is pending has a backup made before it runs', async () => {
    const file = await filledFile();
    migrations[LATER] = {
      up: async (db) => {
        await sql`ALTER TABLE nvr ADD COLUMN extra TEXT`.execute(db);
      },
    };
    const { db } = await open(file);
    expect(await listNvrs(db)).toHaveLength(1);
    const backup = `${file}.before-migration`;
    expect(schemaOf(file)).toContain('extra TEXT');
    expect(schemaOf(backup)).not.toContain('extra TEXT');
    const sqlite = new SqliteDatabase(backup, { readonly: true });
    expect(sqlite.prepare('SELECT count(*) AS count FROM camera').get()).toEqual({ count: 256 });
    sqlite.close();
  });

  it('may rebuild a table without emptying those that refer to it', async () => {
    const file = await filledFile();
    migrations[LATER] = {
      up: async (db) => {
        await sql`CREATE TABLE nvr_new AS SELECT * FROM nvr`.execute(db);
        await sql`DROP TABLE nvr`.execute(db);
        await sql`ALTER TABLE nvr_new RENAME TO nvr`.execute(db);
      },
    };
    const { db } = await open(file);
    expect(await listCameras(db)).toHaveLength(256);
  });

  it('that fails stops the start and leaves everything as it was', async () => {
    const file = await filledFile();
    const schema = schemaOf(file);
    migrations[LATER] = {
      up: async (db) => {
        await sql`DROP TABLE camera`.execute(db);
        throw new Error('half way');
      },
    };
    await expect(openDatabase(file)).rejects.toThrow('The database could not be updated');
    await expect(openDatabase(file)).rejects.toMatchObject({ cause: { message: 'half way' } });
    expect(schemaOf(file)).toBe(schema);
    expect((await stat(`${file}.before-migration`)).size).toBeGreaterThan(0);
    withdraw();
    const { db, setAsideFile } = await open(file);
    expect(setAsideFile).toBeNull();
    expect(await listCameras(db)).toHaveLength(256);
  });

  it('of a newer app stops the start of this one', async () => {
    const file = await filledFile();
    migrations[LATER] = { up: () => Promise.resolve() };
    await (await openDatabase(file)).db.destroy();
    withdraw();
    await expect(openDatabase(file)).rejects.toThrow('The database could not be updated');
    migrations[LATER] = { up: () => Promise.resolve() };
    expect(await listNvrs((await open(file)).db)).toHaveLength(1);
  });
});
