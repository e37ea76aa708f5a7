import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { eventRow } from '../support/event-row.ts';
import { startJournal } from '../support/journal-under-test.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('a journal that cannot be read', () => {
  it.each([
    [
      'is no database',
      (file: string): void => {
        writeFileSync(file, 'x'.repeat(8_192));
      },
    ],
    [
      'was cut off',
      (file: string): void => {
        truncateSync(file, 4_096);
      },
    ],
    [
      'has other tables',
      (file: string): void => {
        rmSync(file);
        const other = new SqliteDatabase(file);
        other.exec('CREATE TABLE event (id INTEGER PRIMARY KEY) STRICT; PRAGMA user_version = 1');
        other.close();
      },
    ],
  ])('because it %s is set aside, and a new one begun', async (_what, damage) => {
    const folder = await tempFolder();
    const { journal, file } = await startJournal(folder);
    journal.put(eventRow({ id: journal.nextId() }));
    journal.close();
    damage(file);
    const { length } = readFileSync(file);
    const { journal: fresh, setAsideFile } = await startJournal(folder);
    expect(setAsideFile).toContain('events.sqlite.damaged-');
    expect(readFileSync(setAsideFile ?? '')).toHaveLength(length);
    fresh.put(eventRow({ id: fresh.nextId() }));
    expect(fresh.flush()).toBe(true);
    expect(readdirSync(folder)).toContain('events.sqlite');
  });

  it('because it was emptied is set aside, since SQLite would take it for a new one', async () => {
    const folder = await tempFolder();
    const { sqlite, file } = await startJournal(folder);
    sqlite.close();
    truncateSync(file, 0);
    expect((await startJournal(folder)).setAsideFile).toContain('events.sqlite.damaged-');
  });

  it.skipIf(process.platform === 'win32').each([
    ['a pipe', '', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', '', (file: string) => mkdirSync(file)],
    ['a link that leads nowhere', '', (file: string) => symlinkSync('/nowhere/at/all', file)],
    ['a folder', '-wal', (file: string) => mkdirSync(file)],
  ])('because %s stands in its place (%s) is set aside', async (_what, suffix, put) => {
    const folder = await tempFolder();
    const { sqlite, file } = await startJournal(folder);
    sqlite.close();
    rmSync(file + suffix, { force: true });
    put(file + suffix);
    const { journal, setAsideFile } = await startJournal(folder);
    expect(readdirSync(folder)).toContain(path.basename(`${setAsideFile}${suffix}`));
    journal.put(eventRow({ id: journal.nextId() }));
    expect(journal.flush()).toBe(true);
  });

  it('because a newer version made it stops the app, and is left alone', async () => {
    const folder = await tempFolder();
    const { sqlite } = await startJournal(folder);
    sqlite.pragma('user_version = 99');
    sqlite.close();
    await expect(startJournal(folder)).rejects.toThrow('newer version');
    expect(readdirSync(folder)).toEqual(['events.sqlite']);
  });
});
