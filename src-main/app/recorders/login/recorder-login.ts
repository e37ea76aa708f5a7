import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { KeptRefusal } from '../../db/repositories/login-repository.ts';
import { findSecretAccount } from '../../db/repositories/nvr-repository.ts';
import type { Schema } from '../../db/schema.ts';
import type { Emitter } from '../../lifecycle/emitter.ts';
import type { Logger } from '../../logging/logger.ts';
import type { Redactor } from '../../logging/redact.ts';
import { missingReason } from '../../secrets/secret-account.ts';
import { KeychainUnavailableError } from '../../secrets/secret-store.ts';
import { CredentialGate, type DialPermit } from './gate/credential-gate.ts';
import type { KeychainReader } from './keychain-reader.ts';
import type { LoginQuestions } from './device/login-questions.ts';
import type { LoginRefused } from './device/login-verdict.ts';
import type { RtspLoginOutcome } from './gate/rtsp-door.ts';

/** What a login works with. */
export interface RecorderLoginOptions {
  db: Kysely<Schema>;
  /** The recorder's number. */
  id: number;
  ask: LoginQuestions;
  keychain: KeychainReader;
  /** As it is stored; null: the login was not refused. */
  refusal: KeptRefusal | null;
  /** False: nothing is sent to the recorder. */
  isEnabled: () => boolean;
  log: Logger;
  redactor: Redactor;
}

/** Whether the recorder may be logged in to right now, and with what. */
export type ConfirmedLogin =
  /** `report` is to be called with whatever becomes known of the dial's login. Others may be waiting for that. */
  | { state: 'granted'; password: string; report: (outcome: RtspLoginOutcome) => void }
  /** Nobody answers, so nothing is known: nothing should be sent. */
  | Extract<DialPermit, { state: 'unreachable' | 'denied' }>;

/** A recorder's login: its password on the way from the keychain through the gate, and how it stands. */
export class RecorderLogin {
  readonly #options: RecorderLoginOptions;
  readonly #gate: CredentialGate;
  /** In use, so that streams play on while the keychain is locked. In memory only. */
  #password: string | null = null;
  #checking: Promise<void> | null = null;
  /** How many changes of the recorder are under way. */
  #holds = 0;

  constructor(options: RecorderLoginOptions) {
    this.#options = options;
    this.#gate = new CredentialGate(options);
  }

  start(): void {
    this.#gate.start();
  }

  stop(): Promise<void> {
    return this.#gate.stop();
  }

  get changed(): Emitter<NvrLogin> {
    return this.#gate.changed;
  }

  get state(): NvrLogin {
    return this.#gate.state;
  }

  get isAccepted(): boolean {
    return this.#gate.isAccepted;
  }

  /** True while nothing may be sent. */
  get isBlocked(): boolean {
    return this.#gate.isBlocked;
  }

  /** True while no stream may go on. */
  get isShut(): boolean {
    return this.#gate.isShut;
  }

  /** The password of an accepted login, for a question beside its streams; null: nothing may be sent. */
  get acceptedPassword(): string | null {
    return this.isAccepted && this.#holds === 0 ? this.#password : null;
  }

  /** What is known of a refusal, to keep it with a removed recorder; null: the login is not refused. */
  get refusal(): KeptRefusal | null {
    return this.#gate.refusal;
  }

  /** Checks the login, unless it is known or the recorder is disabled. Never rejects: what goes wrong is logged, and the recorder's tiles say it. */
  async check(): Promise<void> {
    if (!this.#mayCheck() || this.isAccepted) return;
    await (this.#checking ?? this.#beginCheck());
  }

  /** Checks an accepted login again while its streams play; a refusal closes the gate. */
  async recheck(): Promise<void> {
    if (this.#password !== null) await this.#gate.recheck(this.#password);
  }

  /** Looks after a login that was refused, or that a full disk kept from being noted. Never rejects. */
  async attend(): Promise<void> {
    const { id, log } = this.#options;
    if (this.#password === null) return;
    try {
      await this.#gate.attend(this.#password);
    } catch (error) {
      log.error('a refused login was not looked after', { nvr: id, error });
    }
  }

  /** A tile opens a stream, so that its next dial is no reconnect. */
  expectDial(stream: string): void {
    this.#gate.expectDial(stream);
  }

  /** Before each dial. Calls at once share one check, so that a page of tiles cannot spend more than one failed login. */
  async confirm(stream: string): Promise<ConfirmedLogin> {
    const password = this.#password;
    if (password === null || !this.#options.isEnabled()) {
      return { state: 'denied', cause: 'refused-here' };
    }
    const permit = await this.#gate.confirm(password, stream);
    return permit.state === 'granted' ? { ...permit, password } : permit;
  }

  /** Resolves when no check is under way: whoever logs in for another reason must not do so beside one. */
  settled(): Promise<void> {
    return this.#gate.settled();
  }

  /** A login that was made for another reason, with what is stored, was refused: that counts like one of our own. */
  learnRefusal(refusal: LoginRefused): Promise<void> {
    return this.#gate.learn(refusal);
  }

  /** Nothing is checked or dialled until the returned function is called: the recorder is being changed. */
  hold(): () => void {
    this.#holds += 1;
    return () => void (this.#holds -= 1);
  }

  /** Puts away what is known, until `remember`, `forget` or `restore` says what counts. */
  suspend(): void {
    this.#password = null;
    // One that still reads the keychain is of before the change: whoever checks after it must not join that.
    this.#checking = null;
    this.#gate.suspend();
  }

  /** A stored refusal counts. */
  restore(kept: KeptRefusal): Promise<void> {
    return this.#gate.restore(kept);
  }

  /** A new password: what was learnt about another one counts no more. Spares reading it back, which a keychain that locks meanwhile would refuse. */
  async remember(password: string): Promise<void> {
    // First, so that a check which is still reading the old one finds this one.
    this.#password = password;
    await this.#gate.forget();
  }

  /** Another address or user: what was in use, and what was learnt about it, counts no more. */
  async forget(): Promise<void> {
    this.#password = null;
    await this.#gate.forget();
  }

  #mayCheck(): boolean {
    return this.#options.isEnabled() && this.#holds === 0;
  }

  #beginCheck(): Promise<void> {
    const checking = this.#checkOnce().finally(() => {
      if (this.#checking === checking) this.#checking = null;
    });
    this.#checking = checking;
    return checking;
  }

  async #checkOnce(): Promise<void> {
    const { id, keychain, log } = this.#options;
    try {
      await this.#check();
    } catch (error) {
      if (error instanceof KeychainUnavailableError) keychain.shut.emit(error.message);
      else log.error('a recorder’s login was not checked', { nvr: id, error });
    }
  }

  async #check(): Promise<void> {
    const { db, id, keychain, log, redactor } = this.#options;
    const account = await findSecretAccount(db, id);
    // Removed meanwhile.
    if (account === undefined) return;
    const missing = missingReason(account);
    if (missing !== null && this.#password === null) {
      await this.#gate.learn({ state: 'no-password', reason: missing });
      return;
    }
    const password = this.#password ?? (await keychain.read(account));
    if (!this.#mayCheck()) return;
    if (password === null) {
      log.warn('no password in the keychain for a recorder', { nvr: id });
      await this.#gate.learn({ state: 'no-password', reason: 'missing' });
      return;
    }
    redactor.add(password);
    // The keychain may have taken its time: there may be another address or password by now, or no recorder any more.
    const isSameEntry = (await findSecretAccount(db, id)) === account;
    if (!isSameEntry || !this.#mayCheck()) return;
    this.#password ??= password;
    await this.#gate.admit(this.#password);
  }
}
