import { setTimeout as delay } from 'node:timers/promises';
import type { AlertNews } from '../../isapi/alert-stream/alert-reader.ts';
import type { HttpClient } from '../../isapi/http/http-client.ts';
import type { IsapiError } from '../../isapi/isapi-error.ts';

/** Reads what a device sends over its event channel. */
export interface NewsReader {
  push: (chunk: Uint8Array) => AlertNews[];
  readonly isUseless: boolean;
}

/** What one session works with. */
export interface EventSessionOptions {
  client: HttpClient;
  path: string;
  reader: NewsReader;
  /** So long without a byte, and nobody is there. */
  silenceMs: number;
  /** A byte came. */
  onSign: () => void;
  onNews: (news: AlertNews) => void;
}

/** How a session ended: hung up on by the recorder, given up for silence, or for this reason. */
export type SessionEnd = 'closed' | 'silent' | IsapiError;

/** More than any recorder tells: beyond it the recorder waits, not this computer. */
const NEWS_PER_SECOND = 500;
const SECOND_MS = 1000;
const BROKEN: IsapiError = { kind: 'unreachable', reason: 'broken' };

/** Listens once, until it ends, and leaves nothing open. Never rejects. */
export async function listen(
  { client, path, reader, silenceMs, onSign, onNews }: EventSessionOptions,
  signal: AbortSignal,
): Promise<SessionEnd> {
  const answer = await client.request({ path, isLong: true, busyDelaysMs: [], signal });
  if (!answer.ok) return answer.error;
  const { body } = answer.value;
  if (body === undefined) return { kind: 'bad-answer', answer: 'unreadable' };
  const silence = new AbortController();
  const timer = setTimeout(() => {
    silence.abort();
    body.destroy();
  }, silenceMs);
  const pace = new Pace();
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      timer.refresh();
      onSign();
      const news = reader.push(chunk);
      for (const each of news) {
        if (each.kind === 'refusal') return each.error;
        onNews(each);
      }
      if (reader.isUseless) return { kind: 'too-large' };
      await pace.keep(news.length, signal);
    }
    return 'closed';
  } catch {
    return silence.signal.aborted ? 'silent' : BROKEN;
  } finally {
    clearTimeout(timer);
    body.destroy();
  }
}

/** Reading pauses where a device floods: what waits then waits in its own memory. */
class Pace {
  #sinceMs = performance.now();
  #count = 0;

  async keep(count: number, signal: AbortSignal): Promise<void> {
    this.#count += count;
    const passedMs = performance.now() - this.#sinceMs;
    if (passedMs < SECOND_MS && this.#count < NEWS_PER_SECOND) return;
    if (passedMs < SECOND_MS) await delay(SECOND_MS - passedMs, undefined, { signal });
    this.#sinceMs = performance.now();
    this.#count = 0;
  }
}
