import {
  SHOWN_STATES,
  type ShownFault,
  type ShownState,
  type StreamReport,
} from '@contract/models/stream-report.ts';
import { Emitter } from '../../lifecycle/emitter.ts';
import type { ViewerId } from '../../domain/lease-holder.ts';

/** How one window shows a stream. Instants are performance.now() of main. */
interface View {
  readonly state: ShownState;
  readonly fault: ShownFault | null;
  readonly sinceMs: number;
}

/** How a stream looks to whoever is at the desk. Instants are performance.now() of main. */
export interface ShownStream {
  readonly stream: string;
  /** Windows that show it now. */
  readonly viewers: readonly ViewerId[];
  /** Where it looks best, which is as well as its camera does; null: nobody looks. */
  readonly best: View | null;
  /** Where it looks worst: with `best` live, it is that window that has the problem. */
  readonly worst: View | null;
  /** Of the newest new picture in any window; null: none was seen. */
  readonly lastPictureAtMs: number | null;
  /** Since midnight of this computer's clock, in all windows. */
  readonly reconnectsToday: number;
}

interface Tally {
  readonly views: Map<ViewerId, View>;
  lastPictureAtMs: number | null;
  reconnects: number;
  day: string;
}

/** A recorder of 256 channels has half as many: what is beyond is no stream of it. */
const MOST_STREAMS = 1_024;
const MOVING: ReadonlySet<ShownState> = new Set(['live', 'late', 'damaged']);

/**
 * How a recorder's streams look where they are shown. Only windows can see that: they report it, and what a window said goes with it. Pictures and
 * reconnects are kept for as long as the recorder, so that a page that is turned loses nothing of the day.
 */
export class StreamHealth {
  /** A stream looks otherwise, or to others. */
  readonly changed = new Emitter<ShownStream>();
  readonly #tallies = new Map<string, Tally>();

  /** A window shows it, and how. */
  report(viewer: ViewerId, report: StreamReport): void {
    const { stream, state, fault, forMs, pictureAgoMs, reconnects } = report;
    const nowMs = performance.now();
    const known = this.#tallies.get(stream);
    if (known === undefined && this.#tallies.size >= MOST_STREAMS) return;
    const tally = known ?? newTally();
    this.#tallies.set(stream, tally);
    this.#notePicture(tally, viewer);
    tally.views.set(viewer, { state, fault, sinceMs: nowMs - forMs });
    if (pictureAgoMs !== null) {
      tally.lastPictureAtMs = Math.max(tally.lastPictureAtMs ?? -Infinity, nowMs - pictureAgoMs);
    }
    tally.reconnects = reconnectsToday(tally) + reconnects;
    tally.day = today();
    this.#tell(stream, tally);
  }

  /** A window shows it no more. */
  leave(viewer: ViewerId, stream: string): void {
    const tally = this.#tallies.get(stream);
    if (tally === undefined) return;
    this.#notePicture(tally, viewer);
    if (tally.views.delete(viewer)) this.#tell(stream, tally);
  }

  /** A window has gone, and shows nothing. */
  forgetViewer(viewer: ViewerId): void {
    for (const stream of this.#tallies.keys()) this.leave(viewer, stream);
  }

  /** What is known of a stream; null: no window has ever shown it. */
  of(stream: string): ShownStream | null {
    const tally = this.#tallies.get(stream);
    return tally === undefined ? null : facts(stream, tally);
  }

  /** All that any window has shown. */
  all(): ShownStream[] {
    return [...this.#tallies].map(([stream, tally]) => facts(stream, tally));
  }

  /** Until this moment a window that says nothing else shows new pictures. */
  #notePicture(tally: Tally, viewer: ViewerId): void {
    const view = tally.views.get(viewer);
    if (view !== undefined && MOVING.has(view.state)) tally.lastPictureAtMs = performance.now();
  }

  #tell(stream: string, tally: Tally): void {
    this.changed.emit(facts(stream, tally));
  }
}

function newTally(): Tally {
  return { views: new Map(), lastPictureAtMs: null, reconnects: 0, day: today() };
}

function facts(stream: string, tally: Tally): ShownStream {
  const ranked = [...tally.views.values()].sort(
    (one, other) => SHOWN_STATES.indexOf(one.state) - SHOWN_STATES.indexOf(other.state),
  );
  const best = ranked[0] ?? null;
  const isMoving = best !== null && MOVING.has(best.state);
  return {
    stream,
    viewers: [...tally.views.keys()],
    best,
    worst: ranked.at(-1) ?? null,
    lastPictureAtMs: isMoving ? performance.now() : tally.lastPictureAtMs,
    reconnectsToday: reconnectsToday(tally),
  };
}

function reconnectsToday({ reconnects, day }: Tally): number {
  return day === today() ? reconnects : 0;
}

function today(): string {
  return new Date().toDateString();
}
