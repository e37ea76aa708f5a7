import { readdir } from 'node:fs/promises';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openDatabase, type OpenedDatabase } from '../../src-main/app/db/database.ts';
import { insertCameras } from '../../src-main/app/db/repositories/camera-repository.ts';
import { insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import type { NewNvrRow } from '../../src-main/app/db/tables/nvr.table.ts';
import { tempFolder } from './temp-folder.ts';

/** A recorder of 256 channels. */
export const NVR: NewNvrRow = {
  name: 'Warehouse',
  host: 'nvr.local',
  rtsp_port: 554,
  http_port: 80,
  username: 'admin',
  secret_account: 'nvr-1',
  max_channels: 256,
};
/** Where none is yet. */
export async function databaseFile(): Promise<string> {
  return path.join(await tempFolder(), 'user data', 'opus.sqlite');
}

/** Closed when the test ends. */
export async function open(file: string): Promise<OpenedDatabase> {
  const opened = await openDatabase(file);
  onTestFinished(() => opened.db.destroy());
  return opened;
}

/** A database file with one recorder of 256 channels, closed. */
export async function filledFile(): Promise<string> {
  const file = await databaseFile();
  const { db } = await openDatabase(file);
  const nvr = await insertNvr(db, NVR);
  await insertCameras(db, camerasOf(nvr.id));
  await db.destroy();
  return file;
}

/** 256 of them, in the order of the wall. */
export function camerasOf(nvrId: number) {
  return Array.from({ length: 256 }, (_, index) => ({
    nvr_id: nvrId,
    channel: index + 1,
    name: `Camera ${index + 1}`,
    position: index,
    main_path: `/Streaming/Channels/${index + 1}01`,
    sub_path: index === 0 ? null : `/Streaming/Channels/${index + 1}02`,
  }));
}

/** The tables as SQL. */
export function schemaOf(file: string): string {
  const sqlite = new SqliteDatabase(file, { readonly: true });
  const rows = sqlite
    .prepare(
      `SELECT sql FROM sqlite_master
       WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'kysely%' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .all() as { sql: string }[];
  sqlite.close();
  return rows.map((row) => `${row.sql.replaceAll(/^ {4}/gm, '')};\n`).join('\n');
}

/** What lies beside a database. */
export const besides = async (file: string) =>
  (await readdir(path.dirname(file))).filter((name) => !/^opus\.sqlite(-wal|-shm)?$/.test(name));
