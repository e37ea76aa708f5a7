import type { OfflineReason, PlayerState } from '../player-types.ts';

/** Who wants to know how a stream does; another one may take over while it plays. */
export interface PlayerListener {
  onState(state: PlayerState): void;
  /** The first present frame since this listener started the player: the moment to swap it in. */
  onFirstFrame?(): void;
}

const NOBODY: PlayerListener = { onState: () => undefined };

/** The state of one stream, and whoever is told of each change. */
export class ToldState {
  listener = NOBODY;
  #state: PlayerState = { kind: 'idle' };

  get now(): PlayerState {
    return this.#state;
  }

  set(state: PlayerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.listener.onState(state);
  }

  /** @param after what went wrong; unless given, what went wrong before and may still be wrong */
  setConnecting(
    since: { sinceMs: number; attempt: number; lastFrameAtMs: number | null },
    after = this.#lastFault,
  ): void {
    this.set({ kind: 'connecting', ...since, after });
  }

  /** Idle again; nobody is told. */
  forget(): void {
    this.listener = NOBODY;
    this.#state = { kind: 'idle' };
  }

  get #lastFault(): OfflineReason | null {
    if (this.#state.kind === 'offline') return this.#state.reason;
    return this.#state.kind === 'connecting' ? this.#state.after : null;
  }
}
