import fs from 'node:fs/promises';
import path from 'node:path';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { openDatabase } from '../../db/database.ts';
import { readStoredSite, type StoredSite } from '../../db/repositories/stored-site-repository.ts';
import { diskRefusal } from '../../files/disk-refusal.ts';
import type { Logger } from '../../logging/logger.ts';
import type { FileReader } from '../reader/file-reader.ts';
import { assertPlainFile, inspectFile } from './backup-inspector.ts';

/** Reads what a backup holds, from a copy that is brought up to date first; the backup itself is only read. */
export async function openBackup(
  reader: FileReader,
  file: string,
  log: Logger,
): Promise<Result<StoredSite>> {
  let folder: string | null = null;
  try {
    folder = await fs.mkdtemp(path.join(path.dirname(file), '.restore-'));
    const copy = path.join(folder, 'site.sqlite');
    await assertPlainFile(file);
    await fs.copyFile(file, copy);
    await inspectFile(reader, copy, { isThorough: true });
    const { db, setAsideFile } = await openDatabase(copy);
    try {
      // A damaged file would be opened as an empty one.
      if (setAsideFile !== null) throw new Error('The backup is damaged');
      return ok(await readStoredSite(db));
    } finally {
      await db.destroy();
    }
  } catch (error) {
    log.error('a backup could not be opened', { file, error });
    const said = message('backup-damaged');
    return err(diskRefusal(error, path.dirname(file)) ?? appError('storage-failed', said));
  } finally {
    if (folder !== null) await fs.rm(folder, { recursive: true, force: true });
  }
}
