import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { knownSchemas } from '../../db/known-schemas.ts';
import type { BackupCounts, Inspection } from './inspect-backup.ts';

/** A whole site has some hundred kilobytes. */
const MAX_BYTES = 256 * 1024 * 1024;
const LIMIT_MS = 10_000;
/** Beside this module: as source under Node and Vitest, as a bundle of its own in the app. */
const ENTRY = path.join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'inspector-thread.ts' : 'inspector-thread.js',
);

/** How thoroughly a file is looked at, and for how long. */
export interface InspectionOptions extends Pick<Inspection, 'isThorough'> {
  limitMs?: number;
}

/**
 * Looks at a file of the backup folder, where anybody who can write there may have put anything: on a thread of its own, since a
 * database can be made to answer never, and only a plain file, since a pipe would be waited for. Throws when it cannot be
 * believed, or not in time.
 */
export async function inspectFile(
  file: string,
  { isThorough, limitMs = LIMIT_MS }: InspectionOptions,
): Promise<BackupCounts> {
  await assertPlainFile(file);
  const schemas = [...(await knownSchemas()).keys()];
  const inspection: Inspection = { file, isThorough, schemas };
  const worker = new Worker(ENTRY, { workerData: inspection });
  const late = AbortSignal.timeout(limitMs);
  try {
    // Rejects when the thread throws.
    const [counts] = (await once(worker, 'message', { signal: late })) as [BackupCounts];
    return counts;
  } catch (error) {
    if (late.aborted) throw new Error('The file took too long to read', { cause: error });
    throw error;
  } finally {
    void worker.terminate();
  }
}

/** Throws for links, pipes, devices and folders, and for what is too large. */
export async function assertPlainFile(file: string): Promise<void> {
  const stats = await fs.lstat(file);
  if (!stats.isFile()) throw new Error('This is no plain file');
  if (stats.size > MAX_BYTES) throw new Error('This file is too large for a backup');
}
