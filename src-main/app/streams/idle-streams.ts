import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import type { Service } from '../lifecycle/service.ts';
import { parseStreamName } from '../domain/stream-name.ts';

const SWEEP_MS = 60_000;
/** Between being registered and its first viewer a stream looks idle too; go2rtc gives up a dial much sooner. */
const IDLE_AFTER_MS = 60_000;

/** What is swept, and how often; the times in milliseconds are for tests. */
export interface IdleStreamsOptions {
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  /** A stream is about to be deleted: whoever opens it again makes it anew. */
  onForgotten: (name: string) => void;
  sweepMs?: number;
  idleAfterMs?: number;
}

/**
 * Makes go2rtc forget streams that nobody watches any more. It holds on to the last viewer of each stream it knows, buffers
 * included: 1.5 MB for every camera that was ever looked at (seen with 1.9.14-cui.46), which on a site of hundreds would pile up.
 */
export class IdleStreams implements Service {
  readonly #options: IdleStreamsOptions;
  /** performance.now() */
  readonly #usedAtMs = new Map<string, number>();
  readonly #deletions = new Map<string, Promise<void>>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #sweep: Promise<void> | null = null;

  constructor(options: IdleStreamsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#timer ??= setInterval(() => {
      // One that fails is made up for by the next: go2rtc is ending, and its streams with it.
      this.#sweep ??= this.#forgetAll()
        .catch(() => undefined)
        .finally(() => (this.#sweep = null));
    }, this.#options.sweepMs ?? SWEEP_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#sweep;
  }

  /** Before a stream is registered. From then on it is spared for a while, and a deletion under way is over. */
  async use(name: string): Promise<void> {
    this.#usedAtMs.set(name, performance.now());
    await this.#deletions.get(name)?.catch(() => undefined);
  }

  async #forgetAll(): Promise<void> {
    const client = this.#options.currentClient();
    if (client === null) return;
    for (const name of await client.idleStreamNames()) {
      if (parseStreamName(name) === null || this.#isInUse(name)) continue;
      this.#options.onForgotten(name);
      const deletion = client.deleteStream(name);
      this.#deletions.set(name, deletion);
      await deletion.finally(() => this.#deletions.delete(name));
    }
  }

  #isInUse(name: string): boolean {
    const usedAtMs = this.#usedAtMs.get(name) ?? -Infinity;
    return performance.now() - usedAtMs < (this.#options.idleAfterMs ?? IDLE_AFTER_MS);
  }
}
