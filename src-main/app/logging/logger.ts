import { inspect } from 'node:util';
import { inLines, inOneLine } from './log-text.ts';
import type { Redactor } from './redact.ts';

/** Extra facts of a log line; errors may be among them. */
export type LogDetails = Record<string, unknown>;

/** How services report: one sentence, and facts beside it. */
export interface Logger {
  info(message: string, details?: LogDetails): void;
  warn(message: string, details?: LogDetails): void;
  error(message: string, details?: LogDetails): void;
}

/** Takes a finished, redacted line to wherever lines go. */
export type LogSink = (level: 'info' | 'warn' | 'error', line: string) => void;

/** A logger whose every line passes the redactor, whatever the sink, and of which no name can make two entries. */
export function createLogger(sink: LogSink, redactor: Redactor): Logger {
  const write =
    (level: Parameters<LogSink>[0]) =>
    (message: string, details?: LogDetails): void => {
      const facts = details === undefined ? '' : ` ${inspect(details, { breakLength: Infinity })}`;
      sink(level, inOneLine(redactor.redact(message)) + inLines(redactor.redact(facts)));
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
