import fs from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import type { LogDetails, Logger } from './logger.ts';
import { inOneLine } from './log-text.ts';
import type { Redactor } from './redact.ts';

/** Keeps what an admin changed: when and what, for as long as the installation lives. */
export interface AdminLog {
  write(what: string, details?: LogDetails): void;
}

/** For parts that run without an installation of their own. */
export const NO_ADMIN_LOG: AdminLog = { write: () => undefined };

const MOST_ITEMS = 50;

/**
 * Appends to <folder>/admin.log, which nothing ever shortens: a year of changes has some hundred kilobytes, and main.log would have
 * pushed them out within days. A line that cannot be written is told to the log and stops nobody.
 */
export function createAdminLog(folder: string, redactor: Redactor, log: Logger): AdminLog {
  const file = path.join(folder, 'admin.log');
  return {
    write: (what, details) => {
      const facts =
        details === undefined
          ? ''
          : ` ${inspect(details, { compact: true, breakLength: Infinity, maxArrayLength: MOST_ITEMS })}`;
      const line = inOneLine(redactor.redact(`${new Date().toISOString()} ${what}${facts}`));
      try {
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        fs.appendFileSync(file, `${line}\n`, { mode: 0o600 });
      } catch (error) {
        log.error('the admin log could not be written', { what, error });
      }
    },
  };
}
