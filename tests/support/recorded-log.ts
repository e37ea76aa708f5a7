import { createLogger, type Logger } from '../../src-main/app/logging/logger.ts';
import { Redactor } from '../../src-main/app/logging/redact.ts';

/** A log as the app writes it, in memory. */
export interface RecordedLog {
  log: Logger;
  redactor: Redactor;
  /** "level text", as they would reach the file. */
  lines: string[];
}

/** The app's own logger and redactor with a sink that keeps every line. */
export function recordLog(): RecordedLog {
  const lines: string[] = [];
  const redactor = new Redactor();
  const log = createLogger((level, line) => void lines.push(`${level} ${line}`), redactor);
  return { log, redactor, lines };
}
