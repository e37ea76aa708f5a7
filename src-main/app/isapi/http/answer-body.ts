import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';

/** A body, unpacked. */
export interface AnswerBody {
  readonly bytes: Buffer;
  /** Why it ended before its head said it would; null where it did not. */
  readonly breakage: Error | null;
}

const UNPACKERS = {
  ...{ gzip: promisify(unzip), 'x-gzip': promisify(unzip), deflate: promisify(unzip) },
  br: promisify(brotliDecompress),
};

/** What came of a body, given up as soon as it is, or says it will be, larger than allowed. Throws for a packed one that is broken. */
export async function readBody(
  incoming: IncomingMessage,
  limitBytes: number,
): Promise<AnswerBody | 'too-large'> {
  if (Number(incoming.headers['content-length'] ?? 0) > limitBytes) return 'too-large';
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  let breakage: Error | null = null;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) return 'too-large';
      chunks.push(chunk);
    }
  } catch (error) {
    breakage = error as Error;
  }
  const bytes = await unpacked(incoming, Buffer.concat(chunks, sizeBytes), limitBytes);
  return bytes === null ? 'too-large' : { bytes, breakage };
}

/** Nobody asks for packed answers, and some web servers pack all the same. Null: larger than allowed. */
async function unpacked(
  { headers }: IncomingMessage,
  bytes: Buffer,
  maxOutputLength: number,
): Promise<Buffer | null> {
  const name = headers['content-encoding']?.trim().toLowerCase() ?? '';
  const unpack = Object.entries(UNPACKERS).find(([known]) => known === name)?.[1];
  if (unpack === undefined || bytes.length === 0) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
