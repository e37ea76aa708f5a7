import type { EventType } from '@contract/models/events/event-type.ts';
import type { RecorderState } from '@contract/models/nvr.ts';
import { type Message, ownMessage } from './conditions/condition.ts';

/** What it works with. */
export interface RecorderHealthOptions {
  tell: (message: Message) => void;
  /** Unix time in ms. */
  now?: () => number;
}

/** What a recorder cannot tell itself: that it is lost. Told as a condition like those that it tells. */
export class RecorderHealth {
  readonly #options: RecorderHealthOptions;
  readonly #lost = new Set<number>();

  constructor(options: RecorderHealthOptions) {
    this.#options = options;
  }

  /** A login that is refused, or not known yet, says nothing of the recorder being there. */
  note({ id, login, isAnswering, sinceMs }: RecorderState): void {
    const isLost = login.state === 'unreachable' || (login.state === 'accepted' && !isAnswering);
    if (isLost && !this.#lost.has(id)) {
      this.#lost.add(id);
      this.#tell(id, 'recorder-lost', 'active', sinceMs);
    } else if (!isLost && login.state !== 'checking' && this.#lost.delete(id)) {
      this.#tell(id, 'recorder-lost', 'inactive', null);
    }
  }

  forgetAllBut(nvrIds: ReadonlySet<number>): void {
    for (const id of this.#lost) if (!nvrIds.has(id)) this.#lost.delete(id);
  }

  #tell(nvrId: number, type: EventType, state: Message['state'], sinceMs: number | null): void {
    const { tell, now = Date.now } = this.#options;
    tell(ownMessage({ nvrId, type, state, atMs: sinceMs ?? now() }));
  }
}
