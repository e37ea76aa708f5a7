import type { Rectangle } from 'electron';
import ElectronStore from 'electron-store';
import { DEFAULT_VIEW, viewSchema, type View } from '@contract/models/view.ts';
import type { Service } from '../app/lifecycle/service.ts';

/** How the window was left. */
export interface WindowState {
  bounds: Rectangle | null;
  isMaximized: boolean;
  isFullScreen: boolean;
}

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
    return { ...DEFAULT_WINDOW, ...this.#store.get('window') };
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
