import type { Kysely } from 'kysely';
import pMap from 'p-map';
import type { Nvr } from '@contract/models/nvr.ts';
import { listStreamPaths } from '../db/repositories/camera-repository.ts';
import { findSecretAccount, listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import { go2rtcSource, rtspUrl } from '../nvr/rtsp-url.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/** Loopback calls to one process: more at once only queue there. */
const PARALLEL_CALLS = 8;

/** What the service works with. */
export interface StreamServiceOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  log: Logger;
  redactor: Redactor;
}

/** Makes every camera known to go2rtc under its stable name before a tile asks for it. */
export class StreamService {
  readonly #options: StreamServiceOptions;
  /** Passwords in use, so that a restarted go2rtc is served even while the keychain is locked. */
  readonly #passwords = new Map<number, string>();

  constructor(options: StreamServiceOptions) {
    this.#options = options;
  }

  /** Registers all recorders, for a go2rtc that has just started. One unreadable password does not stop the others. */
  async registerAll(client: Go2rtcClient): Promise<void> {
    for (const nvr of await listNvrs(this.#options.db)) {
      try {
        await this.registerNvr(client, nvr);
      } catch (error) {
        this.#options.log.error('a recorder’s streams were not registered', { nvr: nvr.id, error });
      }
    }
  }

  /** Registers one recorder's streams; `password` is given when it is at hand already. */
  async registerNvr(client: Go2rtcClient, nvr: Nvr, password?: string): Promise<void> {
    const secret = password ?? (await this.#password(nvr.id));
    if (secret === null) {
      this.#options.log.warn('no password in the keychain for a recorder', { nvr: nvr.id });
      return;
    }
    this.#passwords.set(nvr.id, secret);
    this.#options.redactor.add(secret);
    const target = { ...nvr, password: secret };
    const streams = await listStreamPaths(this.#options.db, nvr.id);
    await pMap(
      streams,
      ({ name, path }) => client.putStream(name, go2rtcSource(rtspUrl(target, path))),
      { concurrency: PARALLEL_CALLS },
    );
  }

  /** Makes go2rtc forget streams; their RTSP sessions end with them. */
  async unregister(client: Go2rtcClient, nvrId: number, names: string[]): Promise<void> {
    this.#passwords.delete(nvrId);
    await pMap(names, (name) => client.deleteStream(name), { concurrency: PARALLEL_CALLS });
  }

  async #password(nvrId: number): Promise<string | null> {
    const known = this.#passwords.get(nvrId);
    if (known !== undefined) return known;
    const account = await findSecretAccount(this.#options.db, nvrId);
    return account === undefined ? null : await this.#options.secrets.get(account);
  }
}
