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
