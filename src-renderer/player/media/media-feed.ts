import { DamagedTime } from './damaged-time.ts';
import { startsWithKeyframe } from './fmp4.ts';
import { codecOfInit } from './init-segment.ts';
import type { BufferedRange } from '../delay/live-edge.ts';
import { MediaRepair } from './media-repair.ts';
import { MseBuffer } from './mse-buffer.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import { clearVideo, holdPicture, playQuietly } from '../pool/video-element.ts';

type FeedEnvironment = Pick<
  PlayerEnvironment,
  'createMediaSource' | 'createMediaUrl' | 'isTypeSupported' | 'now'
>;

/** Between two media sources for one connection: where each picture is a keyframe that breaks, a new one each time would be a burden. */
const RECOVERY_PAUSE_MS = 300;

/** What can go wrong between received bytes and the decoder. */
export interface MediaFeedHandlers {
  /** Media of the present connection can be played up to `endS`. */
  onGrown(endS: number): void;
  /** The media source is of no use any more; `recover()` or the next `open()` makes a new one. */
  onBroken(detail: string): void;
  onUnsupported(detail: string): void;
}

/**
 * The media source behind one `<video>`. It outlives connections: a new connection continues in the same source, so the
 * last picture stays on screen without a black moment until the first new one.
 */
export class MediaFeed {
  readonly #video: HTMLVideoElement;
  readonly #environment: FeedEnvironment;
  readonly #handlers: MediaFeedHandlers;
  #buffer: MseBuffer | null = null;
  #source: MediaSource | null = null;
  #listening = new AbortController();
  #url: string | null = null;
  #repair: MediaRepair | null = null;
  #damagedTime = new DamagedTime();
  /** Of the present connection. */
  #mime: string | null = null;
  #init: ArrayBuffer | null = null;
  /** The next keyframe from this instant on gets a new media source; null while there is one that works. */
  #recoversFromMs: number | null = null;
  #isResting = false;
  #isDecoding = true;

  constructor(video: HTMLVideoElement, environment: FeedEnvironment, handlers: MediaFeedHandlers) {
    this.#video = video;
    this.#environment = environment;
    this.#handlers = handlers;
  }

  get ranges(): readonly BufferedRange[] {
    return this.#buffer?.ranges ?? [];
  }

  /** Whether the encoder says that nothing changes in its pictures. */
  get isIdle(): boolean {
    return this.#repair?.isIdle === true;
  }

  /** How long the newest picture of this connection lasts. */
  get newestStepMs(): number {
    return this.#repair?.newestStepMs ?? 0;
  }

  /** Up to which media time there is anything to play; 0 before. */
  get endS(): number {
    return this.ranges.at(-1)?.endS ?? 0;
  }

  /** Whether a frame of this media time came over the present connection. */
  isFromThisConnection(mediaTimeS: number): boolean {
    const startS = this.#buffer?.connectionStartS ?? null;
    return startS !== null && mediaTimeS >= startS;
  }

  /** Whether the picture at this media time, or one a moment before, is made from frames of which some are missing. */
  isDamagedAt(mediaTimeS: number): boolean {
    return this.#recoversFromMs !== null || this.#damagedTime.has(mediaTimeS);
  }

  takeLowestAheadMs(): number {
    return this.#buffer?.takeLowestAheadMs() ?? 0;
  }

