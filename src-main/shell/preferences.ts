import type { Rectangle } from 'electron';
import ElectronStore from 'electron-store';
import { DEFAULT_VIEW, viewSchema, type View } from '@contract/models/view.ts';

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

/** This station's window and wall, kept over restarts. Nothing here is worth a failure: what cannot be read counts as never set. */
export class Preferences {
  readonly #store: ElectronStore<StoredPreferences>;

  constructor(folder: string) {
    this.#store = new ElectronStore<StoredPreferences>({
      name: 'preferences',
      cwd: folder,
      clearInvalidConfig: true,
      defaults: { view: DEFAULT_VIEW, window: DEFAULT_WINDOW },
    });
  }

  get view(): View {
    return viewSchema.catch(DEFAULT_VIEW).parse(this.#store.get('view'));
  }

  set view(view: View) {
    this.#store.set('view', view);
  }

  get window(): WindowState {
    return { ...DEFAULT_WINDOW, ...this.#store.get('window') };
  }

  set window(state: WindowState) {
    this.#store.set('window', state);
  }
}
