import type { SimulatedClock } from '../health/simulated-clock.ts';

/** What was recorded of a channel without a break: Unix time in ms by the recorder's own clock. */
export interface FootageSpan {
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const MS_PER_MINUTE = 60_000;
const FILE_MS = 10 * MS_PER_MINUTE;
const DAY_MS = 24 * 60 * MS_PER_MINUTE;

/** What is on the recorder's disks: the one truth for its search, its calendar and its playback. */
export class SimulatedFootage {
  /** Any order; null: all channels are recorded from `sinceMs` on but for `gaps`, in files of ten minutes, the last of which is still growing. */
  spans: readonly FootageSpan[] | null = null;
  /** From here on all channels are recorded, by the recorder's own clock. */
  sinceMs = Date.now() - DAY_MS;
  readonly gaps: FootageSpan[] = [];
  /** False: there is nothing. */
  isRecording = true;
  readonly #clock: SimulatedClock;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  /** What a channel has within a span, the oldest first; pieces are told whole. */
  find(channel: number, fromMs: number, toMs: number): FootageSpan[] {
    if (!this.isRecording) return [];
    return (this.#ofChannel(channel) ?? this.#always(channel, fromMs, toMs)).filter(
      (span) => span.toMs > fromMs && span.fromMs < toMs,
    );
  }

  has(channel: number, momentMs: number): boolean {
    return this.find(channel, momentMs, momentMs + 1).length > 0;
  }

  /** Unix time in ms by the recorder's own clock. */
  get nowMs(): number {
    return this.#clock.nowMs();
  }

  /** A moment as this recorder writes it behind its recordings: digits as if they were UTC, by the reading that its clock is set to. */
  digitsOf(momentMs: number): number {
    return momentMs + this.#aheadMs(momentMs);
  }

  /** The other way round; in the hour that autumn has twice, its second time. */
  momentOf(digitsMs: number): number {
    const momentMs = digitsMs - this.#aheadMs(digitsMs);
    return digitsMs - this.#aheadMs(momentMs);
  }

  #ofChannel(channel: number): FootageSpan[] | undefined {
    return this.spans
      ?.filter((span) => span.channel === channel)
      .toSorted((one, other) => one.fromMs - other.fromMs);
  }

  #always(channel: number, fromMs: number, toMs: number): FootageSpan[] {
    const { nowMs, sinceMs } = this;
    const found: FootageSpan[] = [];
    const filesAgo = Math.max(0, Math.floor((nowMs - toMs) / FILE_MS));
    const oldestMs = Math.max(fromMs, sinceMs);
    for (let endMs = nowMs - filesAgo * FILE_MS; endMs > oldestMs; endMs -= FILE_MS) {
      found.unshift({ channel, fromMs: Math.max(endMs - FILE_MS, sinceMs), toMs: endMs });
    }
    const gaps = this.gaps.filter((gap) => gap.channel === channel);
    return gaps.reduce((spans, gap) => spans.flatMap((span) => without(span, gap)), found);
  }

  #aheadMs(momentMs: number): number {
    return this.#clock.recordings === 'utc' ? 0 : this.#clock.minutesAt(momentMs) * MS_PER_MINUTE;
  }
}

function without(span: FootageSpan, gap: FootageSpan): FootageSpan[] {
  const before = { ...span, toMs: Math.min(span.toMs, gap.fromMs) };
  const after = { ...span, fromMs: Math.max(span.fromMs, gap.toMs) };
  return [before, after].filter(({ fromMs, toMs }) => fromMs < toMs);
}
