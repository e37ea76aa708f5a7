import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import { createApp } from '../support/app-under-test.ts';

const BACKUP_ID = '20260101-000000-000-manual';
const ENDLESS =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n';

async function makeDatabase(file: string, sql: string): Promise<void> {
  const sqlite = new SqliteDatabase(file);
  sqlite.exec(sql);
  sqlite.close();
}

it.each([
  [
    'a view that never ends',
    (file: string) =>
      makeDatabase(file, `CREATE VIEW nvr AS ${ENDLESS}; CREATE VIEW camera AS ${ENDLESS}`),
  ],
  [
    'another program’s database',
    (file: string) => makeDatabase(file, 'CREATE TABLE nvr (id); CREATE TABLE camera (id)'),
  ],
  ['a pipe', (file: string) => promisify(execFile)('mkfifo', [file])],
  ['a link to elsewhere', (file: string) => symlink('/dev/zero', file)],
  ['a folder', (file: string) => mkdir(file)],
])('%s is neither listed nor restored, and nothing waits for it', async (_what, make) => {
  const { backups, userData } = await createApp({ secrets: new MemorySecretStore() });
  const folder = path.join(userData, 'backups');
  await mkdir(folder, { recursive: true });
  await make(path.join(folder, `${BACKUP_ID}.sqlite`));
  expect(await backups.list()).toEqual([]);
  expect(await backups.restore(BACKUP_ID)).toMatchObject({
    ok: false,
    error: { code: 'storage-failed' },
  });
});
