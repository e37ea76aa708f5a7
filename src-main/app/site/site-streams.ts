import type { Nvr } from '@contract/models/nvr.ts';
import type { CredentialCache } from '../gate/credential-cache.ts';
import type { Logger } from '../logging/logger.ts';
import { changeRecorders } from '../nvr/change-recorders.ts';
import type { StreamService } from '../streams/stream-service.ts';

/** What the streams of a site are made of. */
export interface SiteStreamsOptions {
  streams: StreamService;
  logins: CredentialCache;
  log: Logger;
}

/** Leads changes of the whole site to what streams: the one place of the transfer and the backups that knows how that is done. */
export class SiteStreams {
  readonly #options: SiteStreamsOptions;

  constructor(options: SiteStreamsOptions) {
    this.#options = options;
  }

  /** New recorders: their logins are checked. The checks are not awaited: a recorder that is off takes seconds to be known as such. */
  async begin(nvrs: readonly { nvr: Nvr; password: string | null }[]): Promise<void> {
    const { logins } = this.#options;
    for (const { nvr, password } of nvrs) {
      if (password !== null) await logins.remember(nvr.id, password);
      void logins.check(nvr);
    }
  }

  /**
   * Other recorders in the place of these: nothing that was known of the former ones counts, and every running session ends, since
   * a name may stand for another camera now. Then all logins are checked anew, but for those that are stored as refused.
   */
  async replaceAll(formerIds: readonly number[], commit: () => Promise<void>): Promise<void> {
    const { logins } = this.#options;
    try {
      await changeRecorders(this.#options, formerIds, async () => {
        await commit();
        await logins.resumeAll();
      });
    } finally {
      void logins.checkAll();
    }
  }
}
