import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { Camera } from '@contract/models/camera.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { RowChange, SiteChange } from '@contract/models/site-change.ts';
import { listCameras } from '../db/repositories/camera-repository.ts';
import { listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { withState } from './nvr-with-state.ts';

/** What is watched, and where. */
export interface SiteRowsOptions {
  db: Kysely<Schema>;
  recorders: Pick<RecorderRegistry, 'get' | 'rowsChanged'>;
  log: Logger;
}

interface Rows {
  nvrs: Nvr[];
  cameras: Camera[];
}

/**
 * Tells which NVRs and cameras were added, changed or removed, whoever stored it: what is stored is compared with what was stored when it was
 * told last. So every page hears of each row that changed, and none has to list thousands again.
 */
export class SiteRows implements Service {
  readonly changed = new Emitter<SiteChange>();
  readonly #options: SiteRowsOptions;
  #told: Rows = { nvrs: [], cameras: [] };
  #unsubscribe: (() => void) | null = null;
  /** One after the other, so that each is compared with the one before. */
  #telling: Promise<void> = Promise.resolve();
  #isAsked = false;

  constructor(options: SiteRowsOptions) {
    this.#options = options;
  }

  /** After the database; pages list what there is then. */
  async start(): Promise<void> {
    this.#told = await this.#read();
    this.#unsubscribe ??= this.#options.recorders.rowsChanged.on(() => this.#tellSoon());
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    await this.#telling;
  }

  /** Resolves when all that was stored before has been told. */
  settled(): Promise<void> {
    return this.#telling;
  }

  /** Changes that come while rows are about to be read share that. */
  #tellSoon(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#telling = this.#telling.then(() => this.#tell());
  }

  async #tell(): Promise<void> {
    this.#isAsked = false;
    try {
      const [before, now] = [this.#told, await this.#read()];
      this.#told = now;
      const nvrs = rowChange(before.nvrs, now.nvrs);
      const cameras = rowChange(before.cameras, now.cameras);
      if (isNothing(nvrs) && isNothing(cameras)) return;
      const upserted = nvrs.upserted.map((nvr) => withState(nvr, this.#options.recorders));
      this.changed.emit({ nvrs: { ...nvrs, upserted }, cameras });
    } catch (error) {
      // The next change is told with this one.
      this.#options.log.error('a change of NVRs or cameras was not told', { error });
    }
  }

  async #read(): Promise<Rows> {
    const { db } = this.#options;
    const [nvrs, cameras] = await Promise.all([listNvrs(db), listCameras(db)]);
    return { nvrs, cameras };
  }
}

function rowChange<T extends { id: number }>(
  before: readonly T[],
  now: readonly T[],
): RowChange<T> {
  const known = new Map(before.map((row) => [row.id, row]));
  const upserted = now.filter((row) => !isDeepStrictEqual(known.get(row.id), row));
  const kept = new Set(now.map(({ id }) => id));
  return { upserted, removed: before.map(({ id }) => id).filter((id) => !kept.has(id)) };
}

function isNothing({ upserted, removed }: RowChange<{ id: number }>): boolean {
  return upserted.length === 0 && removed.length === 0;
}
