import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';

/** Codes of Node and of SQLite for a disk that takes nothing more. */
const FULL = /^(ENOSPC|EDQUOT|SQLITE_FULL)/;
/** A disk that was mounted read-only, as Linux does after errors. */
const READ_ONLY = /^(EROFS|SQLITE_READONLY)/;

/** What to tell when the disk refused a write, also as the cause of another error; null for every other error. */
export function diskRefusal(error: unknown, folder: string): AppError | null {
  for (let found = error; found instanceof Error; found = found.cause) {
    const { code } = found as NodeJS.ErrnoException;
    if (code === undefined) continue;
    if (FULL.test(code)) {
      return appError('storage-failed', message('disk-full', { folder }));
    }
    if (READ_ONLY.test(code)) {
      return appError('storage-failed', message('disk-read-only', { folder }));
    }
  }
  return null;
}
