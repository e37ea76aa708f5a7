import path from 'node:path';
import electronLog from 'electron-log/node';
import type { LogSink } from './logger.ts';

const MAX_LOG_BYTES = 5 * 1024 * 1024;

/** Writes to <folder>/main.log, keeping one older file, so that a station left running for months does not fill its disk. */
export function createFileSink(folder: string): LogSink {
  const log = electronLog.create({ logId: 'main' });
  log.transports.file.resolvePathFn = () => path.join(folder, 'main.log');
  log.transports.file.maxSize = MAX_LOG_BYTES;
  log.transports.file.format = '{iso} [{level}] {text}';
  log.transports.console.format = '[{level}] {text}';
  // A terminal that was closed since must not take the app with it: the file has the line.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return (level, line) => log[level](line);
}
