import { readFile } from 'node:fs/promises';
import { type StreamId, streamNumber } from '../stream-id.ts';
import { type Clip, parseClip } from './clip.ts';
import { areMade, type ClipFiles, clipFilesOf, makeClipFiles } from './clip-files.ts';
import { type ClipKind, ENCODINGS, isClipKind } from './encodings.ts';
import { loadFormat } from './format-files.ts';
import { type FormatSet, formatOf } from './stream-formats.ts';

const ENCODERS_AT_ONCE = 2;

/** How {@link ClipLibrary.load} reports what takes long: making clips for the first time. */
export type ClipProgress = (done: number, total: number) => void;

/** All loops of a recorder in memory, made by ffmpeg where the cache lacks them. */
export class ClipLibrary {
  readonly #kind: ClipKind | FormatSet;
  readonly #clips = new Map<number, Clip>();

  constructor(kind: ClipKind | FormatSet) {
    this.#kind = kind;
  }

  async load(channels: number, onProgress: ClipProgress, signal: AbortSignal): Promise<void> {
    const numbers = Array.from({ length: channels }, (_, index) => index + 1);
    const kind = this.#kind;
    if (!isClipKind(kind)) {
      for (const channel of numbers) await this.#loadFormats(kind, channel, signal);
      return;
    }
    const files = await Promise.all(numbers.map((channel) => clipFilesOf(channel, kind)));
    const made = await Promise.all(files.map(areMade));
    const missing = files.filter((_, index) => made[index] !== true);
    let done = channels - missing.length;
    if (missing.length > 0) onProgress(done, channels);
    await makeAll(missing, signal, () => onProgress((done += 1), channels));
    for (const each of files) {
      signal.throwIfAborted();
      await this.#read(each);
    }
  }

  clipOf(id: StreamId): Clip {
    const clip = this.#clips.get(streamNumber(id));
    if (clip === undefined) throw new Error(`No clip is loaded for stream ${streamNumber(id)}`);
    return clip;
  }

  async #loadFormats(set: FormatSet, channel: number, signal: AbortSignal): Promise<void> {
    for (const stream of ['main', 'sub'] as const) {
      const clip = await loadFormat(formatOf(set, channel, stream), signal);
      this.#clips.set(streamNumber({ channel, stream }), clip);
    }
  }

  async #read({ channel, ...files }: ClipFiles): Promise<void> {
    for (const stream of ['main', 'sub'] as const) {
      const clip = parseClip(await readFile(files[stream]), ENCODINGS[stream].frameRate);
      this.#clips.set(streamNumber({ channel, stream }), clip);
    }
  }
}

/** Runs a few encoders side by side and only returns, also in failure, when none of them runs any more. */
async function makeAll(
  missing: readonly ClipFiles[],
  signal: AbortSignal,
  onDone: () => void,
): Promise<void> {
  const queue = [...missing];
  const encoders = Array.from({ length: ENCODERS_AT_ONCE }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      try {
        if (!(await areMade(next))) await makeClipFiles(next, signal);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
      onDone();
    }
  });
  const results = await Promise.allSettled(encoders);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
