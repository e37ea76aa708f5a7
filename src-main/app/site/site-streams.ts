import type { Nvr } from '@contract/models/nvr.ts';
import type { BlockedLogin } from '../db/repositories/login-repository.ts';
import type { CredentialGate } from '../gate/credential-gate.ts';
import type { Go2rtcSupervisor } from '../go2rtc/go2rtc-supervisor.ts';
import type { StreamService } from '../streams/stream-service.ts';

/** What the streams of a site are made of. */
export interface SiteStreamsOptions {
  streams: StreamService;
  gate: CredentialGate;
  go2rtc: Go2rtcSupervisor;
}

/** Leads changes of the whole site to what streams: the one place of the transfer and the backups that knows how that is done. */
export class SiteStreams {
  readonly #options: SiteStreamsOptions;

  constructor(options: SiteStreamsOptions) {
    this.#options = options;
  }

  /** New recorders: their logins are checked and their streams begin. Not awaited: one that is off takes seconds to be known as such. */
  begin(nvrs: readonly { nvr: Nvr; password: string | null }[]): void {
    const { streams, go2rtc } = this.#options;
    for (const { nvr, password } of nvrs) {
      if (password !== null) streams.rememberPassword(nvr.id, password);
      if (go2rtc.client && nvr.isEnabled) void streams.register(go2rtc.client, nvr);
    }
  }

  /**
   * Other recorders in the place of these: nothing that was known of the former ones counts, and every running session ends, since
   * a name may stand for another camera now. Then all streams begin anew, but for the logins that are known to be refused.
   */
  async renewAll(
    formerIds: readonly number[],
    blocked: ReadonlyMap<number, BlockedLogin>,
  ): Promise<void> {
    const { streams, gate, go2rtc } = this.#options;
    for (const id of formerIds) await streams.forgetPassword(id);
    for (const [id, login] of blocked) await gate.markBlocked(id, login);
    await go2rtc.restart();
  }
}
