import type { WebContents } from 'electron';
import type { EventChannel, Events } from '@contract/ipc-contract.ts';

/** Tells the page what happened, if there is a page. */
export class EventBus {
  #target: WebContents | null = null;

  attach(target: WebContents): void {
    this.#target = target;
  }

  publish<E extends EventChannel>(event: E, payload: Events[E]): void {
    if (this.#target?.isDestroyed() === false) this.#target.send(event, payload);
  }
}