  /** A connection announced its media; its bytes follow through `append`. */
  open(mime: string): void {
    this.#repair = null;
    this.#mime = mime;
    this.#init = null;
    this.#recoversFromMs = null;
    this.#damagedTime = new DamagedTime();
    const isReusable = this.#source?.readyState === 'open' && this.#buffer?.isAttached === true;
    if (isReusable && !this.#video.error) this.#buffer?.restart(mime);
    else this.#renew(mime);
    if (this.#isDecoding) playQuietly(this.#video);
  }

  /**
   * Nobody looks: media is still taken, but only the newest is kept.
   * @param isDecoding it plays on unseen, so that nothing need be decoded first when somebody looks again
   */
  rest(isDecoding: boolean): void {
    this.#isResting = true;
    this.#isDecoding = isDecoding;
    if (this.#buffer) this.#buffer.isResting = true;
    if (isDecoding) playQuietly(this.#video);
    else this.#video.pause();
  }

  /** Somebody looks again. */
  wake(): void {
    this.#isResting = false;
    this.#isDecoding = true;
    if (!this.#buffer) return;
    this.#buffer.isResting = false;
    playQuietly(this.#video);
  }

  /**
   * After `onBroken`: goes on with the next keyframe of the same connection, in a new media source. The last picture stays.
   * @returns whether that can be done
   */
  recover(): boolean {
    if (this.#mime === null || this.#init === null) return false;
    this.#recoversFromMs = this.#environment.now() + RECOVERY_PAUSE_MS;
    return true;
  }

  /** Packets of this connection are missing: up to the next keyframe pictures are damaged. */
  noteLoss(): void {
    this.#repair?.noteLoss();
  }

  append(bytes: ArrayBuffer): void {
    if (this.#recoversFromMs !== null && !this.#recoverWith(bytes)) return;
    if (this.#repair === null && !this.#begin(bytes)) return;
    const nowMs = this.#environment.now();
    const chunks = this.#repair?.repair(bytes, nowMs) ?? [];
    this.#damagedTime.note(this.#repair?.isDamaged === true, this.endS);
    for (const chunk of chunks) this.#buffer?.append(chunk);
  }

  /** The connection is gone; the picture stays. */
  end(): void {
    this.#mime = null;
    this.#recoversFromMs = null;
    this.#buffer?.end();
  }

  /** Leaves the element as it was found. */
  close(): void {
    this.#release();
    clearVideo(this.#video);
  }

  /** The first bytes of a connection tell what the encoder really sends. */
  #begin(bytes: ArrayBuffer): boolean {
    this.#repair = new MediaRepair();
    this.#init = bytes;
    const codec = codecOfInit(bytes);
    if (codec === null || this.#environment.isTypeSupported(`video/mp4; codecs="${codec}"`))
      return true;
    this.#handlers.onUnsupported(codec);
    return false;
  }

  #recoverWith(bytes: ArrayBuffer): boolean {
    const isTime = this.#environment.now() >= (this.#recoversFromMs ?? 0);
    const init = this.#init;
    if (!isTime || this.#mime === null || init === null || !startsWithKeyframe(bytes)) return false;
    this.#recoversFromMs = null;
    this.#damagedTime = new DamagedTime();
    // What was damaged a moment ago is still called so for a while, or tiles would flicker.
    this.#damagedTime.note(true, 0);
    this.#renew(this.#mime);
    this.#repair = null;
    this.append(init);
    if (this.#isDecoding) playQuietly(this.#video);
    return true;
  }

  #renew(mime: string): void {
    this.#release();
    if (!this.#isResting) holdPicture(this.#video);
    const { signal } = this.#listening;
    const source = this.#environment.createMediaSource();
    const buffer = new MseBuffer(() => this.#video.currentTime, {
      onGrown: (endS) => this.#handlers.onGrown(endS),
      onBroken: (detail) => this.#breakDown(detail),
    });
    buffer.isResting = this.#isResting;
    source.addEventListener('sourceopen', () => this.#attach(source, buffer, mime), { signal });
    this.#video.addEventListener('error', () => this.#breakDown(this.#video.error?.message), {
      signal,
    });
    this.#source = source;
    this.#buffer = buffer;
    this.#url = this.#environment.createMediaUrl(source);
    this.#video.src = this.#url;
  }

  #attach(source: MediaSource, buffer: MseBuffer, mime: string): void {
    this.#revokeUrl();
    try {
      buffer.attach(source.addSourceBuffer(mime));
    } catch (error) {
      this.#release();
      this.#handlers.onUnsupported(error instanceof Error ? error.message : mime);
    }
  }

  #breakDown(detail = 'the picture cannot be decoded'): void {
    this.#release();
    this.#handlers.onBroken(detail);
  }

  #release(): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#buffer?.dispose();
    this.#buffer = null;
    this.#source = null;
    this.#revokeUrl();
  }

  #revokeUrl(): void {
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = null;
  }
}
