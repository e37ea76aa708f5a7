import type { PlaybackReport, StreamReport } from '@contract/models/stream-report.ts';
import { streamNameOf } from '../player-types.ts';
import type { PlayerState } from '../player-types.ts';
import type { Stream } from './player-pool.ts';

/** A page that is turned is 16 streams that go and 16 that come, each through several states: main is told once what became of them. */
const TOLD_EVERY_MS = 1_000;

interface Shown {
  readonly stream: Stream;
  state: PlayerState;
  /** performance.now() */
  sinceMs: number;
}

/** What a shown stream was last said to be. */
type Told = Pick<StreamReport, 'state' | 'fault'>;

/** Tells main how the streams look that this window shows: nobody else can see that. */
export class StreamReports {
  readonly #send: (report: PlaybackReport) => void;
  readonly #now: () => number;
  readonly #shown = new Map<string, Shown>();
  readonly #told = new Map<string, Told>();
  /** Connections that were counted, by player: one that rests is shown again later. */
  readonly #counted = new WeakMap<Stream['player'], number>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(send: (report: PlaybackReport) => void, now = () => performance.now()) {
    this.#send = send;
    this.#now = now;
  }

  /** A tile shows it, and it is like this from now on. */
  note(stream: Stream, state: PlayerState): void {
    const name = streamNameOf(stream.ref);
    const before = this.#shown.get(name);
    const isSame = before?.stream === stream && isAlike(before.state, state);
    this.#shown.set(name, { stream, state, sinceMs: isSame ? before.sinceMs : this.#now() });
    this.#tellSoon();
  }

  /** No tile shows it any more. */
  forget(stream: Stream): void {
    const name = streamNameOf(stream.ref);
    if (this.#shown.get(name)?.stream !== stream) return;
    this.#shown.delete(name);
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#tell();
    }, TOLD_EVERY_MS);
  }

  #tell(): void {
    const left = [...this.#told.keys()].filter((name) => !this.#shown.has(name));
    for (const name of left) this.#told.delete(name);
    const shown = [...this.#shown]
      .map(([name, entry]) => this.#report(name, entry))
      .filter((report) => report !== null);
    if (left.length + shown.length > 0) this.#send({ shown, left });
  }

  /** Null: main knows. */
  #report(name: string, { stream, state, sinceMs }: Shown): StreamReport | null {
    const looks = looksOf(state);
    if (looks === null) return null;
    const reconnects = this.#countReconnects(stream.player);
    const told = this.#told.get(name);
    if (told?.state === looks.state && told.fault === looks.fault && reconnects === 0) return null;
    this.#told.set(name, looks);
    const nowMs = this.#now();
    const pictureAtMs = pictureEndOf(state, nowMs);
    const pictureAgoMs = pictureAtMs === null ? null : Math.max(0, nowMs - pictureAtMs);
    return { stream: name, ...looks, forMs: nowMs - sinceMs, pictureAgoMs, reconnects };
  }

  #countReconnects(player: Stream['player']): number {
    const { connections } = player.stats();
    // The first one is none.
    const before = Math.max(1, this.#counted.get(player) ?? 1);
    this.#counted.set(player, connections);
    return Math.max(0, connections - before);
  }
}

function isAlike(one: PlayerState, other: PlayerState): boolean {
  const [looks, others] = [looksOf(one), looksOf(other)];
  return looks?.state === others?.state && looks?.fault === others?.fault;
}

/** Null: nothing plays. */
function looksOf(state: PlayerState): Told | null {
  const { kind } = state;
  if (kind === 'idle') return null;
  if (kind === 'offline') return { state: kind, fault: state.reason };
  return { state: kind, fault: kind === 'connecting' ? state.after : null };
}

/** When a picture was last new, on the clock of performance.now(); null: never. */
function pictureEndOf(state: PlayerState, nowMs: number): number | null {
  switch (state.kind) {
    case 'live':
    case 'late':
    case 'damaged':
      return nowMs;
    case 'still':
      return state.sinceMs;
    case 'stale':
    case 'connecting':
    case 'offline':
      return state.lastFrameAtMs;
    case 'idle':
    case 'refused':
    case 'unsupported':
      return null;
  }
}
