import type { WebContents } from 'electron';
import type { EventChannel, Events } from '@contract/ipc-contract.ts';

/** Tells every page what happened, as long as it is there. */
export class EventBus {
  readonly #pages = new Set<WebContents>();

  attach(page: WebContents): void {
    this.#pages.add(page);
  }

  /** Tells one page only. */
  tell<E extends EventChannel>(page: WebContents, event: E, payload: Events[E]): void {
    if (!page.isDestroyed()) page.send(event, payload);
  }

  /** Tells all of them. */
  publish<E extends EventChannel>(event: E, payload: Events[E]): void {
    for (const page of this.#pages) {
      if (page.isDestroyed()) this.#pages.delete(page);
      else page.send(event, payload);
    }
  }
}
