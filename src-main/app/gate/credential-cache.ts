import type { Kysely } from 'kysely';
import type { Nvr } from '@contract/models/nvr.ts';
import { findNvr, findSecretAccount, listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import { hasEntry, missingReason } from '../secrets/secret-account.ts';
import { KeychainUnavailableError, type SecretStore } from '../secrets/secret-store.ts';
import type { CredentialGate, DialPermit } from './credential-gate.ts';
import type { RtspLoginOutcome } from './rtsp-door.ts';

/** What the logins are made of. */
export interface CredentialCacheOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  gate: CredentialGate;
  log: Logger;
  redactor: Redactor;
}

/** Whether a recorder may be logged in to right now, and with what. */
export type ConfirmedLogin =
  /** `report` is to be called with whatever becomes known of the dial's login. Others may be waiting for that. */
  | { state: 'granted'; password: string; report: (outcome: RtspLoginOutcome) => void }
  /** Nobody answers, so nothing is known: nothing should be sent. */
  | Extract<DialPermit, { state: 'unreachable' | 'denied' }>;

/** The recorders' passwords on their way from the keychain through the gate. In memory only while they are in use. */
export class CredentialCache {
  /** Tells why the keychain gave no password. */
  readonly keychainShut = new Emitter<string>();
  readonly #options: CredentialCacheOptions;
  readonly #checks = new Map<number, Promise<void>>();
  /** One after the other: each look-up in a locked keychain may open the system's dialog, and one dialog is enough. */
  #reading: Promise<unknown> = Promise.resolve();
  #isKeychainShut = false;
  /** How many changes of each recorder are under way. */
  readonly #held = new Map<number, number>();
  /** Passwords in use, so that streams play on while the keychain is locked. */
  readonly #passwords = new Map<number, string>();

  constructor(options: CredentialCacheOptions) {
    this.#options = options;
  }

  isAccepted(nvrId: number): boolean {
    return this.#options.gate.stateOf(nvrId).state === 'accepted';
  }

