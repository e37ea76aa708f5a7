import { codecString } from './codec-string.ts';

const US_PER_MS = 1000;
/** So many wait for the decoder at most: beyond, a machine that is too slow leaves pictures out up to the next keyframe. */
const MOST_WAITING = 60;

/** A coded picture of a recording. */
export interface CodedPicture {
  /** When it was recorded, Unix time in ms. */
  readonly atMs: number;
  readonly isKeyframe: boolean;
  /** Annex B. */
  readonly bytes: Uint8Array;
}

/** What a decoder tells. A frame is the caller's to close. */
export interface DecoderListener {
  onFrame: (frame: VideoFrame, atMs: number) => void;
  /** This machine cannot decode it. */
  onUnsupported: (codec: string) => void;
}

/** Decodes the pictures of one recording by WebCodecs, which unlike MSE gives back each frame with its time. An error costs pictures up to the next keyframe. */
export class PictureDecoder {
  readonly #listener: DecoderListener;
  readonly #encoding: 'H264' | 'H265';
  #decoder: VideoDecoder | null = null;
  #isWaitingForKeyframe = true;

  constructor(encoding: 'H264' | 'H265', listener: DecoderListener) {
    this.#encoding = encoding;
    this.#listener = listener;
  }

  push({ atMs, isKeyframe, bytes }: CodedPicture): void {
    if (isKeyframe && (this.#decoder === null || this.#isWaitingForKeyframe)) this.#begin(bytes);
    const decoder = this.#decoder;
    if (decoder?.state !== 'configured' || (this.#isWaitingForKeyframe && !isKeyframe)) return;
    if (decoder.decodeQueueSize > MOST_WAITING) {
      this.#isWaitingForKeyframe = true;
      return;
    }
    this.#isWaitingForKeyframe = false;
    const type = isKeyframe ? 'key' : 'delta';
    const timestamp = Math.round(atMs * US_PER_MS);
    decoder.decode(new EncodedVideoChunk({ type, timestamp, data: bytes }));
  }

  close(): void {
    if (this.#decoder !== null && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
  }

  #begin(keyframe: Uint8Array): void {
    const codec = codecString(this.#encoding, keyframe);
    if (codec === null) return;
    this.close();
    const decoder = new VideoDecoder({
      output: (frame) => {
        if (this.#decoder === decoder) this.#listener.onFrame(frame, frame.timestamp / US_PER_MS);
        else frame.close();
      },
      error: ({ name }) => {
        if (this.#decoder !== decoder) return;
        this.#decoder = null;
        this.#isWaitingForKeyframe = true;
        if (name === 'NotSupportedError') this.#listener.onUnsupported(codec);
      },
    });
    this.#decoder = decoder;
    decoder.configure({ codec, optimizeForLatency: true });
  }
}
