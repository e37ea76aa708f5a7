import { randomUUID } from 'node:crypto';
import type { HealthFault } from '@contract/models/health.ts';
import type { RecordedSpan } from '@contract/models/recording.ts';
import { err, ok, type Result } from '@contract/result.ts';
import {
  digitsOf,
  momentOf,
  readClockTime,
  type RecordingClock,
} from '../domain/time/recording-time.ts';
import { NOTHING_FOUND, takePage } from '../isapi/endpoints/found-pages.ts';
import {
  type FoundPiece,
  parseFoundPage,
  recordingSearch,
} from '../isapi/endpoints/recording-search.ts';
import type { Recorder } from '../recorders/recorder.ts';
import { faultOf } from '../recorders/web/fault-of.ts';
import { joinSpans } from './join-spans.ts';

/** Days of recordings are searched one by one: some devices fail on longer spans. */
const DAY_MS = 24 * 60 * 60 * 1000;
/** What is being recorded grows; what the app was not told may have been overwritten. */
const FRESH_MS = 30_000;
const DAYS_KEPT = 200;
const SEARCH = '/ISAPI/ContentMgmt/search';

/** One channel, and how its recorder writes times. */
export interface SearchedChannel {
  readonly recorder: Pick<Recorder, 'id' | 'ask'>;
  readonly channel: number;
  readonly clock: RecordingClock;
}

interface KnownDay {
  readonly pieces: readonly FoundPiece[];
  /** performance.now() */
  readonly atMs: number;
  /** It was over when it was asked about. */
  readonly isPast: boolean;
}

/** What recorders have recorded when: searched by days of their own digits, one search at a time for each recorder, and kept in memory. */
export class RecordingsIndex {
  readonly #days = new Map<string, KnownDay>();
  /** The last search of each recorder. */
  readonly #turns = new Map<number, Promise<unknown>>();

  /** What lies within a span, by this computer's clock (Unix time in ms). */
  async spansOf(
    searched: SearchedChannel,
    fromMs: number,
    toMs: number,
  ): Promise<Result<RecordedSpan[], HealthFault>> {
    const { clock } = searched;
    const first = Math.floor(digitsOf(fromMs, clock) / DAY_MS);
    const last = Math.floor((digitsOf(toMs, clock) - 1) / DAY_MS);
    const spans: RecordedSpan[] = [];
    for (let day = first; day <= last; day += 1) {
      const found = await this.#day(searched, day);
      if (!found.ok) return found;
      spans.push(...found.value.flatMap((piece) => spanOf(piece, clock)));
    }
    return ok(joinSpans(spans).filter((span) => span.toMs > fromMs && span.fromMs < toMs));
  }

  /** A recorder was changed: it may be another device. */
  forget(nvrId: number): void {
    for (const key of this.#days.keys()) if (key.startsWith(`${nvrId} `)) this.#days.delete(key);
  }

  async #day(
    searched: SearchedChannel,
    day: number,
  ): Promise<Result<readonly FoundPiece[], HealthFault>> {
    const { recorder, channel, clock } = searched;
    const key = `${recorder.id} ${channel} ${day}`;
    const fresh = this.#fresh(key);
    if (fresh !== null) return ok(fresh);
    const before = this.#turns.get(recorder.id) ?? Promise.resolve();
    const search = before.then(async () => {
      // Somebody may have asked for the same meanwhile.
      const known = this.#fresh(key);
      if (known !== null) return ok(known);
      const isPast = digitsOf(Date.now(), clock) > (day + 1) * DAY_MS;
      const found = await searchDay(searched, day);
      if (found.ok) this.#keep(key, { pieces: found.value, atMs: performance.now(), isPast });
      return found;
    });
    this.#turns.set(
      recorder.id,
      search.catch(() => undefined),
    );
    return await search;
  }

  #fresh(key: string): readonly FoundPiece[] | null {
    const known = this.#days.get(key);
    if (known === undefined) return null;
    return known.isPast || performance.now() - known.atMs < FRESH_MS ? known.pieces : null;
  }

  #keep(key: string, day: KnownDay): void {
    this.#days.delete(key);
    this.#days.set(key, day);
    const [oldest] = this.#days.keys();
    if (this.#days.size > DAYS_KEPT && oldest !== undefined) this.#days.delete(oldest);
  }
}

async function searchDay(
  { recorder, channel }: SearchedChannel,
  day: number,
): Promise<Result<readonly FoundPiece[], HealthFault>> {
  const search = { id: randomUUID(), channel, fromMs: day * DAY_MS, toMs: (day + 1) * DAY_MS - 1 };
  let found = NOTHING_FOUND;
  while (!found.isOver) {
    const body = recordingSearch({ ...search, position: found.position });
    const answer = await recorder.ask({ method: 'POST', path: SEARCH, body });
    if (answer === null) return err('unreachable');
    if (!answer.ok) return err(faultOf(answer.error));
    const page = parseFoundPage(answer.value.text);
    if (!page.ok) return err(faultOf(page.error));
    found = takePage(found, page.value);
  }
  return ok(found.pieces);
}

function spanOf({ start, end }: FoundPiece, clock: RecordingClock): RecordedSpan[] {
  const [fromDigits, toDigits] = [readClockTime(start ?? ''), readClockTime(end ?? '')];
  if (fromDigits === null || toDigits === null || toDigits <= fromDigits) return [];
  return [{ fromMs: momentOf(fromDigits, clock), toMs: momentOf(toDigits, clock) }];
}