  /** The password of an accepted login, for a question beside its streams; null: nothing may be sent. */
  acceptedPassword(nvrId: number): string | null {
    if (!this.isAccepted(nvrId) || this.#held.has(nvrId)) return null;
    return this.#passwords.get(nvrId) ?? null;
  }

  /** Checks every login that is not known to be good. One unreadable password stops or delays nobody else. Never rejects. */
  async checkAll(): Promise<void> {
    this.#isKeychainShut = false;
    await this.#checkWhere(() => true);
  }

  /** The same for some recorders. */
  checkSome(nvrIds: readonly number[]): Promise<void> {
    return this.#checkWhere(({ id }) => nvrIds.includes(id));
  }

  async #checkWhere(isMeant: (nvr: Nvr) => boolean): Promise<void> {
    try {
      const nvrs = await listNvrs(this.#options.db);
      await Promise.all(nvrs.filter(isMeant).map((nvr) => this.check(nvr)));
    } catch (error) {
      this.#options.log.error('the logins were not checked', { error });
    }
  }

  /** Checks one login, unless it is known or its recorder is disabled. Never rejects: what goes wrong is logged, and the recorder's tiles say it. */
  async check(nvr: Nvr): Promise<void> {
    if (!nvr.isEnabled || this.isAccepted(nvr.id) || this.#held.has(nvr.id)) return;
    const running = this.#checks.get(nvr.id) ?? this.#checkOnce(nvr);
    this.#checks.set(nvr.id, running);
    await running;
  }

  /** Nothing is checked or dialled until the returned function is called: these recorders are being changed. */
  hold(nvrIds: readonly number[]): () => void {
    for (const id of nvrIds) this.#held.set(id, (this.#held.get(id) ?? 0) + 1);
    return () => {
      for (const id of nvrIds) {
        const rest = (this.#held.get(id) ?? 1) - 1;
        if (rest > 0) this.#held.set(id, rest);
        else this.#held.delete(id);
      }
    };
  }

  /** Puts away what is known of a login, until `remember`, `forget` or `resume` says what counts. */
  suspend(nvrId: number): void {
    this.#passwords.delete(nvrId);
    this.#options.gate.suspend(nvrId);
  }

  /** Stored refusals count, of recorders old and new. */
  resumeAll(): Promise<void> {
    return this.#options.gate.resume(null);
  }

  /** Nothing has changed after all, or what is stored counts. */
  resume(nvrIds: readonly number[]): Promise<void> {
    return this.#options.gate.resume(nvrIds);
  }

  async #checkOnce(nvr: Nvr): Promise<void> {
    try {
      await this.#check(nvr);
    } catch (error) {
      if (error instanceof KeychainUnavailableError) this.keychainShut.emit(error.message);
      else this.#options.log.error('a recorder’s login was not checked', { nvr: nvr.id, error });
    } finally {
      this.#checks.delete(nvr.id);
    }
  }

  /** Checks an accepted login again while its streams play; a refusal closes the gate. */
  async recheck(nvr: Nvr): Promise<void> {
    const password = this.#passwords.get(nvr.id);
    if (password !== undefined) await this.#options.gate.recheck(nvr, password);
  }

  /** Looks after a login that was refused, or that a full disk kept from being noted. Never rejects. */
  async attend(nvr: Nvr): Promise<void> {
    const password = this.#passwords.get(nvr.id);
    if (password === undefined) return;
    try {
      await this.#options.gate.attend(nvr, password);
    } catch (error) {
      this.#options.log.error('a refused login was not looked after', { nvr: nvr.id, error });
    }
  }

  /** A tile opens a stream, so that its next dial is no reconnect. */
  expectDial(nvrId: number, streamName: string): void {
    this.#options.gate.expectDial(nvrId, streamName);
  }

  /** Before each dial. Calls at once share one check, so that a page of tiles cannot spend more than one failed login. */
  async confirm(nvr: Nvr, streamName: string): Promise<ConfirmedLogin> {
    const password = this.#passwords.get(nvr.id);
    if (password === undefined || !nvr.isEnabled) return { state: 'denied', cause: 'refused-here' };
    const permit = await this.#options.gate.confirm(nvr, password, streamName);
    return permit.state === 'granted' ? { ...permit, password } : permit;
  }

  /** A new password: what was learnt about another one counts no more. Spares reading it back, which a keychain that locks meanwhile would refuse. */
  async remember(nvrId: number, password: string): Promise<void> {
    // First, so that a check which is still reading the old one finds this one.
    this.#passwords.set(nvrId, password);
    await this.#options.gate.forget(nvrId);
  }

  /** Another address or user, or no recorder any more: what was in use, and what was learnt about it, counts no more. */
  async forget(nvrId: number): Promise<void> {
    this.#passwords.delete(nvrId);
    await this.#options.gate.forget(nvrId);
  }

  async #check(nvr: Nvr): Promise<void> {
    const { db, gate, log, redactor } = this.#options;
    const account = await findSecretAccount(db, nvr.id);
    // Removed meanwhile.
    if (account === undefined) return;
    const missing = missingReason(account);
    if (missing !== null && !this.#passwords.has(nvr.id)) {
      await gate.markPasswordMissing(nvr.id, missing);
      return;
    }
    const password = this.#passwords.get(nvr.id) ?? (await this.#read(account));
    if (this.#held.has(nvr.id)) return;
    if (password === null) {
      log.warn('no password in the keychain for a recorder', { nvr: nvr.id });
      await gate.markPasswordMissing(nvr.id, 'missing');
      return;
    }
    redactor.add(password);
    // The keychain may have taken its time: there may be another address or password by now, or no recorder any more.
    const present = await findNvr(db, nvr.id);
    const isSameEntry = (await findSecretAccount(db, nvr.id)) === account;
    if (present?.isEnabled !== true || !isSameEntry || this.#held.has(nvr.id)) return;
    const current = this.#passwords.get(nvr.id) ?? password;
    this.#passwords.set(nvr.id, current);
    await gate.admit(present, current);
  }

  /** Rejects where the keychain does not answer, and until `checkAll` for all that wait. */
  #read(account: string): Promise<string | null> {
    if (!hasEntry(account)) return Promise.resolve('');
    const reading = this.#reading.then(async () => {
      if (this.#isKeychainShut)
        throw new KeychainUnavailableError('The keychain gave no password.');
      try {
        return await this.#options.secrets.get(account);
      } catch (error) {
        this.#isKeychainShut = true;
        throw error;
      }
    });
    this.#reading = reading.catch(() => undefined);
    return reading;
  }
}
