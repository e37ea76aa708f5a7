import { actionOn } from '../connection/stream-causes.ts';
import { CONNECTION_LOST } from '../connection/classify-error.ts';
import type { StreamConnection } from '../connection/stream-connection.ts';
import type { DecodeRecovery } from './decode-recovery.ts';
import type { MediaFeed } from '../media/media-feed.ts';
import type { PictureHealth } from '../picture/picture-health.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import { streamNameOf } from '../player-types.ts';
import type { PlayerFailure, StreamNews, StreamRef } from '../player-types.ts';
import type { StreamFaults } from './stream-faults.ts';

/** A stream without true pictures is told to be one within this, each time. */
const DOUBTED_FOR_MS = 6000;

/** The player that news is about. */
export interface NewsReaderParts {
  readonly stream: StreamRef;
  readonly environment: Pick<PlayerEnvironment, 'now' | 'news'>;
  readonly connection: StreamConnection;
  readonly feed: MediaFeed;
  readonly health: PictureHealth;
  readonly decoding: DecodeRecovery;
  readonly faults: StreamFaults;
}

/** What it decides. */
export interface NewsHandlers {
  /** The present attempt has come to nothing. */
  onFailure(failure: PlayerFailure): void;
  /** A session that was well has ended. */
  onEnded(failure: PlayerFailure): void;
}

/** Lets a player know what is learnt about its stream beside the media. */
export class NewsReader {
  readonly #parts: NewsReaderParts;
  readonly #handlers: NewsHandlers;
  readonly #name: string;
  #unsubscribe: (() => void) | null = null;
  /** Null before the first picture of a doubted connection. */
  #doubtedUntilMs: number | null = -Infinity;

  constructor(parts: NewsReaderParts, handlers: NewsHandlers) {
    this.#parts = parts;
    this.#handlers = handlers;
    this.#name = streamNameOf(parts.stream);
  }

  start(): void {
    this.#unsubscribe ??= this.#parts.environment.news.subscribe(this.#name, (news) =>
      this.#read(news),
    );
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Another attempt begins: where there was no true picture before, what is shown proves nothing until that would have been told again. */
  onConnecting(): void {
    const isDoubted = this.#parts.environment.news.factsOf(this.#name).isNoPicture;
    this.#doubtedUntilMs = isDoubted ? null : -Infinity;
  }

  /** Whether what is shown now may be no picture at all. */
  isDoubted(nowMs: number): boolean {
    this.#doubtedUntilMs ??= nowMs + DOUBTED_FOR_MS;
    return nowMs < this.#doubtedUntilMs;
  }

  /** A picture was shown that is believed. */
  onPicture(): void {
    this.#parts.environment.news.clearDoubt(this.#name);
  }

  #read(news: StreamNews): void {
    const { connection, faults, feed, decoding, health, environment } = this.#parts;
    const action = actionOn(news, {
      isOpen: connection.isThere && connection.isOpen,
      shownForMs: health.shownForMs(environment.now()),
      failedForMs: faults.failedForMs,
    });
    switch (action.kind) {
      case 'fail':
        this.#handlers.onFailure(action.failure);
        return;
      case 'explain':
        faults.explain(action.failure);
        return;
      case 'redial':
        this.#handlers.onEnded(CONNECTION_LOST);
        return;
      case 'slow':
        faults.noteSlow();
        return;
      case 'damage':
        feed.noteLoss();
        decoding.onLoss();
        return;
      case 'none':
    }
  }
}
