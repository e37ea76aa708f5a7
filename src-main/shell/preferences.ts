import { z } from 'zod';
import { DEFAULT_VIEW, viewSchema, type View } from '@contract/models/view.ts';
import type { Service } from '../app/lifecycle/service.ts';
import type { Logger } from '../app/logging/logger.ts';
import { PreferencesStore } from './preferences-store.ts';

/** Beyond what any screen has, Electron throws, and the app would not start. */
const length = z.number().int().min(1).max(32_767);
const place = z.number().int().min(-32_768).max(32_767);
const windowSchema = z.object({
  bounds: z.object({ x: place, y: place, width: length, height: length }).nullable(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
});

/** How the window was left. */
export type WindowState = z.output<typeof windowSchema>;

interface StoredPreferences extends Record<string, unknown> {
  view: View;
  window: WindowState;
}

const DEFAULT_WINDOW: WindowState = { bounds: null, isMaximized: false, isFullScreen: false };
/**
 * The store writes with fsync, in the process that is asked before each dial: a page that is turned must not wait for a disk. So a view
 * is written when it has stayed for a while; a crash loses no more than that.
 */
const WRITE_AFTER_MS = 3_000;

/** This station's window and wall, kept over restarts. Nothing here is worth a failure: what cannot be read counts as never set. */
export class Preferences implements Service {
  readonly #store: PreferencesStore<StoredPreferences>;
  #view: View;
  #window: WindowState;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, log: Logger) {
    this.#store = new PreferencesStore(folder, log);
    const { view, window } = this.#store.read();
    this.#view = viewSchema.catch(DEFAULT_VIEW).parse(view);
    this.#window = windowSchema.catch(DEFAULT_WINDOW).parse(window);
  }

  get view(): View {
    return this.#view;
  }

  set view(view: View) {
    this.#view = view;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), WRITE_AFTER_MS);
  }

  get window(): WindowState {
    return this.#window;
  }

  set window(state: WindowState) {
    this.#window = state;
    this.#write();
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    if (this.#timer !== undefined) this.#write();
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.#store.write({ view: this.#view, window: this.#window });
    } catch {
      // A full disk: the wall and its window only come back as they were left before.
    }
  }
}
