import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import type { AppError } from '@contract/app-error.ts';
import type { Message } from '@contract/messages.ts';
import type { Clip } from '@contract/models/clip.ts';
import type { SavedFile } from '@contract/models/site.ts';
import { err, ok, type Result } from '@contract/result.ts';
import type { GrowingFile } from '../files/growing-file.ts';
import { diskEnded, ENDED, limitReached, notRecorded } from './clip-errors.ts';
import { WholeFragments } from './whole-fragments.ts';

const TICK_MS = 1_000;

/** How long a recording may last, and may wait. */
export interface ClipLimits {
  longestMs: number;
  /** Without new bytes for so long, it ends: somebody would believe that it records. */
  silenceMs: number;
}

/** What one recording works with. */
export interface ClipRecordingOptions {
  cameraId: number;
  limits: ClipLimits;
  /** A fragmented MP4 without end, until the signal. Throws where there is none. */
  openStream: (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
  beginFile: () => Promise<Result<GrowingFile>>;
  onProgress: (clip: Clip) => void;
  onFault: (error: unknown) => void;
}

/** How a recording ended: what is left of it, and why where nobody asked for it. */
export interface ClipEnd {
  file: SavedFile | null;
  reason: Message | null;
}

/** Writes one live stream into one file, from now until it is stopped or cannot go on. What is playable is always kept. */
export class ClipRecording {
  readonly clipId = randomUUID();
  readonly cameraId: number;
  /** The first picture is written, or there will be none. */
  readonly begun: Promise<Result<Clip>>;
  /** Never rejects. */
  readonly ended: Promise<ClipEnd>;
  readonly #options: ClipRecordingOptions;
  readonly #cut = new AbortController();
  readonly #fragments = new WholeFragments();
  #fileError: AppError | null = null;
  /** By `performance.now()`, like all times here: a clock that is set must neither end a recording nor let it go on for ever. */
  #beganAtMs: number | null = null;
  #bytes = 0;
  #lastBytesAtMs = performance.now();
  #reason: Message | null = null;
  #onBegun: () => void = () => undefined;

  constructor(options: ClipRecordingOptions) {
    this.#options = options;
    this.cameraId = options.cameraId;
    const hasBegun = new Promise<void>((resolve) => (this.#onBegun = resolve));
    this.ended = this.#run();
    this.begun = Promise.race([hasBegun, this.ended]).then(() => {
      const { clip } = this;
      return clip ? ok(clip) : err(this.#fileError ?? notRecorded(this.#reason));
    });
  }

  /** Null until its first picture is written. */
  get clip(): Clip | null {
    const { clipId, cameraId } = this;
    if (this.#beganAtMs === null) return null;
    return { clipId, cameraId, lastsMs: performance.now() - this.#beganAtMs, bytes: this.#bytes };
  }

  /** Ends it; the first reason counts. Null: somebody wanted it to end. */
  stop(reason: Message | null): Promise<ClipEnd> {
    if (!this.#cut.signal.aborted) this.#reason = reason;
    this.#cut.abort();
    return this.ended;
  }

  async #run(): Promise<ClipEnd> {
    const file = await this.#options.beginFile();
    if (!file.ok) {
      this.#fileError = file.error;
      return { file: null, reason: file.error.message };
    }
    const ticker = setInterval(() => this.#tick(), TICK_MS);
    try {
      await this.#write(file.value);
      const saved = this.#beganAtMs === null ? null : await file.value.keep();
      if (saved === null) await file.value.discard();
      return { file: saved, reason: this.#reason };
    } catch (error) {
      // Its part stays: it can be played as it is.
      this.#options.onFault(error);
      return { file: null, reason: diskEnded(file.value.part) };
    } finally {
      clearInterval(ticker);
    }
  }

  async #write({ part }: GrowingFile): Promise<void> {
    const handle = await fs.open(part, 'r+');
    try {
      const isWritten = await this.#receive((chunk) => handle.appendFile(chunk));
      if (!isWritten) void this.stop(diskEnded(part));
      await handle.truncate(this.#fragments.wholeBytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Until the stream ends or is cut. False: the disk refused. */
  async #receive(write: (chunk: Uint8Array) => Promise<void>): Promise<boolean> {
    let isWriting = false;
    try {
      for await (const chunk of await this.#options.openStream(this.#cut.signal)) {
        isWriting = true;
        await write(chunk);
        isWriting = false;
        this.#onWritten(chunk);
      }
      void this.stop(ENDED.lost);
    } catch (error) {
      if (!this.#cut.signal.aborted) this.#options.onFault(error);
      if (isWriting) return false;
      void this.stop(ENDED.lost);
    }
    return true;
  }

  #onWritten(chunk: Uint8Array): void {
    this.#fragments.push(chunk);
    this.#bytes += chunk.length;
    this.#lastBytesAtMs = performance.now();
    if (this.#beganAtMs !== null || this.#fragments.wholeBytes === 0) return;
    this.#beganAtMs = this.#lastBytesAtMs;
    this.#onBegun();
  }

  #tick(): void {
    const { limits, onProgress } = this.#options;
    const { clip } = this;
    if (clip && clip.lastsMs >= limits.longestMs) {
      void this.stop(limitReached(limits.longestMs));
    } else if (performance.now() - this.#lastBytesAtMs >= limits.silenceMs) {
      void this.stop(ENDED.silent);
    }
    if (clip && !this.#cut.signal.aborted) onProgress(clip);
  }
}
