import type { Kysely } from 'kysely';
import pMap from 'p-map';
import type { Nvr } from '@contract/models/nvr.ts';
import { listStreamPaths } from '../db/repositories/camera-repository.ts';
import { findSecretAccount, listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { CredentialGate } from '../gate/credential-gate.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import { go2rtcSource, rtspUrl } from '../nvr/rtsp-url.ts';
import { hasEntry } from '../secrets/secret-account.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/** Loopback calls to one process: more at once only queue there. */
const PARALLEL_CALLS = 8;

/** What the service works with. */
export interface StreamServiceOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  gate: CredentialGate;
  log: Logger;
  redactor: Redactor;
}

/** Makes every camera known to go2rtc under its stable name before a tile asks for it. */
export class StreamService {
  readonly #options: StreamServiceOptions;
  /** Passwords in use, so that a restarted go2rtc is served even while the keychain is locked. */
  readonly #passwords = new Map<number, string>();
  readonly #turns = new Map<number, Promise<void>>();

  constructor(options: StreamServiceOptions) {
    this.#options = options;
  }

  /**
   * Registers all recorders, for a go2rtc that has just started. Waits for those whose login was accepted in this run; the
   * others follow when their check is over, and one unreadable password does not stop or delay anybody else's streams.
   */
  async registerAll(client: Go2rtcClient): Promise<void> {
    const { db, gate } = this.#options;
    const known: Promise<void>[] = [];
    for (const nvr of await listNvrs(db)) {
      const isKnown = gate.stateOf(nvr.id).state === 'accepted';
      const registered = this.register(client, nvr);
      if (isKnown) known.push(registered);
    }
    await Promise.all(known);
  }

  /** Registers one recorder's streams once its login is accepted. Never rejects: what goes wrong is logged, and its tiles say it. */
  async register(client: Go2rtcClient, nvr: Nvr): Promise<void> {
    try {
      await this.#register(client, nvr);
    } catch (error) {
      this.#options.log.error('a recorder’s streams were not registered', { nvr: nvr.id, error });
    }
  }

  /** Checks a login again while its streams play; a refusal closes the gate. */
  async recheckLogin(nvr: Nvr): Promise<void> {
    const password = await this.#password(nvr.id);
    if (password !== null) await this.#options.gate.recheck(nvr, password);
  }

  /** Spares reading back what has just been stored, which a keychain that locks meanwhile would refuse. */
  rememberPassword(nvrId: number, password: string): void {
    this.#passwords.set(nvrId, password);
  }

  /** A new password is in the keychain: what was in use, and what was learnt about it, counts no more. */
  async forgetPassword(nvrId: number): Promise<void> {
    this.#passwords.delete(nvrId);
    await this.#options.gate.forget(nvrId);
  }

  async #register(client: Go2rtcClient, nvr: Nvr): Promise<void> {
    const { gate, log, redactor } = this.#options;
    if (!nvr.isEnabled) return;
    // Outside the turn: a keychain may take until somebody unlocks it, and a recorder until its check times out.
    const secret = await this.#password(nvr.id);
    if (secret === null) {
      log.warn('no password in the keychain for a recorder', { nvr: nvr.id });
      await gate.markPasswordMissing(nvr.id);
      return;
    }
    redactor.add(secret);
    if (gate.stateOf(nvr.id).state !== 'accepted' && !(await gate.admit(nvr, secret))) return;
    await this.#inTurn(nvr.id, async () => {
      const streams = await listStreamPaths(this.#options.db, nvr.id);
      // Removed while its password was being read.
      if (streams.length === 0) return;
      this.#passwords.set(nvr.id, secret);
      const target = { ...nvr, password: secret };
      await forEachStream(streams, ({ name, path }) =>
        client.putStream(name, go2rtcSource(rtspUrl(target, path))),
      );
    });
  }

  /** Makes go2rtc forget streams: nobody can open them any more. A session that is being watched ends when its last tile closes. */
  async unregister(client: Go2rtcClient, nvrId: number, names: string[]): Promise<void> {
    await this.#inTurn(nvrId, async () => {
      this.#passwords.delete(nvrId);
      await forEachStream(names, (name) => client.deleteStream(name));
    });
  }

  /** One change of a recorder's streams after the other, or a removal could be overtaken by the registration it undoes. */
  #inTurn(nvrId: number, change: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(nvrId) ?? Promise.resolve()).then(change);
    const over = turn
      .catch(() => undefined)
      .then(() => {
        if (this.#turns.get(nvrId) === over) this.#turns.delete(nvrId);
      });
    this.#turns.set(nvrId, over);
    return turn;
  }

  async #password(nvrId: number): Promise<string | null> {
    const known = this.#passwords.get(nvrId);
    if (known !== undefined) return known;
    const account = await findSecretAccount(this.#options.db, nvrId);
    if (account === undefined) return null;
    return hasEntry(account) ? await this.#options.secrets.get(account) : '';
  }
}

/** Tries every stream, then throws if one or more failed: one refused stream leaves no other one out. */
async function forEachStream<T>(streams: T[], call: (stream: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  await pMap(
    streams,
    (stream) => call(stream).catch((error: unknown) => void failures.push(error)),
    { concurrency: PARALLEL_CALLS },
  );
  if (failures.length > 0) {
    const message = `${failures.length} of ${streams.length} streams failed`;
    throw new Error(message, { cause: failures[0] });
  }
}
