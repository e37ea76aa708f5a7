import type { StreamCause } from '@contract/models/playback.ts';
import type { RecordingCommand, RecordingNews } from '@contract/models/recording.ts';
import {
  clockTime,
  digitsOf,
  momentOf,
  readClockTime,
  type RecordingClock,
} from '../../domain/time/recording-time.ts';
import { DeviceSession } from '../client/device-session.ts';
import { failureOf, networkFailure, StreamFailure } from '../client/stream-failure.ts';
import { cleanSdp } from '../media/sdp/clean-sdp.ts';
import { readSdp } from '../media/sdp/sdp.ts';
import type { GrantedDial } from '../server/leased-stream.ts';
import { type AccessUnit, AccessUnits, type VideoEncoding } from './access-units.ts';

const TICK_MS = 50;
/** A picture whose successor does not come is whole by then. */
const WHOLE_AFTER_MS = 150;
/** Several recorders never say that a recording has ended. */
const ENDED_AFTER_MS = 5_000;
/** Pictures wait for their viewer up to so many bytes; then the recorder waits. */
const MOST_WAITING_BYTES = 2 * 1024 * 1024;
const HEADER_BYTES = 12;
const KEYFRAME_AT = 8;

/** What main says of a dial; a cause: why not. */
export type DialPermission = GrantedDial | StreamCause | null;

/** Whom a recording is played to. */
export interface RecordingViewer {
  tell: (news: RecordingNews) => void;
  picture: (bytes: Buffer) => void;
  /** What was given to it and not taken yet. */
  readonly waitingBytes: number;
  hangUp: () => void;
}

/** The track that was set up. */
interface RecordedTrack {
  readonly session: DeviceSession;
  readonly clock: RecordingClock;
  readonly control: string | null;
  readonly channel: number;
  readonly clockHz: number;
  readonly encoding: VideoEncoding;
  readonly parameterSets: readonly Buffer[];
}

/** From one PLAY to the next. */
interface Run {
  readonly fromMs: number;
  readonly units: AccessUnits;
  firstStamp: number | null;
}

/** One recording on its way from its recorder to a page: one session for as long as it is looked at, whatever moments are asked for. */
export class RecordedStream {
  readonly #viewer: RecordingViewer;
  readonly #dial: () => Promise<DialPermission>;
  readonly #timer = setInterval(() => this.#tick(performance.now()), TICK_MS);
  #session: DeviceSession | null = null;
  #track: Promise<RecordedTrack> | null = null;
  #channel: number | null = null;
  #run: Run | null = null;
  #clockHz = 0;
  #lastPacketAtMs = 0;
  #wanted: RecordingCommand | null = null;
  #isAtWork = false;
  #isEnded = false;
  #isFull = false;
  #isOver = false;

  constructor(viewer: RecordingViewer, dial: () => Promise<DialPermission>) {
    this.#viewer = viewer;
    this.#dial = dial;
  }

  /** The newest command counts: what was asked before and not begun is left out. */
  command(command: RecordingCommand): void {
    this.#wanted = command;
    if (!this.#isAtWork) void this.#work();
  }

  /** Ends the session at the recorder, and the page's connection. */
  end(mayBeSigned = true): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#session?.close(mayBeSigned);
    this.#viewer.hangUp();
  }

  async #work(): Promise<void> {
    this.#isAtWork = true;
    try {
      for (let next = this.#wanted; next !== null && !this.#isOver; next = this.#wanted) {
        this.#wanted = null;
        await this.#obey(next);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isAtWork = false;
    }
  }

