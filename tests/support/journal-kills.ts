import path from 'node:path';
import { Journal } from '../../src-main/app/events/journal/journal.ts';
import { openJournal } from '../../src-main/app/events/journal/journal-file.ts';
import { forkNode } from './node-process.ts';

const WRITER = path.resolve(import.meta.dirname, 'journal-writer.ts');
const ALIAS = path.resolve(import.meta.dirname, 'contract-alias.ts');
/** Kills come this much later after the first row each time, and begin anew after so many. */
const [LATER_MS, STEPS] = [5, 10];

/** What was left of what writers had told of. */
export interface Survivors {
  /** Rows that were told of and are gone, or are older than what was told: number and count. */
  lost: [id: number, count: number][];
  kept: number;
}

/** Writers on one journal, each killed (`kill -9`) while it writes; then the journal is opened as at a start of the app. */
export async function killWriters(file: string, kills: number): Promise<Survivors> {
  const shown = new Map<number, number>();
  for (let kill = 0; kill < kills; kill += 1) await killOne(file, kill, shown);
  const { sqlite } = openJournal(file);
  const onRefused = (error: unknown): void => {
    throw error;
  };
  const journal = new Journal({ sqlite, onRefused });
  try {
    const kept = new Map(journal.find([...shown.keys()]).map(({ id, count }) => [id, count]));
    const lost = [...shown].filter(([id, count]) => (kept.get(id) ?? 0) < count);
    return { lost, kept: kept.size };
  } finally {
    journal.close();
  }
}

async function killOne(file: string, kill: number, shown: Map<number, number>): Promise<void> {
  const child = forkNode<never, [id: number, count: number][]>(WRITER, ['--import', ALIAS]);
  const ended = new Promise((resolve) => child.onExit(resolve));
  let isKilled = false;
  child.onMessage((rows) => {
    for (const [id, count] of rows) shown.set(id, count);
    // Each time another while after the first row: in a write, between two, in a checkpoint.
    if (!isKilled) setTimeout(() => child.kill(), (kill % STEPS) * LATER_MS);
    isKilled = true;
  });
  child.post(file as never);
  await ended;
}
