import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import {
  deleteNvr,
  insertNvr,
  listNvrs,
} from '../../src-main/app/db/repositories/nvr-repository.ts';
import { besides, filledFile, NVR, open } from '../support/database-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('a damaged file', () => {
  const garbage = randomBytes(20_000);

  it.each([
    ['garbage', (file: string) => writeFile(file, garbage)],
    ['cut off in the middle', async (file: string) => truncate(file, 6_000)],
    ['emptied', (file: string) => truncate(file, 0)],
    [
      'overwritten in one page',
      async (file: string) => {
        const bytes = await readFile(file);
        await writeFile(file, bytes.fill(0xa5, 4_096, 12_288));
      },
    ],
  ])('(%s) is set aside with its bytes intact, and said', async (_how, damage) => {
    const file = await filledFile();
    await damage(file);
    const bytes = await readFile(file);
    const { db, setAsideFile } = await open(file);
    expect(setAsideFile).toMatch(/opus\.sqlite\.damaged-\d{4}-[\dTZ-]+$/);
    expect(await readFile(setAsideFile ?? '')).toEqual(bytes);
    expect(await listNvrs(db)).toEqual([]);
    await expect(insertNvr(db, NVR)).resolves.toMatchObject({ id: 1 });
  });

  it('keeps its write-ahead log, which may hold what the file has lost', async () => {
    const source = await filledFile();
    const { db } = await open(source);
    await deleteNvr(db, 1);
    const file = path.join(await tempFolder(), 'opus.sqlite');
    for (const suffix of ['', '-wal']) await copyFile(source + suffix, file + suffix);
    await writeFile(file, (await readFile(file)).fill(0xa5, 0, 16_384));
    const [bytes, log] = [await readFile(file), await readFile(`${file}-wal`)];
    expect(log.length).toBeGreaterThan(0);
    const { setAsideFile } = await open(file);
    expect(await readFile(setAsideFile ?? '')).toEqual(bytes);
    expect(await readFile(`${setAsideFile}-wal`)).toEqual(log);
  });

  it('does not overwrite one that was set aside before', async () => {
    const file = await filledFile();
    for (const at of ['2026-01-01', '2026-01-02']) {
      await writeFile(file, garbage);
      await (await openDatabase(file, new Date(at))).db.destroy();
    }
    expect((await besides(file)).filter((name) => name.includes('damaged'))).toHaveLength(2);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it.each([
    ['a pipe', '', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', '', (file: string) => mkdir(file)],
    ['a link that leads nowhere', '', (file: string) => symlink('/nowhere/at/all', file)],
    ['a device', '', (file: string) => symlink('/dev/zero', file)],
    ['a pipe', '-wal', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', '-wal', (file: string) => mkdir(file)],
    ['a folder', '-shm', (file: string) => mkdir(file)],
    ['a pipe', '-journal', (file: string) => execFileSync('mkfifo', [file])],
  ])('(%s, opus.sqlite%s) is set aside, and said', async (_what, suffix, put) => {
    const file = await filledFile();
    await rm(file + suffix, { force: true });
    await put(file + suffix);
    const { db, setAsideFile } = await open(file);
    expect(setAsideFile).not.toBeNull();
    expect(await besides(file)).toContain(path.basename(`${setAsideFile}${suffix}`));
    expect(await listNvrs(db)).toEqual([]);
  });
});
