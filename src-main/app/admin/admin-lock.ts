import type { Kysely } from 'kysely';
import type { AppError } from '@contract/app-error.ts';
import type { AdminStatus } from '@contract/models/admin.ts';
import { err, ok, type Result } from '@contract/result.ts';
import {
  getLockState,
  insertPinHash,
  saveAutoLock,
  updatePinHash,
  type PinHash,
  type StoredTries,
} from '../db/repositories/admin-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import { NO_ADMIN_LOG, type AdminLog } from '../logging/admin-log.ts';
import type { Logger } from '../logging/logger.ts';
import { lockedMeanwhile, pinExists, pinMissing, wrongPin } from './admin-errors.ts';
import type { AdminSeal } from './admin-seal.ts';
import { IdleTimer } from './idle-timer.ts';
import { isSamePin, openSealed, type OpenedPin } from './open-sealed.ts';
import type { ScryptCost } from '../domain/scrypt.ts';
import { hashPin, isPin, PIN_COST } from './pin-hash.ts';
import { TryCounter } from './try-counter.ts';

const MS_PER_MINUTE = 60_000;
const DEFAULT_AUTO_LOCK_MINUTES = 5;

/** What the lock works with. */
export interface AdminLockOptions {
  db: Kysely<Schema>;
  log: Logger;
  adminLog?: AdminLog | undefined;
  /** The keychain's copy; null where there is none. */
  seal?: AdminSeal | null | undefined;
  /** A cheaper one makes tests fast. */
  cost?: ScryptCost;
  /** Replaced by tests that need a comparison to hang. */
  compare?: (pin: string, stored: PinHash) => Promise<boolean>;
}

