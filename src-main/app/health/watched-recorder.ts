import type { Camera } from '@contract/models/camera.ts';
import type { RecorderHealth } from '@contract/models/health.ts';
import type { Message } from '../events/conditions/condition.ts';
import { ownMessage } from '../events/conditions/condition.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { EventChannelState } from '../recorders/events/channel-state.ts';
import type { Recorder } from '../recorders/recorder.ts';
import { CameraPresence } from './camera-presence.ts';
import { conditionOf, FoundConditions } from './found-conditions.ts';
import { recorderHealth } from './recorder-health.ts';
import type { TimeReadings } from './time-readings.ts';
import type { HealthTimes } from './watch/health-times.ts';
import { HealthWatch } from './watch/health-watch.ts';
import type { Question } from './watch/question.ts';
import type { RecordingClock } from '../domain/time/recording-time.ts';
import type { ToldHealth } from './watch/told-health.ts';

/** What it works with. */
export interface WatchedRecorderOptions {
  recorder: Recorder;
  /** Its cameras in use. */
  cameras: () => readonly Camera[];
  readings: TimeReadings;
  times: HealthTimes;
  tell: (message: Message) => void;
  /** Since when the journal has it open, Unix time in ms; null: it has not. */
  openSinceMs: (message: Message) => number | null;
  /** It may be another than before. */
  onChanged: () => void;
  log: Logger;
}

const MOVING: ReadonlySet<string> = new Set(['live', 'late', 'damaged']);

/** One recorder, as its health is followed: what it tells, what is seen of it, and what the journal is told of that. */
export class WatchedRecorder implements Service {
  readonly #options: WatchedRecorderOptions;
  readonly #watch: HealthWatch;
  readonly #presence = new CameraPresence();
  readonly #conditions: FoundConditions;
  readonly #since = new Map<string, number>();
  #channelLostSinceMs: number | null = null;

  constructor(options: WatchedRecorderOptions) {
    const { recorder, cameras, tell, times, log } = options;
    this.#options = options;
    this.#conditions = new FoundConditions(tell);
    this.#watch = new HealthWatch({
      ...{ recorder, times, log },
      about: () => ({
        analogInputs: recorder.events.analogInputs,
        channels: cameras().map(({ channel }) => channel),
        ownMinutes: -new Date().getTimezoneOffset(),
      }),
      onTold: (told, question) => this.#onTold(told, question),
    });
    this.noteChannel(recorder.events.state);
  }

  start(): Promise<void> {
    return this.#watch.start();
  }

  stop(): Promise<void> {
    return this.#watch.stop();
  }

  /** It has become another device: what was found at the one before is over. */
  forget(): void {
    this.#conditions.update([], Date.now());
  }

  /** Its login may have been accepted. */
  wake(): void {
    this.#watch.wake();
  }

  noteChannel({ state }: EventChannelState): void {
    const isWell = state === 'listening' || state === 'off' || state === 'not-supported';
    this.#channelLostSinceMs = isWell ? null : (this.#channelLostSinceMs ?? Date.now());
    this.#options.onChanged();
  }

  /** What it means by the times of its recordings; null: that is not known yet. */
  recordingClock(): RecordingClock | null {
    const { clock, reading } = this.#watch.told;
    if (clock === null) return null;
    const isSame = clock.offsetMinutes === 0;
    if (reading === null && !isSame) return null;
    const { timeZone, offsetMinutes, uncertainMs } = clock;
    // Devices tell whole seconds: what may be nothing is taken for nothing.
    const driftMs = Math.abs(clock.driftMs) <= uncertainMs ? 0 : clock.driftMs;
    return { reading: reading?.reading ?? 'local', timeZone, offsetMinutes, driftMs };
  }

  /** How it is now; what begins or ends with that is told to the journal. */
  health(): RecorderHealth {
    const { recorder, cameras } = this.#options;
    const nowMs = Date.now();
    const own = cameras();
    this.#presence.forgetAllBut(own.map(({ channel }) => channel));
    const seen = new Set<string>();
    const health = recorderHealth(
      {
        ...{ nvrId: recorder.id, told: this.#watch.told, presence: this.#presence },
        ...{ channel: recorder.events.state, channelLostSinceMs: this.#channelLostSinceMs },
        ...{ cameras: own, streams: recorder.streams.health.all() },
      },
      nowMs,
      (key, firstMs) => {
        seen.add(key);
        const sinceMs = this.#since.get(key) ?? firstMs;
        this.#since.set(key, sinceMs);
        return sinceMs;
      },
    );
    for (const key of this.#since.keys()) if (!seen.has(key)) this.#since.delete(key);
    this.#tellOf(health, own, nowMs);
    return health;
  }

  #tellOf({ problems }: RecorderHealth, cameras: readonly Camera[], nowMs: number): void {
    const channelOf = (id: number): number | null =>
      cameras.find((camera) => camera.id === id)?.channel ?? null;
    const found = problems.flatMap((problem) => {
      const condition = conditionOf(this.#options.recorder.id, problem, channelOf);
      return condition === null ? [] : [{ condition, sinceMs: problem.sinceMs }];
    });
    this.#conditions.update(found, nowMs);
  }

  async #onTold(told: ToldHealth, { name }: Question): Promise<void> {
    const { readings, onChanged } = this.#options;
    if (name === 'cameras' || name === 'inputs') this.#look(told);
    if (name === 'device') await readings.load(told);
    if (name === 'recordings') await readings.keep(told);
    onChanged();
  }

  /** A camera that somebody sees is there, whatever its recorder says. */
  #look({ online }: ToldHealth): void {
    const { recorder, cameras, openSinceMs } = this.#options;
    const nowMs = Date.now();
    for (const { channel, streams } of cameras()) {
      const isOnline = online.get(channel);
      if (isOnline === undefined) continue;
      const isSeen = [streams.main, streams.sub].some((name) => {
        const best = name === null ? null : recorder.streams.health.of(name)?.best;
        return best !== null && best !== undefined && MOVING.has(best.state);
      });
      const lost = { nvrId: recorder.id, type: 'camera-lost', channel, part: '' } as const;
      const message = ownMessage({ ...lost, state: 'active', atMs: nowMs });
      this.#presence.look(channel, isOnline || isSeen, nowMs, openSinceMs(message));
    }
  }
}
