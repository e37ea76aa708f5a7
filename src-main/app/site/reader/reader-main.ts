import { inspectBackup } from '../backups/inspect-backup.ts';
import { parseSiteFile } from '../parse-site-file.ts';
import type { FromReader, ToReader } from './reader-messages.ts';

/** The reader's own process begins here: Electron's utility process, or a plain Node child that was forked (tests). */
const { parentPort } = process as { parentPort?: ParentPort };

interface ParentPort {
  on: (event: 'message', listener: (event: { data: ToReader }) => void) => void;
  postMessage: (message: FromReader) => void;
}

if (parentPort) {
  parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
} else {
  process.on('message', (message) => process.send?.(answer(message as ToReader)));
}

function answer(asked: ToReader): FromReader {
  try {
    return { ok: true, answer: read(asked) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function read(asked: ToReader): unknown {
  return asked.kind === 'backup' ? inspectBackup(asked.question) : parseSiteFile(asked.question);
}
