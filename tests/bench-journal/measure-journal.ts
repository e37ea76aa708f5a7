import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventFilterSchema } from '@contract/models/events/journal.ts';
import { Journal } from '../../src-main/app/events/journal/journal.ts';
import { openJournal } from '../../src-main/app/events/journal/journal-file.ts';
import { eventRow } from '../support/event-row.ts';
import { percentile } from '../../scripts/bench/statistics.ts';
import { fillJournal } from './fill-journal.ts';
import { questions } from './journal-questions.ts';

const TIMES = 15;
const DAY_MS = 24 * 60 * 60_000;
/** What main's event loop may be blocked for. */
const GOAL_MS = 50;
const BATCH = 100;

/** Prints how long each takes; 1 where a page took longer than the goal. */
export async function measureJournal(rows: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'opus-bench-journal-'));
  const file = path.join(folder, 'events.sqlite');
  const nowMs = Date.now();
  try {
    const filled = openJournal(file);
    const { ms } = took(() => fillJournal(filled.sqlite, rows, nowMs));
    filled.sqlite.close();
    const megabytes = (await stat(file)).size / 1024 / 1024;
    print(`${rows} rows, ${megabytes.toFixed(0)} MB, filled`, [ms]);
    const opened = took(() => openJournal(file));
    print('opened', [opened.ms]);
    const onRefused = (error: unknown): void => fail(error);
    const journal = new Journal({ sqlite: opened.value.sqlite, onRefused });
    const slowest = measurePages(journal, nowMs);
    print(
      'unacknowledged counted',
      times(() => journal.countUnacknowledged()),
    );
    print(
      `${BATCH} new rows written`,
      times(() => writeBatch(journal, nowMs)),
    );
    const beforeMs = nowMs - 89 * DAY_MS;
    print(
      '100 old rows deleted',
      times(() => journal.prune({ beforeMs, megabytes: 1e6, most: 100 })),
    );
    journal.close();
    console.log(`\nThe slowest page took ${slowest.toFixed(1)} ms; the goal is ${GOAL_MS} ms.`);
    return slowest <= GOAL_MS ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measurePages(journal: Journal, nowMs: number): number {
  const all = questions(nowMs).map(({ name, filter: wanted, daysAgo }) => {
    const filter = eventFilterSchema.parse(wanted);
    const before = daysAgo === 0 ? null : { startedAtMs: nowMs - daysAgo * DAY_MS, id: 1 };
    let found = 0;
    const measured = times(() => {
      found = journal.page({ filter, before, limit: 100 }).rows.length;
    });
    print(`${name} (${found})`, measured);
    return measured;
  });
  return Math.max(...all.flat());
}

function writeBatch(journal: Journal, nowMs: number): void {
  for (let row = 0; row < BATCH; row += 1) {
    const id = journal.nextId();
    journal.put(eventRow({ id, startedAtMs: nowMs + id, cameraId: 1 + (id % 1_000) }));
  }
  journal.flush();
}

/** The first time, when nothing is in memory, is among them. */
function times(act: () => void): number[] {
  return Array.from({ length: TIMES }, () => took(act).ms);
}

function took<T>(act: () => T): { ms: number; value: T } {
  const startedMs = performance.now();
  const value = act();
  return { ms: performance.now() - startedMs, value };
}

function print(name: string, measured: number[]): void {
  const [median, most] = [percentile(measured, 50), Math.max(...measured)];
  const figures = [median, most].map((ms) => ms.toFixed(1).padStart(9));
  console.log(`${name.padEnd(48)} median ${figures[0]} ms, most ${figures[1]} ms`);
}

function fail(error: unknown): never {
  throw error;
}
