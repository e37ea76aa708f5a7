import ElectronStore from 'electron-store';
import { z } from 'zod';
import { DEFAULT_VIEW, viewSchema, type View } from '@contract/models/view.ts';
import type { Service } from '../app/lifecycle/service.ts';

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

interface StoredPreferences {
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
  readonly #store: ElectronStore<StoredPreferences>;
  #view: View;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    this.#store = new ElectronStore<StoredPreferences>({
      name: 'preferences',
      cwd: folder,
      clearInvalidConfig: true,
      defaults: { view: DEFAULT_VIEW, window: DEFAULT_WINDOW },
    });
    this.#view = viewSchema.catch(DEFAULT_VIEW).parse(this.#store.get('view'));
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
    return windowSchema.catch(DEFAULT_WINDOW).parse(this.#store.get('window'));
  }

  set window(state: WindowState) {
    this.#keep({ window: state });
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
    this.#keep({ view: this.#view });
  }

  #keep(changed: Partial<StoredPreferences>): void {
    try {
      this.#store.set(changed);
    } catch {
      // A full disk: the wall and its window only come back as they were left before.
    }
  }
}
