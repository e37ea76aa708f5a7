import { vi } from 'vitest';
import type { PlayerSeams } from '../../../../src-renderer/player/player-seams.ts';
import type { StreamRef } from '../../../../src-renderer/player/player-types.ts';
import { SocketGate } from '../../../../src-renderer/player/connection/socket-gate.ts';
import type { Look } from '../../../../src-renderer/player/picture/stillness.ts';
import { Ticker } from '../../../../src-renderer/player/ticker.ts';
import { VideoPool } from '../../../../src-renderer/player/video-pool.ts';

/** A go2rtc fragment in miniature: the boxes that are read, flags as its WriteMovieFragment writes them. */
export function fragment(options: { isKeyframe: boolean; bytes?: number }): ArrayBuffer {
  const flags = options.isKeyframe ? [2, 0, 0, 0] : [1, 1, 0, 0];
  // version+flags 0x020038, track 1, duration, size, sample flags
  const tfhd = box('tfhd', [0, 2, 0, 0x38, 0, 0, 0, 1, 0, 0, 0x17, 0x70, 0, 0, 0, 9, ...flags]);
  const tfdt = box('tfdt', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const moof = box('moof', [
    ...box('mfhd', [0, 0, 0, 0, 0, 0, 0, 1]),
    ...box('traf', [...tfhd, ...tfdt]),
  ]);
  const mdat = box(
    'mdat',
    Array.from({ length: options.bytes ?? 8 }, () => 7),
  );
  return new Uint8Array([...moof, ...mdat]).buffer;
}

function box(type: string, payload: readonly number[]): number[] {
  const size = payload.length + 8;
  const name = Array.from(type, (letter) => letter.charCodeAt(0));
  return [
    (size >> 24) & 255,
    (size >> 16) & 255,
    (size >> 8) & 255,
    size & 255,
    ...name,
    ...payload,
  ];
}

export class FakeSocket extends EventTarget {
  readonly url: string;
  readonly sent: string[] = [];
  binaryType = 'blob';
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  receive(data: unknown): void {
    const text = data instanceof ArrayBuffer ? data : JSON.stringify(data);
    this.dispatchEvent(new MessageEvent('message', { data: text }));
  }

  /** The other side ends it. */
  drop(): void {
    this.isClosed = true;
    this.dispatchEvent(new Event('close'));
  }
}

/** Takes any bytes as `secondsPerAppend` of media; `finish()` completes the operation under way. */
export class FakeSourceBuffer extends EventTarget {
  readonly appended: number[] = [];
  readonly removed: (readonly [number, number])[] = [];
  updating = false;
  timestampOffset = 0;
  secondsPerAppend = 1;
  range: [number, number] | null = null;
  appendError: Error | null = null;
  aborts = 0;
  mime: string | null = null;
  readonly isAutomatic: boolean;

  constructor(isAutomatic = false) {
    super();
    this.isAutomatic = isAutomatic;
  }

  get buffered() {
    const range = this.range;
    return {
      length: range ? 1 : 0,
      start: () => range?.[0] ?? 0,
      end: () => range?.[1] ?? 0,
    };
  }

  appendBuffer(bytes: ArrayBuffer | Uint8Array): void {
    if (this.appendError) throw this.appendError;
    this.updating = true;
    this.appended.push(bytes.byteLength);
    const [startS, endS] = this.range ?? [0, 0];
    this.range = [startS, endS + this.secondsPerAppend];
    if (this.isAutomatic) queueMicrotask(() => this.finish());
  }

  remove(startS: number, endS: number): void {
    this.updating = true;
    this.removed.push([startS, endS]);
    if (this.range) this.range = [endS, this.range[1]];
    if (this.isAutomatic) queueMicrotask(() => this.finish());
  }

  abort(): void {
    this.aborts += 1;
  }

  changeType(mime: string): void {
    this.mime = mime;
  }

  finish(): void {
    this.updating = false;
    this.dispatchEvent(new Event('updateend'));
  }
}

export class FakeMediaSource extends EventTarget {
  readonly buffers: FakeSourceBuffer[] = [];
  readyState = 'closed';
  addError: Error | null = null;

  addSourceBuffer(): FakeSourceBuffer {
    if (this.addError) throw this.addError;
    const buffer = new FakeSourceBuffer(true);
    this.buffers.push(buffer);
    return buffer;
  }

  open(): void {
    this.readyState = 'open';
    this.dispatchEvent(new Event('sourceopen'));
  }
}

export class FakeVideo extends EventTarget {
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  error: { message: string } | null = null;
  src = '';
  loads = 0;
  /** The tile it is in. */
  parent: unknown = null;
  #callback: ((now: number, metadata: VideoFrameCallbackMetadata) => void) | null = null;
  #presentedFrames = 0;

  get isWatched(): boolean {
    return this.#callback !== null;
  }

  play(): Promise<void> {
    this.paused = false;
    return Promise.reject(new DOMException('interrupted', 'AbortError'));
  }

  pause(): void {
    this.paused = true;
  }

  load(): void {
    this.loads += 1;
  }

  hasAttribute(): boolean {
    return this.src !== '';
  }

  removeAttribute(): void {
    this.src = '';
  }

  remove(): void {
    this.parent = null;
  }

  requestVideoFrameCallback(
    callback: (now: number, metadata: VideoFrameCallbackMetadata) => void,
  ): number {
    this.#callback = callback;
    return 1;
  }

  cancelVideoFrameCallback(): void {
    this.#callback = null;
  }

  /** Playback reaches this media time and its frame is shown. */
  show(mediaTime: number): void {
    this.currentTime = mediaTime;
    this.present(mediaTime);
  }

  /** The compositor shows the frame of this media time, wherever playback is. */
  present(mediaTime: number): void {
    this.#presentedFrames += 1;
    const metadata: VideoFrameCallbackMetadata = {
      presentationTime: 0,
      expectedDisplayTime: 0,
      width: 640,
      height: 360,
      mediaTime,
      presentedFrames: this.#presentedFrames,
    };
    const callback = this.#callback;
    this.#callback = null;
    callback?.(0, metadata);
  }
}

/** A browser whose sockets and media sources the test holds in its hands. */
export function createFakeBrowser() {
  const sockets: FakeSocket[] = [];
  const sources: FakeMediaSource[] = [];
  const page: { isPainting: boolean; canDecode: boolean; picture: number | null } = {
    ...{ isPainting: true, canDecode: true },
    picture: null,
  };
  const seams: PlayerSeams = {
    ticker: new Ticker(),
    gate: new SocketGate(),
    activity: { isPainting: () => page.isPainting },
    createSocket: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    createMediaSource: () => {
      const source = new FakeMediaSource();
      sources.push(source);
      return source as unknown as MediaSource;
    },
    createMediaUrl: () => `blob:fake-${sources.length}`,
    isTypeSupported: () => page.canDecode,
    look: (_, isClose) => Promise.resolve(lookAt(page.picture, isClose)),
    now: () => Date.now(),
    random: () => 0,
  };
  return { seams, sockets, sources, page };
}

function lookAt(picture: number | null, isClose: boolean): Look | null {
  if (picture === null) return null;
  const whole = { hash: picture, cells: Uint8Array.of(picture) };
  return { bandsHash: picture, whole: isClose ? whole : null };
}

/** Lets queued microtasks run under fake timers without moving the clock. */
export async function settleMicrotasks(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const FRAME_MS = 100;

function createFakeLot(): ParentNode {
  const append = (video: FakeVideo): void => {
    video.parent = null;
  };
  return { append } as unknown as ParentNode;
}

/** A fake browser with a pool of fake videos, and streams that go live by their URL. */
export function createFakeWall() {
  const browser = createFakeBrowser();
  const { sockets, sources } = browser;
  const videos: FakeVideo[] = [];
  const mediaUrls = new Map<string, string>();
  const pool = new VideoPool(() => {
    const video = new FakeVideo();
    videos.push(video);
    return video as unknown as HTMLVideoElement;
  }, createFakeLot);
  const openUrls = () => sockets.filter((socket) => !socket.isClosed).map(({ url }) => url);
  const socketOf = ({ url }: StreamRef) =>
    sockets.findLast((socket) => socket.url === url && !socket.isClosed);
  const sourceOf = ({ url }: StreamRef) =>
    sources[Number(mediaUrls.get(url)?.replace('blob:fake-', '')) - 1];
  const videoOf = ({ url }: StreamRef) => {
    const video = videos.find(({ src }) => src === mediaUrls.get(url));
    if (!video) throw new Error(`no video plays ${url}`);
    return video;
  };
  const receive = async (ref: StreamRef, isKeyframe: boolean) => {
    const buffer = sourceOf(ref)?.buffers[0];
    if (buffer) buffer.secondsPerAppend = FRAME_MS / 1000;
    socketOf(ref)?.receive(fragment({ isKeyframe }));
    await settleMicrotasks();
  };
  /** Media of the present arrives; whether it is shown is another matter. */
  const playFor = async (ref: StreamRef, durationMs: number) => {
    for (let passedMs = 0; passedMs < durationMs; passedMs += FRAME_MS) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      await receive(ref, passedMs % 1000 === 0);
    }
  };
  const connect = async (ref: StreamRef) => {
    socketOf(ref)?.open();
    socketOf(ref)?.receive({ type: 'mse', value: 'video/mp4; codecs="avc1.640029"' });
    mediaUrls.set(ref.url, `blob:fake-${sources.length}`);
    sourceOf(ref)?.open();
    await playFor(ref, 2 * FRAME_MS);
  };
  const goLive = async (ref: StreamRef) => {
    await connect(ref);
    videoOf(ref).show(0.1);
  };
  return { ...browser, pool, videos, openUrls, socketOf, videoOf, connect, playFor, goLive };
}
