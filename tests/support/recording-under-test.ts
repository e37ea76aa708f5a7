import { spawnSync } from 'node:child_process';
import { expect, onTestFinished } from 'vitest';
import type { RecordingCommand, RecordingNews } from '@contract/models/recording.ts';
import { readTimeCode, TIME_CODE, type TimeCode } from '../simulated-recorder/media/time-code.ts';
import { PATIENT } from './patience.ts';

/** One coded picture as the page gets it. */
export interface ReceivedPicture {
  readonly atMs: number;
  readonly isKeyframe: boolean;
  readonly bytes: Buffer;
}

const HEADER_BYTES = 12;

/** A page that looks at a recording. */
export class RecordingPage {
  readonly news: RecordingNews[] = [];
  pictures: ReceivedPicture[] = [];
  isClosed = false;
  readonly #socket: WebSocket;

  constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('close', () => (this.isClosed = true));
    this.#socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.#hear(JSON.parse(data) as RecordingNews);
      else this.#see(Buffer.from(data));
    });
    onTestFinished(() => this.#socket.close());
  }

  async command(command: RecordingCommand): Promise<void> {
    await expect.poll(() => this.#socket.readyState, PATIENT).toBe(WebSocket.OPEN);
    this.#socket.send(JSON.stringify(command));
  }

  close(): void {
    this.#socket.close();
  }

  async until(kind: RecordingNews['kind']): Promise<void> {
    await expect.poll(() => this.news.at(-1)?.kind, PATIENT).toBe(kind);
  }

  async untilPictures(count: number): Promise<void> {
    await expect.poll(() => this.pictures.length, PATIENT).toBeGreaterThanOrEqual(count);
  }

  #hear(news: RecordingNews): void {
    this.news.push(news);
    if (news.kind === 'playing') this.pictures = [];
  }

  #see(data: Buffer): void {
    this.pictures.push({
      atMs: data.readDoubleLE(0),
      isKeyframe: data.readUInt32LE(8) === 1,
      bytes: data.subarray(HEADER_BYTES),
    });
  }
}

/** What the pictures say of themselves, decoded by ffmpeg; they begin with a keyframe. */
export function timeCodesOf(
  pictures: readonly ReceivedPicture[],
  { width, height }: { width: number; height: number },
): (TimeCode | undefined)[] {
  const input = Buffer.concat(pictures.map(({ bytes }) => bytes));
  const gray = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-'];
  const { stdout } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-f', 'h264', '-i', '-', '-fps_mode', 'passthrough', ...gray],
    { input, maxBuffer: 1024 ** 3 },
  );
  const cellPx = (TIME_CODE.cellPx * width) / TIME_CODE.atWidthPx;
  const row = (height - Math.round(cellPx / 2)) * width;
  return Array.from({ length: stdout.length / (width * height) }, (_, index) => {
    const from = index * width * height + row;
    const cells = Array.from({ length: TIME_CODE.cells }, (_cell, at) => (at + 0.5) * cellPx);
    return readTimeCode(cells.map((x) => stdout[from + Math.floor(x)] ?? 0));
  });
}
