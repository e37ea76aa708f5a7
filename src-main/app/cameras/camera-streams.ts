import type { Kysely } from 'kysely';
import { findNvr } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import type { Logger } from '../logging/logger.ts';
import { streamName } from '../streams/stream-name.ts';
import type { StreamService } from '../streams/stream-service.ts';

/** What is worked with. */
export interface CameraStreamsOptions {
  db: Kysely<Schema>;
  streams: StreamService;
  currentClient: () => Go2rtcClient | null;
  log: Logger;
}

/** What go2rtc must learn about changed cameras: the one place where their changes touch streams. */
export class CameraStreams {
  readonly #options: CameraStreamsOptions;

  constructor(options: CameraStreamsOptions) {
    this.#options = options;
  }

  /**
   * Forgets the streams of cameras as they were, and makes those known that their recorders have now. Does not wait: the
   * list and the wall are right meanwhile. What fails is logged, and its tile says it.
   */
  follow(nvrIds: readonly number[], before: readonly CameraRow[] = []): void {
    const client = this.#options.currentClient();
    if (client === null) return;
    for (const nvrId of new Set(nvrIds)) {
      const names = before
        .filter((row) => row.nvr_id === nvrId)
        .flatMap(({ channel }) => [
          streamName(nvrId, channel, 'main'),
          streamName(nvrId, channel, 'sub'),
        ]);
      this.#followOne(client, nvrId, names).catch((error: unknown) => {
        this.#options.log.warn('streams did not follow a change', { nvr: nvrId, error });
      });
    }
  }

  async #followOne(client: Go2rtcClient, nvrId: number, names: string[]): Promise<void> {
    const { db, streams } = this.#options;
    if (names.length > 0) await streams.unregister(client, nvrId, names);
    const nvr = await findNvr(db, nvrId);
    if (nvr?.isEnabled === true) await streams.register(client, nvr);
  }
}
