import type { StreamNews } from '../player-types.ts';

/** What is known of a stream's newest session. */
export interface SessionFacts {
  /** Encoding names as in the recorder's SDP; null where there is none, or it is not known. */
  readonly codec: string | null;
  readonly soundCodec: string | null;
  /** What is decoded of it was no picture when that was last looked into: it is encrypted, or lacks its format. */
  readonly isNoPicture: boolean;
}

const NOTHING: SessionFacts = { codec: null, soundCodec: null, isNoPicture: false };

/** Where the page puts what it is told of streams, and players take it; by stream name. */
export class NewsBoard {
  readonly #listeners = new Map<string, Set<(news: StreamNews) => void>>();
  readonly #facts = new Map<string, SessionFacts>();

  publish(stream: string, news: StreamNews): void {
    this.#note(stream, news);
    for (const listener of [...(this.#listeners.get(stream) ?? [])]) listener(news);
  }

  /** Calls `listener` with each piece of news from now on, until the returned function is called. */
  subscribe(stream: string, listener: (news: StreamNews) => void): () => void {
    const listeners = this.#listeners.get(stream) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(stream, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(stream) === listeners) {
        this.#listeners.delete(stream);
      }
    };
  }

  factsOf(stream: string): SessionFacts {
    return this.#facts.get(stream) ?? NOTHING;
  }

  /** A true picture of the stream was seen. */
  clearDoubt(stream: string): void {
    const facts = this.#facts.get(stream);
    if (facts?.isNoPicture === true) this.#facts.set(stream, { ...facts, isNoPicture: false });
  }

  #note(stream: string, news: StreamNews): void {
    const before = this.factsOf(stream);
    if (news.kind === 'playing') {
      const { codec, soundCodec } = news;
      this.#facts.set(stream, { ...before, codec, soundCodec });
    }
    const isNoPicture = news.kind === 'encrypted' || news.kind === 'no-parameter-sets';
    if (isNoPicture) this.#facts.set(stream, { ...before, isNoPicture: true });
  }
}
