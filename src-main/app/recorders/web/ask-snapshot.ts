import type { Readable } from 'node:stream';
import type { Recorder } from '../recorder.ts';

/** An 8 MP camera's picture has some 2 MB. */
const PICTURE_MAX_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 8_000;
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * One picture of a channel as it is now, a JPEG, by ISAPI (`Streaming/channels/{channel}01/picture`). Null: nothing may be asked, it has none, or
 * what came is no picture: some recorders answer 200 with a document that says why.
 */
export async function askSnapshot(
  recorder: Pick<Recorder, 'nvr' | 'ask'>,
  channel: number,
  stopping: AbortSignal,
): Promise<Uint8Array | null> {
  if (recorder.nvr.layout.kind !== 'hikvision') return null;
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]);
  const path = `/ISAPI/Streaming/channels/${channel}01/picture?snapShotImageType=JPEG`;
  const answer = await recorder.ask({ path, isLong: true, signal });
  if (answer?.ok !== true || answer.value.body === undefined) return null;
  const { body } = answer.value;
  // The time-out of the question ended with its head.
  const end = (): void => void body.destroy();
  signal.addEventListener('abort', end, { once: true });
  try {
    const bytes = await readUpTo(body, PICTURE_MAX_BYTES);
    const isJpeg = bytes !== null && JPEG_START.equals(bytes.subarray(0, JPEG_START.length));
    return isJpeg ? bytes : null;
  } catch {
    return null;
  } finally {
    signal.removeEventListener('abort', end);
    body.destroy();
  }
}

/** Null: there is more of it. */
async function readUpTo(body: Readable, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, sizeBytes);
}
