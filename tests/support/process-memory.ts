import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const MAPPING = /^([\da-f]+)-([\da-f]+) rw/;
const CHUNK_BYTES = 1024 * 1024;

/** Whether a process has this text somewhere in its writable memory (Linux, same user). */
export function memoryHolds(pid: number, text: string): boolean {
  const wanted = Buffer.from(text);
  const file = openSync(`/proc/${pid}/mem`, 'r');
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8')
      .split('\n')
      .some((line) => {
        const [, from, to] = MAPPING.exec(line) ?? [];
        return from !== undefined && to !== undefined && rangeHolds(file, from, to, wanted);
      });
  } finally {
    closeSync(file);
  }
}

function rangeHolds(file: number, from: string, to: string, wanted: Buffer): boolean {
  const chunk = Buffer.alloc(CHUNK_BYTES + wanted.length);
  const end = Number.parseInt(to, 16);
  for (let at = Number.parseInt(from, 16); at < end; at += CHUNK_BYTES) {
    const size = Math.min(chunk.length, end - at);
    if (readAt(file, chunk, size, at) && chunk.subarray(0, size).includes(wanted)) return true;
  }
  return false;
}

/** Some mappings cannot be read (guard pages, devices). */
function readAt(file: number, chunk: Buffer, size: number, at: number): boolean {
  try {
    return readSync(file, chunk, 0, size, at) > 0;
  } catch {
    return false;
  }
}
