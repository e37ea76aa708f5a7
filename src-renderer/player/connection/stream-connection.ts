import {
  classifyError,
  CONNECTION_LOST,
  NOTHING_DECODABLE,
  SERVER_GONE,
} from './classify-error.ts';
import { codecOf, offeredCodecs } from '../media/codecs.ts';
import { Go2rtcSocket } from './go2rtc-socket.ts';
import type { MediaFeed } from '../media/media-feed.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import { streamNameOf } from '../player-types.ts';
import type { PlayerFailure, PlayerStats, StreamRef } from '../player-types.ts';

/** What a player is told of its connection. */
export interface ConnectionHandlers {
  /** Media came in, and will be played. */
  /** @param stepMs by how much it grew */
  onMedia(stepMs: number): void;
  /** It has ended, or was never made; whoever is told closes it. */
  onFailure(failure: PlayerFailure): void;
}

/** One stream's way from go2rtc into its media source: one socket after the other, each feeding what the last one left. */
export class StreamConnection {
  readonly #stream: StreamRef;
  readonly #environment: PlayerEnvironment;
  readonly #feed: MediaFeed;
  readonly #handlers: ConnectionHandlers;
  #socket: Go2rtcSocket | null = null;
  #leave: (() => void) | null = null;
  #codec: string | null = null;
  #count = 0;
  #bytesReceived = 0;

  constructor(
    stream: StreamRef,
    environment: PlayerEnvironment,
    feed: MediaFeed,
    handlers: ConnectionHandlers,
  ) {
    this.#stream = stream;
    this.#environment = environment;
    this.#feed = feed;
    this.#handlers = handlers;
  }

  /** Whether there is one, or one is being made. */
  get isThere(): boolean {
    return this.#socket !== null;
  }

  /** Whether go2rtc has answered. */
  get isOpen(): boolean {
    return this.#socket?.isOpen === true;
  }

  /** Of the last one, once go2rtc named it. */
  get codec(): string | null {
    return this.#codec;
  }

  /** Over all of them. */
  get figures(): Pick<PlayerStats, 'bytesReceived' | 'codec' | 'connections'> {
    return { bytesReceived: this.#bytesReceived, codec: this.#codec, connections: this.#count };
  }

  open(): void {
    const codecs = offeredCodecs((mime) => this.#environment.isTypeSupported(mime));
    this.#leave ??= this.#environment.opened.begin(streamNameOf(this.#stream));
    this.#count += 1;
    this.#codec = null;
    if (codecs === '') {
      this.#handlers.onFailure(NOTHING_DECODABLE);
      return;
    }
    let isInit = true;
    this.#socket = new Go2rtcSocket({ ...this.#stream, codecs }, this.#environment, {
      onMime: (mime) => {
        this.#codec = codecOf(mime);
        this.#feed.open(mime);
      },
      onMedia: (bytes) => {
        this.#bytesReceived += bytes.byteLength;
        this.#feed.append(bytes);
        // go2rtc sends the initialisation segment at once; it is no media, and the first keyframe may be seconds away.
        if (!isInit && this.isThere) this.#handlers.onMedia(this.#feed.newestStepMs);
        isInit = false;
      },
      onError: (text) => this.#handlers.onFailure(classifyError(text)),
      onClosed: (wasOpen) => this.#handlers.onFailure(wasOpen ? CONNECTION_LOST : SERVER_GONE),
    });
  }

  /** The picture stays. */
  close(): void {
    this.#socket?.close();
    this.#socket = null;
    this.#feed.end();
  }

  /** The same, and nobody will open it again. */
  leave(): void {
    this.close();
    this.#leave?.();
    this.#leave = null;
  }
}
