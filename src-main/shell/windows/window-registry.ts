import { app, type BrowserWindow } from 'electron';
import type { Service } from '../../app/lifecycle/service.ts';
import type { WallId } from './wall-ids.ts';

/** What a window asks before it closes and tells when it does. */
export interface WallClosing {
  /** How many recordings would end with this window. */
  countRecordings: () => number;
  /** The window goes now, and nothing holds it any more. */
  onClosing: () => void;
}

/** What the registry works with. */
export interface WindowRegistryOptions {
  /** The walls of this station. */
  ids: readonly WallId[];
  /** Opens one. */
  open: (id: WallId, closing: WallClosing) => BrowserWindow;
  /** How many recordings run now. They belong to no window, and end with the app. */
  countRecordings: () => number;
}

/**
 * The wall windows that are open. Each is a view of its own on what main shares among them; the app ends with the last one. Started when
 * what the pages ask for is there.
 */
export class WindowRegistry implements Service {
  readonly #options: WindowRegistryOptions;
  readonly #open = new Map<WallId, BrowserWindow>();

  constructor(options: WindowRegistryOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.stop();
    app.on('second-instance', this.#showAll);
    for (const id of this.#options.ids) this.#openWall(id);
  }

  async stop(): Promise<void> {
    app.off('second-instance', this.#showAll);
    for (const window of this.#open.values()) window.destroy();
    this.#open.clear();
  }

  /** Somebody who starts the app again wants to see it, with the walls that were closed meanwhile; not while it ends. */
  readonly #showAll = (): void => {
    if (this.#open.size === 0) return;
    for (const id of [...this.#options.ids].reverse()) {
      const window = this.#open.get(id);
      if (window === undefined) {
        this.#openWall(id);
        continue;
      }
      if (window.isMinimized()) window.restore();
      window.focus();
    }
  };

  #openWall(id: WallId): void {
    const window = this.#options.open(id, {
      countRecordings: () => (this.#open.size > 1 ? 0 : this.#options.countRecordings()),
      // At once: of two windows that close in the same moment, the second is the last.
      onClosing: () => this.#open.delete(id),
    });
    this.#open.set(id, window);
  }
}
