import fs from 'node:fs/promises';
import { knownSchemas } from '../../db/known-schemas.ts';
import type { FileReader } from '../reader/file-reader.ts';
import type { BackupCounts, Inspection } from './inspect-backup.ts';

/** A whole site has some hundred kilobytes. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Looks at a file of the backup folder, where anybody who can write there may have put anything: in the reader's process, since a
 * database can be made to answer never, and only a plain file, since a pipe would be waited for. Throws when it cannot be
 * believed, or not in time.
 */
export async function inspectFile(
  reader: FileReader,
  file: string,
  { isThorough }: Pick<Inspection, 'isThorough'>,
): Promise<BackupCounts> {
  await assertPlainFile(file);
  const schemas = [...(await knownSchemas()).keys()];
  return reader.read('backup', { file, isThorough, schemas });
}

/** Throws for links, pipes, devices and folders, and for what is too large. */
export async function assertPlainFile(file: string): Promise<void> {
  const stats = await fs.lstat(file);
  if (!stats.isFile()) throw new Error('This is no plain file');
  if (stats.size > MAX_BYTES) throw new Error('This file is too large for a backup');
}
