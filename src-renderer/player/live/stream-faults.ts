import { RetryTimer } from '../connection/retry-timer.ts';
import type { PictureHealth } from '../picture/picture-health.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import type { OfflineReason, PlayerFailure } from '../player-types.ts';
import type { ToldState } from './told-state.ts';

/** What went wrong with one stream, when it is tried again, and what is told of both. */
export class StreamFaults {
  readonly #environment: Pick<PlayerEnvironment, 'now' | 'random'>;
  readonly #state: ToldState;
  readonly #health: PictureHealth;
  readonly #retry: RetryTimer;
  #failedAtMs: number | null = null;
  /** Whether the recorder was answering, slowly, in the present attempt. */
  #isSlow = false;

  constructor(
    parts: {
      environment: Pick<PlayerEnvironment, 'now' | 'random'>;
      state: ToldState;
      health: PictureHealth;
    },
    onRetry: () => void,
  ) {
    this.#environment = parts.environment;
    this.#state = parts.state;
    this.#health = parts.health;
    this.#retry = new RetryTimer(onRetry, () => parts.environment.random());
  }

  /** How long ago the last attempt failed; null where none did, or another one has begun. */
  get failedForMs(): number | null {
    return this.#failedAtMs === null ? null : this.#environment.now() - this.#failedAtMs;
  }

  /** Another attempt begins. What is told of a picture that stopped, and of what only a person can mend, stays until this one ends. */
  begin(): void {
    this.#failedAtMs = null;
    this.#isSlow = false;
    const { kind } = this.#state.now;
    if (kind !== 'stale' && kind !== 'refused' && kind !== 'unsupported') this.setConnecting();
  }

  setConnecting(after?: OfflineReason): void {
    const { lastFrameAtMs } = this.#health;
    const attempt = this.#retry.failures + 1;
    this.#state.setConnecting({ sinceMs: this.#environment.now(), attempt, lastFrameAtMs }, after);
  }

  /** The recorder takes its time: that is no sign that it is gone. */
  noteSlow(): void {
    this.#isSlow = true;
    this.#health.onSlow(this.#environment.now());
    const { kind } = this.#state.now;
    if (kind === 'connecting') this.setConnecting('slow');
  }

  /** An attempt has failed: it is told, and tried again in time. */
  fail(failure: PlayerFailure): void {
    this.#failedAtMs = this.#environment.now();
    const meant = this.#meant(failure);
    this.#tell(meant, this.#retry.scheduleAfterFailure(meant));
  }

  /** The failure that was told last has another cause. */
  explain(failure: PlayerFailure): void {
    const { kind } = this.#state.now;
    if (kind !== 'offline' && kind !== 'refused') return;
    const meant = this.#meant(failure);
    this.#tell(meant, this.#retry.reschedule(meant));
  }

  /** A fresh start that nobody needs to hear of. */
  retrySoon(): void {
    this.#retry.scheduleSoon();
  }

  /** All is well. */
  forgive(): void {
    this.#retry.forgive();
  }

  cancelRetry(): void {
    this.#retry.cancel();
  }

  #meant(failure: PlayerFailure): PlayerFailure {
    if (failure.kind !== 'offline') return failure;
    const { now } = this.#state;
    // It is withheld because it was refused.
    if (failure.reason === 'refused-here' && now.kind === 'refused') return now;
    return failure.reason === 'timeout' && this.#isSlow ? { ...failure, reason: 'slow' } : failure;
  }

  /** connecting | live | late | damaged | still | stale => refused | unsupported | offline */
  #tell(failure: PlayerFailure, retryInMs: number): void {
    if (failure.kind !== 'offline') {
      this.#state.set(failure);
      return;
    }
    const retryAtMs = this.#environment.now() + retryInMs;
    this.#state.set({ ...failure, retryAtMs, lastFrameAtMs: this.#health.lastFrameAtMs });
  }
}
