import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const STDERR_KEPT_CHARS = 2000;

/** Runs ffmpeg over pictures given as raw bytes; it fails with ffmpeg's own words. */
export async function runFfmpeg(
  args: readonly string[],
  input: Iterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const child = spawn('ffmpeg', args, { stdio: ['pipe', 'ignore', 'pipe'], signal });
  let stderr = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => (stderr = (stderr + text).slice(-STDERR_KEPT_CHARS)));
  const closed = once(child, 'close') as Promise<[number | null]>;
  // When ffmpeg dies early, its exit code and words say more than the broken pipe does.
  const fed = pipeline(Readable.from(input, { objectMode: false }), child.stdin).catch(
    () => undefined,
  );
  const [code] = await closed;
  await fed;
  if (code !== 0) throw new Error(`ffmpeg failed: ${stderr.trim() || `exit code ${code ?? '?'}`}`);
}
