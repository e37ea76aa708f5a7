import { z } from 'zod';
import { DEFAULT_VIEW, viewSchema, type View } from '@contract/models/view.ts';

/** Beyond what any screen has, Electron throws, and the app would not start. */
const length = z.number().int().min(1).max(32_767);
const place = z.number().int().min(-32_768).max(32_767);
const windowSchema = z.object({
  bounds: z.object({ x: place, y: place, width: length, height: length }).nullable(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
});

/** How a window was left. */
export type WindowState = z.output<typeof windowSchema>;

const DEFAULT_WINDOW: WindowState = { bounds: null, isMaximized: false, isFullScreen: false };

const wallSchema = z
  .object({
    view: viewSchema.catch(DEFAULT_VIEW),
    window: windowSchema.catch(DEFAULT_WINDOW),
  })
  .catch({ view: DEFAULT_VIEW, window: DEFAULT_WINDOW });

/** How soon what was set should be stored. */
export type WriteWish = 'soon' | 'now';

/** One wall's window and what it shows. What cannot be read counts as never set. */
export class WallPreferences {
  readonly #onSet: (wish: WriteWish) => void;
  #view: View;
  #window: WindowState;

  constructor(stored: unknown, onSet: (wish: WriteWish) => void) {
    const { view, window } = wallSchema.parse(stored);
    this.#view = view;
    this.#window = window;
    this.#onSet = onSet;
  }

  get view(): View {
    return this.#view;
  }

  set view(view: View) {
    this.#view = view;
    this.#onSet('soon');
  }

  get window(): WindowState {
    return this.#window;
  }

  set window(state: WindowState) {
    this.#window = state;
    this.#onSet('now');
  }
}
