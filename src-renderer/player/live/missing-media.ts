import { missingPicture } from '../connection/classify-error.ts';
import type { StreamConnection } from '../connection/stream-connection.ts';
import type { PresentFrames } from '../delay/present-frames.ts';
import type { PictureHealth } from '../picture/picture-health.ts';
import type { OfflineReason, PlayerFailure, StreamFeed } from '../player-types.ts';

/** "Smart" encodings (H.264+, H.265+) leave keyframes out of a quiet scene for a minute or so: so often one is waited for. */
const PATIENT_WAITS = 6;
/** With a frame every 16 s, and each second one a keyframe, the first picture takes 32 s. */
const SILENT_WAITS = 3;
/** Hikvision's slowest rate is a frame every 16 s: who sends no packet for longer sends nothing. */
const NOTHING_SENT_AFTER_MS = 20_000;
/** By then the picture has been stale for so long that go2rtc's own attempts are over (`REDIALS` of `stream-service.ts`). */
const LONGEST_SILENCE_MS = 10_500;

/** The player whose media is missing. */
export interface MissingMediaParts {
  readonly connection: StreamConnection;
  readonly health: PictureHealth;
  readonly present: PresentFrames;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Whether somebody looks. */
  isPlaying(): boolean;
  /** What the recorder sends, also while go2rtc passes nothing on before a keyframe. */
  feedOf(): Promise<StreamFeed>;
}

/** What it decides. */
export interface MissingMediaHandlers {
  /** A picture may yet come, and why there is none. */
  onWaiting(reason: OfflineReason): void;
  /** The connection is to be made anew; what is on screen stays. */
  onUseless(): void;
  onFailure(failure: PlayerFailure): void;
}

/** Decides what becomes of a connection that brings no picture, by what go2rtc receives meanwhile. */
export class MissingMedia {
  readonly #parts: MissingMediaParts;
  readonly #handlers: MissingMediaHandlers;
  /** Waits in a row that brought no picture, although the recorder had answered. */
  #emptyWaits = 0;
  /** Of these, in which the session was there and silent. */
  #silentWaits = 0;
  #feed: StreamFeed = 'nothing';
  /** The number of the connection that is asked about. */
  #askedOf: number | null = null;

  constructor(parts: MissingMediaParts, handlers: MissingMediaHandlers) {
    this.#parts = parts;
    this.#handlers = handlers;
  }

  /** A picture is there. */
  forget(): void {
    this.#emptyWaits = 0;
    this.#feed = 'nothing';
  }

  /** The first picture is overdue. Where the recorder answered, its first keyframe may yet come. */
  onOverdue(nowMs: number): void {
    const { connection, health, present } = this.#parts;
    const { isOpen, codec } = connection;
    const isAnswered = codec !== null && !present.hasMedia;
    this.#emptyWaits += 1;
    if (!isAnswered || this.#emptyWaits >= PATIENT_WAITS) {
      this.#emptyWaits = 0;
      this.#handlers.onFailure(missingPicture(isOpen, codec, this.#feed === 'media'));
      return;
    }
    health.onPatience(nowMs);
    this.#ask((feed) => {
      if (present.hasMedia) return;
      const isFed = feed === 'media';
      const isSilent =
        feed === 'silence' && health.silentForMs(this.#parts.now()) < NOTHING_SENT_AFTER_MS;
      const mayBeSlow = feed === 'pause' || isSilent;
      this.#handlers.onWaiting(isFed ? 'no-picture' : mayBeSlow ? 'first-picture' : 'no-media');
      this.#silentWaits = isFed || feed === 'nothing' ? 0 : this.#silentWaits + 1;
      // Its keyframe could come in the very moment in which there is no session, and that of a slow stream is half a minute away.
      if (isFed || (feed !== 'nothing' && this.#silentWaits < SILENT_WAITS)) return;
      this.#silentWaits = 0;
      this.#handlers.onUseless();
    });
  }

  /**
   * A picture has been stale for long. While a recorder is silent, go2rtc dials it anew every 5 s, and what comes then mostly goes on
   * without waiting for a keyframe. A connection is made anew where go2rtc passes nothing on of what it receives, has no session, or
   * is silent for long.
   */
  onStalled(nowMs: number): void {
    const { health } = this.#parts;
    this.#emptyWaits = 0;
    const silentMs = health.staleForMs(nowMs);
    if (silentMs === 0 || silentMs >= LONGEST_SILENCE_MS) {
      this.#handlers.onUseless();
      return;
    }
    this.#ask((feed, before) => {
      if (health.isFlowing(this.#parts.now())) return;
      // What has only just come may be on its way.
      const isHeldBack = feed === 'media' && before === 'media';
      if (feed === 'nothing' || isHeldBack) this.#handlers.onUseless();
    });
  }

  /** Tells it later, if this connection is played then. One question at a time. */
  #ask(onAnswer: (feed: StreamFeed, before: StreamFeed) => void): void {
    const { connection } = this.#parts;
    const { connections } = connection.figures;
    if (this.#askedOf === connections) return;
    this.#askedOf = connections;
    void this.#parts.feedOf().then((feed) => {
      const isSame = connection.figures.connections === connections;
      if (isSame) this.#askedOf = null;
      if (!isSame || !connection.isThere || !this.#parts.isPlaying()) return;
      const before = this.#feed;
      this.#feed = feed;
      onAnswer(feed, before);
    });
  }
}
