import { powerSaveBlocker } from 'electron';
import type { Service } from '../app/lifecycle/service.ts';

/** Keeps the display on while the app runs: a wall that went dark is not being watched. */
export class DisplayAwake implements Service {
  #blocker: number | null = null;

  start(): Promise<void> {
    this.#blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    return Promise.resolve();
  }

  stop(): Promise<void> {
    if (this.#blocker !== null) powerSaveBlocker.stop(this.#blocker);
    this.#blocker = null;
    return Promise.resolve();
  }
}
