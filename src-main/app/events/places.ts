import type { Kysely } from 'kysely';
import { listCameras } from '../db/repositories/camera-repository.ts';
import { listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Place } from './rows/event-rows.ts';

/** Which camera is on which channel, and what it and its recorder are called now. */
export class Places {
  readonly #db: Kysely<Schema>;
  #nvrs = new Map<number, string>();
  #enabled = new Set<number>();
  #cameras = new Map<string, { id: number; name: string }>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Reads them anew. */
  async refresh(): Promise<void> {
    const [nvrs, cameras] = await Promise.all([listNvrs(this.#db), listCameras(this.#db)]);
    this.#nvrs = new Map(nvrs.map(({ id, name }) => [id, name]));
    this.#enabled = new Set(nvrs.filter(({ isEnabled }) => isEnabled).map(({ id }) => id));
    this.#cameras = new Map(
      cameras.map(({ nvrId, channel, id, name }) => [keyOf(nvrId, channel), { id, name }]),
    );
  }

  /** Recorders that something is told of. */
  get enabled(): ReadonlySet<number> {
    return this.#enabled;
  }

  of(nvrId: number, channel: number | null): Place {
    const camera = channel === null ? undefined : this.#cameras.get(keyOf(nvrId, channel));
    return {
      nvrName: this.#nvrs.get(nvrId) ?? '',
      cameraId: camera?.id ?? null,
      cameraName: camera?.name ?? null,
    };
  }
}

function keyOf(nvrId: number, channel: number): string {
  return `${nvrId}/${channel}`;
}
