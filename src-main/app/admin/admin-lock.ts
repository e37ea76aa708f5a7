import type { Kysely } from 'kysely';
import type { AppError } from '@contract/app-error.ts';
import type { AdminStatus } from '@contract/models/admin.ts';
import { err, ok, type Result } from '@contract/result.ts';
import {
  findPinHash,
  getLockState,
  insertPinHash,
  saveAutoLock,
  updatePinHash,
} from '../db/repositories/admin-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import { lockedMeanwhile, pinExists, pinMissing, wrongPin } from './admin-errors.ts';
import { IdleTimer } from './idle-timer.ts';
import type { ScryptCost } from '../scrypt.ts';
import { hashPin, isPin, PIN_COST, type PinHash } from './pin-hash.ts';
import { TryCounter } from './try-counter.ts';

const MS_PER_MINUTE = 60_000;
const DEFAULT_AUTO_LOCK_MINUTES = 5;

/** What the lock works with. */
export interface AdminLockOptions {
  db: Kysely<Schema>;
  log: Logger;
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
  readonly #cost: ScryptCost;
  readonly #compare: (pin: string, stored: PinHash) => Promise<boolean>;
  readonly #tries: TryCounter;
  readonly #idle = new IdleTimer(() => this.lock());
  #hasPin = true;
  #isStarted = false;
  #autoLockMinutes = DEFAULT_AUTO_LOCK_MINUTES;
  /** Grows with every lock, so that a PIN that was still being compared cannot undo it. */
  #lockCount = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ db, log, cost = PIN_COST, compare = isPin }: AdminLockOptions) {
    this.#db = db;
    this.#log = log;
    this.#cost = cost;
    this.#compare = compare;
    this.#tries = new TryCounter(db);
  }

  async start(): Promise<void> {
    this.#hasPin = (await findPinHash(this.#db)) !== undefined;
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
    if (!this.#hasPin) return { state: 'setup-needed', autoLockMinutes };
    const expiresInMs = this.#idle.leftMs;
    if (expiresInMs > 0) return { state: 'unlocked', expiresInMs, autoLockMinutes };
    return { state: 'locked', ...this.#tries.attempts, autoLockMinutes };
  }

  /** Asked before every changing request. True also counts as activity: the idle time starts again. */
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
      this.#log.info('admin locked');
      this.#tell();
    }
    return this.status;
  }

  unlock(pin: string): Promise<Result<AdminStatus>> {
    return this.#inTurn(async (wasLockedSince) => {
      const refusal = await this.#prove(pin);
      if (refusal) return err(refusal);
      if (wasLockedSince()) return err(lockedMeanwhile());
      this.#log.info('admin unlocked');
      this.#stayUnlocked();
      return ok(this.status);
    });
  }

  /** The first PIN, and never another one. Whoever sets it is the admin, so the app is unlocked then. */
  setPin(pin: string): Promise<Result<AdminStatus>> {
    return this.#inTurn(async (wasLockedSince) => {
      if (await findPinHash(this.#db)) return err(pinExists());
      await insertPinHash(this.#db, await hashPin(pin, this.#cost));
      await this.#tries.reset();
      this.#hasPin = true;
      this.#log.info('admin PIN set');
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
      await updatePinHash(this.#db, await hashPin(newPin, this.#cost));
      this.#log.info('admin PIN changed');
      return ok(this.status);
    });
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
    const stored = await findPinHash(this.#db);
    if (!stored) return pinMissing();
    if (this.#tries.attempts.blockedForMs > 0) return wrongPin(this.#tries.attempts);
    await this.#tries.countOne();
    if (await this.#compare(pin, stored)) {
      await this.#tries.reset();
      return null;
    }
    const { attempts } = this.#tries;
    this.#log.warn('wrong admin PIN', { ...attempts });
    if (attempts.blockedForMs > 0) this.lock();
    this.#tell();
    return wrongPin(attempts);
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

  #tell(): void {
    this.changed.emit(this.status);
  }
}
