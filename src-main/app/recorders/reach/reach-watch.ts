import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Emitter } from '../../lifecycle/emitter.ts';
import type { Service } from '../../lifecycle/service.ts';

const LOOK_EVERY_MS = 10_000;
/** One lost packet at the wrong moment is no outage: a second look follows a first failure before anything is said. */
const SECOND_LOOK_MS = 2_000;
const CONNECT_PATIENCE_MS = 3_000;

/** An RTSP server's address. */
export interface RtspAddress {
  host: string;
  rtspPort: number;
}

/** What the watch works with. */
export interface ReachWatchOptions {
  /** Where the recorder is now. */
  address: () => RtspAddress;
  /** True while its login is accepted and it is enabled: else it is not looked at. */
  isWatched: () => boolean;
  onError: (error: unknown) => void;
  /** Tests look more often. */
  everyMs?: number;
  secondLookMs?: number;
}

/**
 * Notices that a recorder stopped answering after its login was accepted, also while none of its cameras is on screen: a TCP
 * connection to its RTSP port is opened and closed. Nothing is sent, so it costs no login. What it finds is told, and ends no stream:
 * who shows pictures is not down, whatever a firewall makes of a look.
 */
export class ReachWatch implements Service {
  /** Lost, or found again. */
  readonly changed = new Emitter<null>();
  readonly #options: ReachWatchOptions;
  #isLost = false;
  #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> | null = null;

  constructor(options: ReachWatchOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#timer ??= setInterval(() => this.#tick(), this.#options.everyMs ?? LOOK_EVERY_MS);
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopping.abort();
    await this.#look;
  }

  /** True while a recorder with an accepted login does not answer. */
  get isLost(): boolean {
    return this.#isLost && this.#options.isWatched();
  }

  /** What has just been learnt of the login is newer. */
  forget(): void {
    this.#isLost = false;
  }

  #tick(): void {
    if (!this.#options.isWatched()) {
      this.#isLost = false;
      return;
    }
    this.#look ??= this.#lookAt()
      .catch(this.#options.onError)
      .finally(() => (this.#look = null));
  }

  async #lookAt(): Promise<void> {
    const { signal } = this.#stopping;
    const { address, secondLookMs } = this.#options;
    const wasLost = this.#isLost;
    let isThere = await isReachable(address(), signal);
    if (!isThere && !wasLost) {
      await delay(secondLookMs ?? SECOND_LOOK_MS, undefined, { signal }).catch(() => null);
      isThere = await isReachable(address(), signal);
    }
    if (signal.aborted || isThere === !wasLost) return;
    this.#isLost = !isThere;
    this.changed.emit(null);
  }
}

/** Also false when the signal ends it. */
function isReachable({ host, rtspPort }: RtspAddress, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port: rtspPort, signal });
    const end = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(CONNECT_PATIENCE_MS, end(false));
    socket.once('connect', end(true));
    socket.on('error', end(false));
  });
}
