import type { SimulatedAlarms } from './alarms/simulated-alarms.ts';
import { LoginGuard } from './auth/login-guard.ts';
import type { RecorderCounters } from './counters.ts';
import type { SimulatedEventChannel } from './events/event-channel.ts';
import { RecorderFaults } from './faults.ts';
import { IsapiServer } from './isapi/isapi-server.ts';
import { Broadcaster } from './media/broadcaster.ts';
import { ClipLibrary } from './media/clip-library.ts';
import type { ClipKind } from './media/encodings.ts';
import type { FormatSet } from './media/stream-formats.ts';
import type { SimulatedHealth } from './health/simulated-health.ts';
import type { SimulatedRecordings } from './recordings/simulated-recordings.ts';
import { type ProfileName, PROFILES, type RecorderProfile } from './profiles.ts';
import { RecorderState } from './recorder-state.ts';
import type { SimulatedSearch } from './recordings/simulated-search.ts';
import { RtspServer } from './rtsp/rtsp-server.ts';
import type { RtspSession } from './rtsp/rtsp-session.ts';

const MAX_CHANNELS = 64;

/** What a simulated recorder is like before anything goes wrong. */
export interface SimulatedRecorderOptions {
  /** 1 to 64 cameras, numbered from 1. */
  readonly channels: number;
  readonly user: string;
  readonly password: string;
  /** Free ports unless given; once open, a recorder keeps its ports for life. */
  readonly rtspPort?: number;
  readonly httpPort?: number;
  /** How many RTSP sessions it bears; no limit unless given. */
  readonly maxSessions?: number;
  readonly clips?: ClipKind;
  readonly deviceName?: string;
  /** Which kind of recorder; a pure network recorder unless given. */
  readonly profile?: ProfileName;
  /** As its challenges name it; another one tells another device. */
  readonly realm?: string;
  /** How its channels are encoded; as its profile says unless given. */
  readonly formats?: FormatSet | null;
  /** The clock of the lock-out in milliseconds; the real one unless given. */
  readonly now?: () => number;
  /** Told while clips are made for the first time, e.g. "clips 3/16". */
  readonly onProgress?: (message: string) => void;
}

/** Stands in for a Hikvision-compatible recorder: real sockets, real Digest, real H.264, on the loopback only. */
export class SimulatedRecorder {
  readonly faults: RecorderFaults;
  readonly #options: SimulatedRecorderOptions;
  readonly #state: RecorderState;
  readonly #guard: LoginGuard;
  readonly #library: ClipLibrary;
  readonly #broadcaster: Broadcaster;
  readonly #rtsp: RtspServer;
  readonly #isapi: IsapiServer;
  #rtspPort: number;
  #httpPort: number;
  #started: Promise<void> | undefined;
  #abort = new AbortController();

  constructor(options: SimulatedRecorderOptions) {
    const { channels, user, password, realm, clips = 'test' } = options;
    const { deviceName = 'Simulated recorder' } = options;
    if (!Number.isInteger(channels) || channels < 1 || channels > MAX_CHANNELS) {
      throw new RangeError(`A recorder has 1 to ${MAX_CHANNELS} channels, not ${channels}`);
    }
    this.#options = options;
    const sessionLimit = options.maxSessions ?? Number.POSITIVE_INFINITY;
    this.#state = new RecorderState({
      ...{ user, password, deviceName, realm, channels, sessionLimit },
      profile: profileOf(options),
      now: options.now ?? Date.now,
    });
    this.#guard = new LoginGuard(this.#state);
    this.#library = new ClipLibrary(this.#state.profile.formats ?? clips);
    const clipOf = this.#library.clipOf.bind(this.#library);
    this.#broadcaster = new Broadcaster(clipOf, this.#state);
    this.#rtsp = new RtspServer({
      ...{ state: this.#state, guard: this.#guard, clipOf },
      broadcaster: this.#broadcaster,
    });
    this.#isapi = new IsapiServer(this.#state, this.#guard, () => this);
    const parts = { rtsp: this.#rtsp, isapi: this.#isapi, guard: this.#guard };
    this.faults = new RecorderFaults(this.#state, parts);
    this.#rtspPort = options.rtspPort ?? 0;
    this.#httpPort = options.httpPort ?? 0;
  }

  get rtspPort(): number {
    return this.#rtspPort;
  }

  get httpPort(): number {
    return this.#httpPort;
  }

  /** The beginning of all loops since the last start, in milliseconds since 1970. */
  get startedAtEpochMs(): number {
    return this.#broadcaster.startedAtEpochMs;
  }

  get counters(): RecorderCounters {
    return this.#state.counters;
  }

  /** Its pictures for whoever asks for one, by channel; at first it has none. */
  get snapshots(): Map<number, string | Uint8Array> {
    return this.#state.snapshots;
  }

  /** How it searches its recordings. */
  get search(): SimulatedSearch {
    return this.#state.search;
  }

  /** What it tells by itself, and how. */
  get events(): SimulatedEventChannel {
    return this.#state.events;
  }

  /** What of its events it tells, by its own settings. */
  get alarms(): SimulatedAlarms {
    return this.#state.alarms;
  }

  /** What it has recorded, and how it plays that. */
  get recordings(): SimulatedRecordings {
    return this.#state.recordings;
  }

  /** How the recorder itself is: disks, load, clock. */
  get health(): SimulatedHealth {
    return this.#state.health;
  }

  sessions(): RtspSession[] {
    return this.#rtsp.sessions();
  }

  async start(): Promise<void> {
    this.#started ??= this.#open();
    await this.#started;
  }

  async stop(): Promise<void> {
    const started = this.#started;
    if (started === undefined) return;
    this.#abort.abort();
    await started.catch(() => undefined);
    await this.#close();
    if (this.#started === started) this.#started = undefined;
  }

  async #open(): Promise<void> {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { channels, onProgress } = this.#options;
    const report = (done: number, total: number) => onProgress?.(`clips ${done}/${total}`);
    try {
      await this.#library.load(channels, report, signal);
      this.#rtspPort = await this.#rtsp.start(this.#rtspPort);
      this.#httpPort = await this.#isapi.start(this.#httpPort);
    } catch (error) {
      await this.#close();
      this.#started = undefined;
      throw error;
    }
  }

  async #close(): Promise<void> {
    await Promise.all([this.#rtsp.stop(), this.#isapi.stop()]);
    // After a power cycle a recorder does not know the nonces of its former life.
    this.#guard.forgetNonces();
  }
}

function profileOf({ profile = 'nvr', formats }: SimulatedRecorderOptions): RecorderProfile {
  return { ...PROFILES[profile], ...(formats ? { formats } : {}) };
}
