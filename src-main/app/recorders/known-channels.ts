import type { Kysely } from 'kysely';
import { listCameras } from '../db/repositories/camera-repository.ts';
import type { Schema } from '../db/schema.ts';

/** Which channels each recorder has, as the app numbers them: events come for some of them, and others are not on the wall. */
export class KnownChannels {
  readonly #db: Kysely<Schema>;
  #byRecorder = new Map<number, number[]>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  of(recorderId: number): readonly number[] {
    return this.#byRecorder.get(recorderId) ?? [];
  }

  async read(): Promise<void> {
    const known = new Map<number, number[]>();
    for (const { nvrId, channel } of await listCameras(this.#db)) {
      const channels = known.get(nvrId) ?? [];
      channels.push(channel);
      known.set(nvrId, channels);
    }
    this.#byRecorder = known;
  }
}
