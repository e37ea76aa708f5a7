import type { IsapiError } from '../isapi-error.ts';
import { judgeDocument } from './alert-document.ts';
import type { Alert } from './alert.ts';
import { PartReader } from './part-reader.ts';
import type { StreamLimits, StreamPart } from './stream-part.ts';

/** What an alert stream brought. */
export type AlertNews =
  | { readonly kind: 'alert'; readonly alert: Alert }
  /** The first picture that came after this alert. */
  | { readonly kind: 'picture'; readonly alert: Alert; readonly jpeg: Uint8Array }
  /** `time`: the device's clock, as it was written. */
  | { readonly kind: 'heartbeat'; readonly time: string | null }
  /** It says why it sends no events, though with status 200. */
  | { readonly kind: 'refusal'; readonly error: IsapiError };

const JPEG_START = Buffer.from([0xff, 0xd8]);

/** Reads one alert stream from its beginning. Never throws and never holds more than its limits, whatever comes. */
export class AlertReader {
  readonly #parts: PartReader;
  /** The one that a picture would belong to. */
  #last: Alert | null = null;
  #unread = 0;

  constructor(limits?: StreamLimits) {
    this.#parts = new PartReader(limits);
  }

  /** How many parts were too large, broken or not understood. */
  get leftOut(): number {
    return this.#parts.skipped + this.#unread;
  }

  /** True for a stream that is none. */
  get isUseless(): boolean {
    return this.#parts.isUseless;
  }

  /** How many bytes wait for their end. */
  get heldBytes(): number {
    return this.#parts.heldBytes;
  }

  push(chunk: Uint8Array): AlertNews[] {
    return this.#parts.push(chunk).flatMap((part) => this.#read(part) ?? []);
  }

  #read(part: StreamPart): AlertNews | null {
    if (part.kind === 'picture') return this.#readPicture(part.bytes);
    const found = part.kind === 'other' ? null : judgeDocument(part.bytes, part.contentType);
    if (found === null) this.#unread += 1;
    if (found === null || found === 'something-else') return null;
    if ('kind' in found) return { kind: 'refusal', error: found };
    this.#last = found.isHeartbeat ? null : found;
    if (found.isHeartbeat) return { kind: 'heartbeat', time: found.time };
    return { kind: 'alert', alert: found };
  }

  #readPicture(jpeg: Buffer): AlertNews | null {
    const alert = this.#last;
    this.#last = null;
    if (alert !== null && jpeg.subarray(0, 2).equals(JPEG_START)) {
      return { kind: 'picture', alert, jpeg };
    }
    this.#unread += 1;
    return null;
  }
}
