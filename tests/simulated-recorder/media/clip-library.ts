import { readFile } from 'node:fs/promises';
import pMap from 'p-map';
import { type StreamId, streamNumber } from '../stream-id.ts';
import { type Clip, parseClip } from './clip.ts';
import { areMade, type ClipFiles, clipFilesOf, makeClipFiles } from './clip-files.ts';
import { type ClipKind, ENCODINGS } from './encodings.ts';

const ENCODERS_AT_ONCE = 2;

/** How {@link ClipLibrary.load} reports what takes long: making clips for the first time. */
export type ClipProgress = (done: number, total: number) => void;

/** All loops of a recorder in memory, made by ffmpeg where the cache lacks them. */
export class ClipLibrary {
  readonly #kind: ClipKind;
  readonly #clips = new Map<number, Clip>();

  constructor(kind: ClipKind) {
    this.#kind = kind;
  }

  async load(channels: number, onProgress: ClipProgress, signal: AbortSignal): Promise<void> {
    const numbers = Array.from({ length: channels }, (_, index) => index + 1);
    const files = await pMap(numbers, (channel) => clipFilesOf(channel, this.#kind));
    const made = await pMap(files, areMade);
    const missing = numbers.filter((_, index) => made[index] !== true);
    let done = channels - missing.length;
    if (missing.length > 0) onProgress(done, channels);
    await pMap(
      missing,
      async (channel) => {
        const names = files[channel - 1];
        if (names !== undefined) await makeClipFiles(channel, this.#kind, names, signal);
        onProgress((done += 1), channels);
      },
      { concurrency: ENCODERS_AT_ONCE, signal },
    );
    await pMap(files, (names, index) => this.#read(index + 1, names), { concurrency: 4 });
  }

  clipOf(id: StreamId): Clip {
    const clip = this.#clips.get(streamNumber(id));
    if (clip === undefined) throw new Error(`No clip is loaded for stream ${streamNumber(id)}`);
    return clip;
  }

  async #read(channel: number, files: ClipFiles): Promise<void> {
    for (const stream of ['main', 'sub'] as const) {
      const clip = parseClip(await readFile(files[stream]), ENCODINGS[stream].frameRate);
      this.#clips.set(streamNumber({ channel, stream }), clip);
    }
  }
}
