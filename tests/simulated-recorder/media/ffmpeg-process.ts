import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const STDERR_KEPT_CHARS = 2000;

/** Runs ffmpeg over pictures given as raw bytes; it fails with ffmpeg's own words, and never before ffmpeg is gone. */
export async function runFfmpeg(
  args: readonly string[],
  input: Iterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const child = spawn('ffmpeg', args, { stdio: ['pipe', 'ignore', 'pipe'], signal });
  let failure: Error | undefined;
  let stderr = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => (stderr = (stderr + text).slice(-STDERR_KEPT_CHARS)));
  child.on('error', (error) => (failure = error));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  // When ffmpeg dies early, its exit code and words say more than the broken pipe does.
  const frames = Readable.from(input, { objectMode: false });
  const fed = pipeline(frames, child.stdin).catch(() => undefined);
  const code = await closed;
  await fed;
  signal.throwIfAborted();
  if (failure !== undefined) throw new Error('ffmpeg could not be started', { cause: failure });
  if (code !== 0) throw new Error(`ffmpeg failed: ${stderr.trim() || `exit code ${code ?? '?'}`}`);
}