  async #obey(command: RecordingCommand): Promise<void> {
    const track = await (this.#track ??= this.#open());
    if (command.kind === 'halt') {
      await track.session.halt(track.control);
      this.#give(this.#run?.units.flush() ?? []);
      this.#run = null;
      this.#viewer.tell({ kind: 'halted' });
      return;
    }
    const { clock, control, session } = track;
    const asked = clockTime(digitsOf(command.atMs, clock));
    await session.playFrom(control, `clock=${asked}-`, (range) => {
      const digitsMs = readClockTime(range ?? '') ?? readClockTime(asked);
      this.#begin(track, digitsMs === null ? command.atMs : momentOf(digitsMs, clock));
    });
  }

  async #open(): Promise<RecordedTrack> {
    const granted = await this.#dial();
    if (typeof granted === 'string') throw new StreamFailure(granted);
    if (granted?.clock === undefined) throw new StreamFailure('refused-here');
    const { clock } = granted;
    const session = new DeviceSession(
      granted.stream,
      {
        onLogin: granted.onLogin,
        onSlow: () => undefined,
        onPacket: (channel, payload) => this.#take(channel, payload),
        onEnd: (failure) => this.#fail(failure),
      },
      granted.shared,
    );
    this.#session = session;
    // Whoever wanted it may have gone while main thought.
    if (this.#isOver) session.close();
    const { status, body } = await session.describe();
    if (status < 200 || status >= 300) throw failureOf('DESCRIBE', status);
    const description = readSdp(body.toString('latin1'));
    const [video] = cleanSdp(description, { video: true, audio: false }).tracks;
    if (video === undefined) throw new StreamFailure('no-video', status);
    const channel = await session.setUp(video.control, 0);
    this.#channel = channel;
    const encoding = video.encoding === 'H265' ? 'H265' : 'H264';
    const { clockHz, parameterSets } = video;
    const { control } = description;
    return { session, clock, control, channel, clockHz, encoding, parameterSets };
  }

  #begin({ encoding, parameterSets, clockHz }: RecordedTrack, fromMs: number): void {
    this.#clockHz = clockHz;
    this.#run = { fromMs, units: new AccessUnits(encoding, parameterSets), firstStamp: null };
    this.#lastPacketAtMs = performance.now();
    this.#isEnded = false;
    this.#viewer.tell({ kind: 'playing', fromMs, encoding });
  }

  #take(channel: number, payload: Buffer): void {
    if (channel !== this.#channel || this.#run === null) return;
    this.#lastPacketAtMs = performance.now();
    this.#give(this.#run.units.push(payload));
    if (this.#viewer.waitingBytes <= MOST_WAITING_BYTES) return;
    this.#isFull = true;
    this.#session?.pause();
  }

  #give(units: readonly AccessUnit[]): void {
    for (const { stamp, isKeyframe, bytes } of units) {
      const run = this.#run;
      if (run === null) return;
      run.firstStamp ??= stamp;
      // 32 bits, which wrap around: what lies behind the first one is negative.
      const ticks = (stamp - run.firstStamp) | 0;
      const header = Buffer.alloc(HEADER_BYTES);
      header.writeDoubleLE(run.fromMs + (ticks * 1000) / this.#clockHz, 0);
      header.writeUInt32LE(isKeyframe ? 1 : 0, KEYFRAME_AT);
      this.#viewer.picture(Buffer.concat([header, bytes]));
    }
  }

  #tick(nowMs: number): void {
    if (this.#isFull && this.#viewer.waitingBytes <= MOST_WAITING_BYTES / 4) {
      this.#isFull = false;
      this.#lastPacketAtMs = nowMs;
      this.#session?.resume();
    }
    if (this.#run === null || this.#isFull) return;
    const silentMs = nowMs - this.#lastPacketAtMs;
    if (silentMs >= WHOLE_AFTER_MS) this.#give(this.#run.units.flush());
    if (silentMs < ENDED_AFTER_MS || this.#isEnded) return;
    this.#isEnded = true;
    this.#viewer.tell({ kind: 'ended' });
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    const { reason, status } = networkFailure(error);
    this.#viewer.tell({ kind: 'failed', cause: reason, status });
    this.end();
  }
}
