import { inspectBackup } from '../backups/inspect-backup.ts';
import { parseSiteFile } from '../parse-site-file.ts';
import type { FromReader, ReaderQuestion, ToReader } from './reader-messages.ts';

/** The reader's own process begins here: Electron's utility process, or a plain Node child that was forked (tests). */
const { parentPort } = process as { parentPort?: ParentPort };

interface ParentPort {
  on: (event: 'message', listener: (event: { data: ToReader }) => void) => void;
  postMessage: (message: FromReader) => void;
}

if (parentPort) {
  parentPort.on('message', ({ data }) => receive(data, (found) => parentPort.postMessage(found)));
} else {
  process.on('message', (message) =>
    receive(message as ToReader, (found) => process.send?.(found)),
  );
}

function receive(message: ToReader, reply: (found: FromReader) => void): void {
  if (message.kind === 'end') process.exit();
  reply(answer(message));
}

function answer(asked: ReaderQuestion): FromReader {
  try {
    return { ok: true, answer: read(asked) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function read(asked: ReaderQuestion): unknown {
  return asked.kind === 'backup' ? inspectBackup(asked.question) : parseSiteFile(asked.question);
}
