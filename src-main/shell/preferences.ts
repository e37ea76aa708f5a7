import type { Service } from '../app/lifecycle/service.ts';
import type { Logger } from '../app/logging/logger.ts';
import { PreferencesStore } from './preferences-store.ts';
import { WallPreferences, type WriteWish } from './wall-preferences.ts';
import { WALL_IDS, type WallId } from './windows/wall-ids.ts';

/**
 * The store writes with fsync, in the process that is asked before each dial: a page that is turned must not wait for a disk. So a view
 * is written when it has stayed for a while; a crash loses no more than that.
 */
const WRITE_AFTER_MS = 3_000;

/**
 * This station's walls, kept over restarts; one that is not opened this time is kept as well. Nothing here is worth a failure: what cannot
 * be read counts as never set.
 */
export class Preferences implements Service {
  readonly #store: PreferencesStore<Record<string, unknown>>;
  readonly #walls = new Map<WallId, WallPreferences>();
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, log: Logger) {
    this.#store = new PreferencesStore(folder, log);
    const stored = storedWalls(this.#store.read());
    for (const id of WALL_IDS) if (id in stored) this.#add(id, stored[id]);
  }

  /** What is kept of this wall. */
  wall(id: WallId): WallPreferences {
    return this.#walls.get(id) ?? this.#add(id, {});
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    if (this.#timer !== undefined) this.#write();
  }

  #add(id: WallId, stored: unknown): WallPreferences {
    const wall = new WallPreferences(stored, (wish) => this.#wish(wish));
    this.#walls.set(id, wall);
    return wall;
  }

  #wish(wish: WriteWish): void {
    if (wish === 'now') {
      this.#write();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), WRITE_AFTER_MS);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      const walls = [...this.#walls].map(([id, { view, window }]) => [id, { view, window }]);
      this.#store.write({ walls: Object.fromEntries(walls) as Record<string, unknown> });
    } catch {
      // A full disk: the walls only come back as they were left before.
    }
  }
}

/** Before there could be several walls, the file held the only one. */
function storedWalls({ walls, ...only }: Record<string, unknown>): Record<string, unknown> {
  if (walls === undefined) return { 'wall-1': only };
  return typeof walls === 'object' && walls !== null ? { ...walls } : {};
}
