import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const TERM_WITHIN_MS = 2_000;
const POLL_MS = 25;

/** Ends every process of ours that inherited `marker` (NAME=value), however it was started and whoever its parent is by now. */
export async function endMarked(marker: string): Promise<void> {
  signal(marked(marker), 'SIGTERM');
  const deadline = Date.now() + TERM_WITHIN_MS;
  while (marked(marker).length > 0) {
    if (Date.now() > deadline) signal(marked(marker), 'SIGKILL');
    await sleep(POLL_MS);
  }
}

/** The processes whose environment holds `marker`, except this one. */
export function marked(marker: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => pid !== process.pid && environmentOf(pid).includes(marker));
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return []; // gone meanwhile, or somebody else's
  }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // gone meanwhile
    }
  }
}