/** Decides whether changing requests are answered. Locked until proven otherwise: at the start, after idle time, after any doubt. */
export class AdminLock implements Service {
  readonly changed = new Emitter<AdminStatus>();
  readonly #db: Kysely<Schema>;
  readonly #log: Logger;
  readonly #adminLog: AdminLog;
  readonly #seal: AdminSeal | null;
  readonly #cost: ScryptCost;
  readonly #compare: (pin: string, stored: PinHash) => Promise<boolean>;
  readonly #tries: TryCounter;
  readonly #idle = new IdleTimer(() => this.lock());
  /** From the start on this one counts, whatever is written into the database behind the app's back. Undefined: not read yet. */
  #pin: PinHash | null | undefined;
  #isSealKnown = false;
  #isStarted = false;
  #autoLockMinutes = DEFAULT_AUTO_LOCK_MINUTES;
  /** Grows with every lock, so that a PIN that was still being compared cannot undo it. */
  #lockCount = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ db, log, adminLog, seal, cost = PIN_COST, compare = isPin }: AdminLockOptions) {
    this.#db = db;
    this.#log = log;
    this.#adminLog = adminLog ?? NO_ADMIN_LOG;
    this.#seal = seal ?? null;
    this.#cost = cost;
    this.#compare = compare;
    this.#tries = new TryCounter(db, (tries) => this.#saveSeal(tries));
  }

  async start(): Promise<void> {
    const { pin, isSealKnown } = await this.#open();
    this.#pin = pin;
    this.#isSealKnown = isSealKnown;
    this.#autoLockMinutes = (await getLockState(this.#db)).autoLockMinutes;
    await this.#tries.load();
    this.#isStarted = true;
  }

  async stop(): Promise<void> {
    if (!this.#isStarted) return;
    this.#isStarted = false;
    this.lock();
    await this.#turn;
    await this.#tries.close();
  }

  get status(): AdminStatus {
    const autoLockMinutes = this.#autoLockMinutes;
    if (this.#pin === null) return { state: 'setup-needed', autoLockMinutes };
    const expiresInMs = this.#idle.leftMs;
    if (expiresInMs > 0) return { state: 'unlocked', expiresInMs, autoLockMinutes };
    return { state: 'locked', ...this.#tries.attempts, autoLockMinutes };
  }

  /** Asked before everything that only the admin may do. True also counts as activity: the idle time starts again. */
  admit(): boolean {
    if (!this.#idle.isSet) return false;
    if (this.#idle.leftMs > 0) {
      this.#stayUnlocked();
      return true;
    }
    this.lock();
    return false;
  }

  lock(): AdminStatus {
    this.#lockCount += 1;
    if (this.#idle.isSet) {
      this.#idle.clear();
      this.#note('admin locked');
      this.#tell();
    }
    return this.status;
  }

  unlock(pin: string): Promise<Result<AdminStatus>> {
    return this.#inTurn(async (wasLockedSince) => {
      const refusal = await this.#prove(pin);
      if (refusal) return err(refusal);
      if (wasLockedSince()) return err(lockedMeanwhile());
      this.#note('admin unlocked');
      this.#stayUnlocked();
      return ok(this.status);
    });
  }

  /** The first PIN, and never another one. Whoever sets it is the admin, so the app is unlocked then. */
  setPin(pin: string): Promise<Result<AdminStatus>> {
    return this.#inTurn(async (wasLockedSince) => {
      if (this.#pin !== null) return err(pinExists());
      const made = await hashPin(pin, this.#cost);
      await insertPinHash(this.#db, made);
      this.#pin = made;
      await this.#tries.reset();
      this.#note('admin PIN set');
      if (wasLockedSince()) this.#tell();
      else this.#stayUnlocked();
      return ok(this.status);
    });
  }

  /** Needs the current PIN even while unlocked: an unattended desk must not cost the admin the PIN. */
  changePin(currentPin: string, newPin: string): Promise<Result<AdminStatus>> {
    return this.#inTurn(async () => {
      const refusal = await this.#prove(currentPin);
      if (refusal) return err(refusal);
      const made = await hashPin(newPin, this.#cost);
      await updatePinHash(this.#db, made);
      this.#pin = made;
      await this.#tries.reset();
      this.#note('admin PIN changed');
      return ok(this.status);
    });
  }

  /** Asks for the PIN once more before something that a page alone must not do, however long the app is unlocked. */
  confirm(pin: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const refusal = await this.#prove(pin);
      return refusal === null ? ok(null) : err(refusal);
    });
  }

  /** To be called when a keychain that was locked at the start opens: until then anybody who can write files may have set the PIN. */
  checkSeal(): Promise<void> {
    return this.#inTurn(() => this.#lookAtSeal());
  }

  async setAutoLock(minutes: number): Promise<Result<AdminStatus>> {
    await saveAutoLock(this.#db, minutes);
    this.#autoLockMinutes = minutes;
    if (this.#idle.isSet) this.#stayUnlocked();
    else this.#tell();
    return ok(this.status);
  }

  /** Null when this is the PIN. A block also locks: whoever guesses at an unlocked desk is not the admin. */
  async #prove(pin: string): Promise<AppError | null> {
    if (!this.#pin) return pinMissing();
    await this.#lookAtSeal();
    const stored = this.#pin;
    if (this.#tries.attempts.blockedForMs > 0) return wrongPin(this.#tries.attempts);
    await this.#tries.countOne();
    if (await this.#compare(pin, stored)) {
      await this.#tries.reset();
      return null;
    }
    const { attempts } = this.#tries;
    this.#log.warn('wrong admin PIN', { ...attempts });
    this.#adminLog.write('wrong admin PIN', { ...attempts });
    if (attempts.blockedForMs > 0) this.lock();
    this.#tell();
    return wrongPin(attempts);
  }

  #open(): Promise<OpenedPin> {
    return openSealed({
      ...{ db: this.#db, seal: this.#seal, log: this.#log, adminLog: this.#adminLog },
    });
  }

  /** Whoever is in by another PIN than the keychain's is out. */
  async #lookAtSeal(): Promise<void> {
    const before = this.#pin;
    if (!before || this.#isSealKnown || !(await this.#seal?.isReachable())) return;
    const { pin, isSealKnown } = await this.#open();
    if (!isSealKnown || pin === null) return;
    this.#isSealKnown = true;
    if (isSamePin(before, pin)) return;
    this.#pin = pin;
    await this.#tries.load();
    this.lock();
    this.#tell();
  }

  /** One PIN after the other: tries that run at once would all be compared before the first is found wrong. */
  #inTurn<T>(task: (wasLockedSince: () => boolean) => Promise<T>): Promise<T> {
    const asked = this.#lockCount;
    const turn = this.#turn.then(() => task(() => this.#lockCount !== asked));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #stayUnlocked(): void {
    if (!this.#isStarted) return;
    this.#idle.restart(this.#autoLockMinutes * MS_PER_MINUTE);
    this.#tell();
  }

  async #saveSeal(tries: StoredTries): Promise<void> {
    if (this.#pin) await this.#seal?.save({ pin: this.#pin, ...tries });
  }

  #note(what: string): void {
    this.#log.info(what);
    this.#adminLog.write(what);
  }

  #tell(): void {
    this.changed.emit(this.status);
  }
}
