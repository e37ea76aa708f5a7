import path from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { Journal } from '../../src-main/app/events/journal/journal.ts';
import { openJournal } from '../../src-main/app/events/journal/journal-file.ts';
import { tempFolder } from './temp-folder.ts';

/** An open journal, and what a test looks at beside it. */
export interface JournalUnderTest {
  file: string;
  /** Its own connection. */
  sqlite: SqliteDatabase.Database;
  setAsideFile: string | null;
  journal: Journal;
  refusals: unknown[];
}

/** A journal on a file of its own, closed when the test ends. */
export async function startJournal(folder?: string): Promise<JournalUnderTest> {
  const file = path.join(folder ?? (await tempFolder()), 'events.sqlite');
  const { sqlite, setAsideFile } = openJournal(file);
  const refusals: unknown[] = [];
  const journal = new Journal({ sqlite, onRefused: (error) => refusals.push(error) });
  onTestFinished(() => {
    if (sqlite.open) journal.close();
  });
  return { file, sqlite, setAsideFile, journal, refusals };
}
