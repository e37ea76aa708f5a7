import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killWriters } from '../support/journal-kills.ts';

/** Prints what `kill -9` at different moments of writing cost; 1 where a row that was told of is gone, or nothing was written at all. */
export async function countLosses(kills: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'opus-bench-kills-'));
  try {
    const startedMs = performance.now();
    const { lost, kept } = await killWriters(path.join(folder, 'events.sqlite'), kills);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(
      `${kills} kills in ${seconds} s: ${kept} rows told of and kept, ${lost.length} lost`,
    );
    return lost.length === 0 && kept > 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
