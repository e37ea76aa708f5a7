import type { EventType } from '@contract/models/events/event-type.ts';
import type { RecorderState } from '@contract/models/nvr.ts';
import { type Message, ownMessage } from './conditions/condition.ts';

/** What it works with. */
export interface LostRecordersOptions {
  tell: (message: Message) => void;
  /** Unix time in ms. */
  now?: () => number;
}

/** What a recorder cannot tell itself: that it is lost. Told as a condition like those that it tells. */
export class LostRecorders {
  readonly #options: LostRecordersOptions;
  /** By recorder, once it is known. */
  readonly #isLost = new Map<number, boolean>();

  constructor(options: LostRecordersOptions) {
    this.#options = options;
  }

  /**
   * A login that is refused says that the recorder is there; one that is being checked says nothing. Also the first that is there is told: an earlier
   * run of the app may have left it lost.
   */
  note({ id, login, isAnswering, sinceMs }: RecorderState): void {
    if (login.state === 'checking') return;
    const isLost = login.state === 'unreachable' || (login.state === 'accepted' && !isAnswering);
    if (this.#isLost.get(id) === isLost) return;
    this.#isLost.set(id, isLost);
    if (isLost) this.#tell(id, 'recorder-lost', 'active', sinceMs);
    else this.#tell(id, 'recorder-lost', 'inactive', null);
  }

  forgetAllBut(nvrIds: ReadonlySet<number>): void {
    for (const id of this.#isLost.keys()) if (!nvrIds.has(id)) this.#isLost.delete(id);
  }

  #tell(nvrId: number, type: EventType, state: Message['state'], sinceMs: number | null): void {
    const { tell, now = Date.now } = this.#options;
    tell(ownMessage({ nvrId, type, state, atMs: sinceMs ?? now() }));
  }
}
