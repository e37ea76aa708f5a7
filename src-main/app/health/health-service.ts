import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { Camera } from '@contract/models/camera.ts';
import type { RecorderHealth } from '@contract/models/health.ts';
import { listCameras } from '../db/repositories/camera-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { RecordingClock } from '../domain/time/recording-time.ts';
import { addressKeyOf } from './watched-address.ts';
import type { EventService } from '../events/event-service.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { Recorder } from '../recorders/recorder.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { TimeReadings } from './time-readings.ts';
import { HEALTH_TIMES, type HealthTimes } from './watch/health-times.ts';
import { WatchedRecorder } from './watched-recorder.ts';

/** What the service works with. */
export interface HealthServiceOptions {
  db: Kysely<Schema>;
  recorders: RecorderRegistry;
  events: Pick<EventService, 'tell' | 'openSinceMs'>;
  log: Logger;
  /** Tests wait less. */
  healthTimes?: Partial<HealthTimes>;
}

interface Watched {
  readonly recorder: WatchedRecorder;
  /** Another address or user is another device. */
  readonly address: string;
  told: RecorderHealth | null;
}

/** What changed is told once a second, and what changes with the time alone within ten. */
const TELL_EVERY_MS = 1_000;
const LOOK_EVERY = 10;

/** How all recorders in use are, and their cameras, whatever is on screen. */
export class HealthService implements Service {
  /** How one is now. */
  readonly changed = new Emitter<RecorderHealth>();
  readonly #options: HealthServiceOptions;
  readonly #readings: TimeReadings;
  readonly #watched = new Map<number, Watched>();
  readonly #unsure = new Set<number>();
  #cameras: readonly Camera[] = [];
  #reading: Promise<void> = Promise.resolve();
  #subscriptions: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;

  constructor(options: HealthServiceOptions) {
    this.#options = options;
    this.#readings = new TimeReadings(options.db, options.log);
  }

  /** After the recorders. */
  async start(): Promise<void> {
    const { recorders } = this.#options;
    this.#subscriptions = [
      recorders.rowsChanged.on(() => void this.#readAgain()),
      recorders.changed.on(({ id }) => this.#watched.get(id)?.recorder.wake()),
      recorders.streamChanged.on(({ stream }) => this.#noteStream(stream)),
      recorders.eventChannelChanged.on(({ nvrId, state }) =>
        this.#watched.get(nvrId)?.recorder.noteChannel(state),
      ),
    ];
    await this.#readAgain();
    this.#timer ??= setInterval(() => this.#tell(), TELL_EVERY_MS);
  }

  async stop(): Promise<void> {
    for (const end of this.#subscriptions) end();
    this.#subscriptions = [];
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#reading;
    await Promise.all([...this.#watched.values()].map(({ recorder }) => recorder.stop()));
    this.#watched.clear();
  }

  /** How all of them are at this moment. */
  list(): RecorderHealth[] {
    return [...this.#watched.values()].map(({ recorder }) => recorder.health());
  }

  /** What a recorder means by the times of its recordings; null: that is not known yet. */
  recordingClockOf(nvrId: number): RecordingClock | null {
    return this.#watched.get(nvrId)?.recorder.recordingClock() ?? null;
  }

  #readAgain(): Promise<void> {
    this.#reading = this.#reading
      .then(() => this.#read())
      .catch((error: unknown) =>
        this.#options.log.error('what is watched was not read', { error }),
      );
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { db, recorders } = this.#options;
    const cameras = await listCameras(db);
    this.#cameras = cameras.filter(({ isEnabled }) => isEnabled);
    const inUse = recorders.all().filter(({ nvr }) => nvr.isEnabled);
    const wanted = new Map(inUse.map((recorder) => [recorder.id, recorder]));
    for (const [id, { recorder, address }] of this.#watched) {
      const now = wanted.get(id);
      if (now !== undefined && addressKeyOf(now.nvr) === address) continue;
      this.#watched.delete(id);
      await recorder.stop();
      // Of one that is not in use any more, `events/` knows itself: nobody saw the end.
      if (now !== undefined) recorder.forget();
    }
    for (const [id, recorder] of wanted) {
      if (!this.#watched.has(id)) await this.#add(recorder);
      this.#unsure.add(id);
    }
  }

  async #add(recorder: Recorder): Promise<void> {
    const { events, log, healthTimes } = this.#options;
    const { id } = recorder;
    const watched = new WatchedRecorder({
      ...{ recorder, readings: this.#readings, times: { ...HEALTH_TIMES, ...healthTimes }, log },
      cameras: () => this.#cameras.filter(({ nvrId }) => nvrId === id),
      tell: (message) => events.tell(message),
      openSinceMs: (message) => events.openSinceMs(message),
      onChanged: () => this.#unsure.add(id),
    });
    this.#watched.set(id, { recorder: watched, address: addressKeyOf(recorder.nvr), told: null });
    await watched.start();
  }

  #noteStream(stream: string): void {
    const camera = this.#cameras.find(
      ({ streams }) => streams.main === stream || streams.sub === stream,
    );
    if (camera !== undefined) this.#unsure.add(camera.nvrId);
  }

  #tell(): void {
    this.#looks += 1;
    const all = this.#looks % LOOK_EVERY === 0;
    for (const [id, watched] of this.#watched) {
      if (!all && !this.#unsure.has(id)) continue;
      const health = watched.recorder.health();
      if (isDeepStrictEqual(health, watched.told)) continue;
      watched.told = health;
      this.changed.emit(health);
    }
    this.#unsure.clear();
  }
}
