import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const WATCH_EVERY_MS = 250;
const TERM_WITHIN_MS = 2_000;
const KILL_WITHIN_MS = 5_000;
const POLL_MS = 25;

/** One line of the process table; a pid alone may be somebody else's by the time it is used. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  name: string;
  startedAt: string;
}

/**
 * Remembers every process that descends from this one, so that they can be ended even after whoever started them is
 * gone and they hang below pid 1. (An inherited environment variable would not do: Chromium wipes its own.)
 */
export class DescendantWatch {
  private readonly seen = new Map<string, ProcessEntry>();
  private readonly timer = setInterval(() => this.look(), WATCH_EVERY_MS);

  constructor() {
    this.timer.unref();
  }

  /** The descendants that still run, the newest last. */
  look(): ProcessEntry[] {
    const table = readProcessTable();
    const roots = new Set([process.pid]);
    for (const entry of table) if (this.seen.has(identity(entry))) roots.add(entry.pid);
    for (const entry of descendantsOf(roots, table)) this.seen.set(identity(entry), entry);
    return table.filter((entry) => this.seen.has(identity(entry)));
  }

  /** Ends them all: asked first, then not asked. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    const startedAt = Date.now();
    signal(this.look(), 'SIGTERM');
    for (;;) {
      const left = this.look();
      const waitedMs = Date.now() - startedAt;
      if (left.length === 0 || waitedMs > KILL_WITHIN_MS) return;
      if (waitedMs > TERM_WITHIN_MS) signal(left, 'SIGKILL');
      await sleep(POLL_MS);
    }
  }
}

function identity({ pid, startedAt }: ProcessEntry): string {
  return `${pid} ${startedAt}`;
}

/** Everything below `roots` in the table, whatever order the table is in. */
export function descendantsOf(
  roots: ReadonlySet<number>,
  table: readonly ProcessEntry[],
): ProcessEntry[] {
  const found = new Map<number, ProcessEntry>();
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const entry of table) {
      if (roots.has(entry.parent) || found.has(entry.parent)) found.set(entry.pid, entry);
    }
  }
  return [...found.values()];
}

/** Reads one line of /proc/PID/stat; a zombie counts as gone. The name is in brackets and may hold any character. */
export function parseStat(stat: string): ProcessEntry | undefined {
  const open = stat.indexOf('(');
  const close = stat.lastIndexOf(')');
  const fields = stat.slice(close + 2).split(' ');
  const [state, parent] = fields;
  const startedAt = fields[19];
  if (open < 0 || close < 0 || startedAt === undefined || state === 'Z') return undefined;
  const name = stat.slice(open + 1, close);
  return { pid: Number.parseInt(stat, 10), parent: Number(parent), name, startedAt };
}

/** Everything that runs now, zombies left out. */
export function readProcessTable(): ProcessEntry[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    } catch {
      return []; // gone meanwhile
    }
  });
}

function signal(entries: readonly ProcessEntry[], name: NodeJS.Signals): void {
  for (const { pid } of entries) {
    try {
      process.kill(pid, name);
    } catch {
      // gone meanwhile
    }
  }
}
