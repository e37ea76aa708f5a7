import type { EventChannelState } from '../recorders/events/channel-state.ts';
import { type Message, ownMessage } from './conditions/condition.ts';

/** One that is opened anew within this time was hardly gone; some recorders hang up every 40 s. */
const HYSTERESIS_MS = 30_000;

/** What it works with. */
export interface LostChannelsOptions {
  tell: (message: Message) => void;
  /** Tests wait less. */
  hysteresisMs?: number | undefined;
}

/**
 * Whether recorders are listened to. A recorder whose event channel is dead sends no alarms, which looks like a quiet night: so that is a condition of its
 * own. Where there is nothing to listen to (a lost or disabled recorder, one without such a channel) others say so.
 */
export class LostChannels {
  readonly #options: LostChannelsOptions;
  /** By recorder, since when: performance.now(). */
  readonly #listening = new Map<number, number>();
  /** Not listened to, but not told of yet. */
  readonly #pending = new Map<number, NodeJS.Timeout>();
  /** By recorder, what was told last. */
  readonly #isToldLost = new Map<number, boolean>();

  constructor(options: LostChannelsOptions) {
    this.#options = options;
  }

  /** Since when the recorder would have told how its conditions end, without a break (performance.now()); null: it would not. */
  listeningSinceMs(nvrId: number): number | null {
    return this.#listening.get(nvrId) ?? null;
  }

  note(nvrId: number, { state }: EventChannelState): void {
    if (state !== 'listening') this.#listening.delete(nvrId);
    else if (!this.#listening.has(nvrId)) this.#listening.set(nvrId, performance.now());
    if (state === 'listening' || state === 'off' || state === 'not-supported') this.#end(nvrId);
    // Between two tries it is connecting: that is no news.
    else if (!this.#pending.has(nvrId) && this.#isToldLost.get(nvrId) !== true) this.#begin(nvrId);
  }

  /** Only these are looked after. */
  forgetAllBut(nvrIds: ReadonlySet<number>): void {
    const known = [...this.#pending.keys(), ...this.#isToldLost.keys(), ...this.#listening.keys()];
    for (const nvrId of known) if (!nvrIds.has(nvrId)) this.#forget(nvrId);
  }

  stop(): void {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    this.#listening.clear();
  }

  #begin(nvrId: number): void {
    const sinceMs = Date.now();
    const onLost = (): void => {
      this.#pending.delete(nvrId);
      this.#tell(nvrId, 'active', sinceMs);
    };
    const { hysteresisMs = HYSTERESIS_MS } = this.#options;
    this.#pending.set(nvrId, setTimeout(onLost, hysteresisMs));
  }

  /** Also the first that is listened to is told: an earlier run of the app may have left it lost. */
  #end(nvrId: number): void {
    clearTimeout(this.#pending.get(nvrId));
    this.#pending.delete(nvrId);
    if (this.#isToldLost.get(nvrId) !== false) this.#tell(nvrId, 'inactive', Date.now());
  }

  #forget(nvrId: number): void {
    clearTimeout(this.#pending.get(nvrId));
    this.#pending.delete(nvrId);
    this.#isToldLost.delete(nvrId);
    this.#listening.delete(nvrId);
  }

  #tell(nvrId: number, state: 'active' | 'inactive', atMs: number): void {
    this.#isToldLost.set(nvrId, state === 'active');
    this.#options.tell(ownMessage({ nvrId, type: 'event-channel-lost', state, atMs }));
  }
}
