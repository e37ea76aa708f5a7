import type { Camera } from '@contract/models/camera.ts';
import type { Clip, ClipEvent } from '@contract/models/clip.ts';
import type { SavedFile } from '@contract/models/site.ts';
import { err, ok, type Result } from '@contract/result.ts';
import type { Actor } from '../domain/actor.ts';
import { cameraFileName } from '../files/camera-file-name.ts';
import type { GrowingFile } from '../files/growing-file.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import {
  ENDED,
  NO_CAMERA,
  NO_CLIP,
  notRecorded,
  RECORDED_ALREADY,
  tooManyClips,
} from './clip-errors.ts';
import { ClipRecording, type ClipLimits } from './clip-recording.ts';

/** A full disk stops the whole station, and each one may cost the recorder one more session. */
const MOST_AT_ONCE = 4;
/** Up to 4 GB of a 4K stream. An incident is over by then; all day long is what the recorder is for. */
const LONGEST_MS = 60 * 60 * 1000;
/** go2rtc tries a broken stream again within it. */
const SILENCE_MS = 15_000;

/** What the service works with. */
export interface ClipServiceOptions {
  listCameras: () => Promise<Camera[]>;
  /** Makes a stream known to go2rtc, on behalf of whoever began the recording; false when it must not be played. */
  openStream: (name: string, actor: Actor) => Promise<boolean>;
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  /** Opens a new video file; the name holds no extension. */
  beginFile: (name: string) => Promise<Result<GrowingFile>>;
  log: Logger;
  limits?: Partial<ClipLimits> | undefined;
}

/** Records live streams for people at the desk. Lives in main, so that neither a page turn nor a reload ends a recording. */
export class ClipService implements Service {
  readonly changed = new Emitter<ClipEvent>();
  readonly #options: ClipServiceOptions;
  readonly #recordings = new Map<string, ClipRecording>();
  #isRunning = false;

  constructor(options: ClipServiceOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
  }

  /** Ends all of them and keeps what they have. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    await Promise.all([...this.#recordings.values()].map((one) => one.stop(ENDED.quit)));
  }

  /** What is being recorded now. */
  list(): Clip[] {
    return [...this.#recordings.values()].map(({ clip }) => clip).filter((clip) => clip !== null);
  }

  /** Begins to record a camera's main stream, whatever its tile shows: it is what somebody will want to see later. */
  async begin(cameraId: number, actor: Actor): Promise<Result<Clip>> {
    const camera = (await this.#options.listCameras()).find(({ id }) => id === cameraId);
    if (camera === undefined) return err(NO_CAMERA);
    if (!this.#isRunning) return err(notRecorded(ENDED.quit));
    const others = [...this.#recordings.values()];
    if (others.some((one) => one.cameraId === cameraId)) return err(RECORDED_ALREADY);
    if (others.length >= MOST_AT_ONCE) return err(tooManyClips(MOST_AT_ONCE));
    const recording = this.#record(camera, actor);
    const begun = await recording.begun;
    if (begun.ok) this.changed.emit({ state: 'recording', clip: begun.value });
    return begun;
  }

  /** Stops one and says where it is. */
  async end(clipId: string): Promise<Result<SavedFile>> {
    const recording = this.#recordings.get(clipId);
    if (recording === undefined) return err(NO_CLIP);
    const { file, reason } = await recording.stop(null);
    return file === null ? err(notRecorded(reason)) : ok(file);
  }

  #record({ id, name, streams }: Camera, actor: Actor): ClipRecording {
    const { log, limits } = this.#options;
    const recording = new ClipRecording({
      cameraId: id,
      limits: { longestMs: LONGEST_MS, silenceMs: SILENCE_MS, ...limits },
      openStream: (signal) => this.#open({ name: streams.main, actor }, signal),
      beginFile: () => this.#options.beginFile(cameraFileName(name, new Date())),
      onProgress: (clip) => this.changed.emit({ state: 'recording', clip }),
      onFault: (error) => log.warn('a recording was disturbed', { stream: streams.main, error }),
    });
    const { clipId } = recording;
    this.#recordings.set(clipId, recording);
    void recording.ended.then((end) => {
      this.#recordings.delete(clipId);
      if (recording.clip) this.changed.emit({ state: 'ended', clipId, ...end });
    });
    return recording;
  }

  async #open(
    { name, actor }: { name: string; actor: Actor },
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const isOpen = await this.#options.openStream(name, actor);
    const client = this.#options.currentClient();
    if (!isOpen || client === null) throw new Error('the stream must not be played now');
    return client.openMp4(name, signal);
  }
}
