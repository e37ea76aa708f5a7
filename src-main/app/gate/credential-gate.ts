import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { MissingPassword, NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamCause } from '@contract/models/playback.ts';
import { listBlockedLogins, type KeptRefusal } from '../db/repositories/login-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import { DialHistory } from './dial-history.ts';
import { LoginBook } from './login-book.ts';
import { LoginChecks, type VerifyLogin } from './login-checks.ts';
import { LoginRetries } from './login-retries.ts';
import { LoginStates } from './login-states.ts';
import { RtspDoors } from './rtsp-doors.ts';
import type { Dial, RefusalMeaning, RtspLoginOutcome } from './rtsp-door.ts';
import { BLIND, type SecondLook } from './second-look.ts';
import type { LoginRefused, LoginVerdict } from './verify-login.ts';

/** A recorder that is slower than this counts as not answering, for now. */
const CONFIRM_PATIENCE_MS = 3_000;
/** Some take 5 s for a DESCRIBE: the others wait for the first, or they would look cut off meanwhile. */
const TURN_PATIENCE_MS = 8_000;

/** What the gate works with. */
export interface CredentialGateOptions {
  db: Kysely<Schema>;
  /** Costs at most one failed login. */
  verify: VerifyLogin;
  /** For logins that were refused; without it they stay so. */
  again?: SecondLook;
  log: Logger;
}

/** Whether a recorder may be dialled at this moment. `unreachable`: its login was good, and now it does not answer. */
export type DialPermit =
  /** `report` is to be called with whatever becomes known of the dial's login. */
  | { state: 'granted'; report: (outcome: RtspLoginOutcome) => void }
  | { state: 'unreachable' }
  /** `login-refused`: this stream or all were refused by RTSP a moment ago. */
  | { state: 'denied'; cause: Extract<StreamCause, 'login-refused' | 'refused-here'> };

const DENIED: DialPermit = { state: 'denied', cause: 'refused-here' };
const REFUSED_BY_RTSP: DialPermit = { state: 'denied', cause: 'login-refused' };

/**
 * Stands between stored passwords and recorders, which lock an account after a handful of failed logins: nothing is streamed
 * from a recorder before one check accepted the password, and after a refusal nothing is sent until somebody edits it, the lock is
 * over, or the recorder shows that trying again is worth it; also over restarts.
 */
export class CredentialGate implements Service {
  /** Tells the id of the recorder whose login state changed. */
  readonly changed = new Emitter<number>();
  readonly #options: CredentialGateOptions;
  readonly #book: LoginBook;
  readonly #checks: LoginChecks;
  readonly #history = new DialHistory();
  readonly #doors = new RtspDoors();
  readonly #retries: LoginRetries;
  readonly #states = new LoginStates();

  constructor(options: CredentialGateOptions) {
    const { db, log, verify, again = BLIND } = options;
    this.#options = options;
    this.#book = new LoginBook(db, log);
    this.#checks = new LoginChecks(verify);
    const web = (nvr: Nvr, password: string) => this.#checks.run(nvr, password, again.web);
    this.#retries = new LoginRetries({ again: { ...again, web }, doors: this.#doors, log });
  }

  /** Before go2rtc starts: known refusals must be known by then. */
  async start(): Promise<void> {
    this.#checks.start();
    for (const [nvrId, kept] of await listBlockedLogins(this.#options.db)) {
      this.#states.put(nvrId, kept.login);
      this.#retries.restore(nvrId, kept);
    }
  }

  /** Ends running checks; what they would have learnt does not count. */
  async stop(): Promise<void> {
    await this.#checks.stop();
    await this.#book.flush();
  }

  stateOf(nvrId: number): NvrLogin {
    return this.#states.of(nvrId);
  }

  /** True when the recorder may be asked for streams: checks now, unless it is known to refuse. Calls at once share one check. */
  async admit(nvr: Nvr, password: string): Promise<boolean> {
    if (this.isBlocked(nvr.id)) return false;
    const verdict = await this.#checks.run(nvr, password);
    if (verdict === null) return false;
    await this.#note(nvr.id, verdict);
    return verdict.state === 'accepted';
  }

  /**
   * Asks again while streams play. Only a refusal changes anything: a recorder that does not answer for a moment is still
   * logged in to, and ending its streams would help nobody. One whose RTSP is in doubt is looked into already.
   */
  async recheck(nvr: Nvr, password: string): Promise<void> {
    if (this.isBlocked(nvr.id) || this.#doors.of(nvr.id).isDoubted) return;
    const verdict = await this.#checks.run(nvr, password);
    if (verdict !== null && verdict.state !== 'unreachable') await this.#note(nvr.id, verdict);
  }

  /**
   * Before a stream is dialled: is the login good now? Sixteen streams that break at once would else be sixteen failed logins, if
   * they broke because the password was changed. They share one check, which costs one failed login at most, and none when it is good;
   * and since RTSP may refuse what the web server accepts, they share the outcome of one dial, too.
   */
  async confirm(nvr: Nvr, password: string, stream: string): Promise<DialPermit> {
    if (!this.#isAccepted(nvr.id)) return DENIED;
    const door = this.#doors.of(nvr.id);
    if (door.isHeld(stream)) return REFUSED_BY_RTSP;
    const brokenSinceMs = this.#history.brokenSinceMs(nvr.id, stream);
    if (!this.#checks.covers(nvr.id, brokenSinceMs)) {
      await this.#askFor(nvr, password, brokenSinceMs !== null);
    }
    if (!this.#isAccepted(nvr.id)) return DENIED;
    if (!this.#checks.isFreshlyAccepted(nvr.id)) return { state: 'unreachable' };
    const turn = await door.admit({ stream, brokenSinceMs }, TURN_PATIENCE_MS);
    if (turn === 'late') return { state: 'unreachable' };
    if (turn === 'held') return this.#isAccepted(nvr.id) ? REFUSED_BY_RTSP : DENIED;
    if (!this.#isAccepted(nvr.id)) {
      door.settle(turn, 'untold');
      return DENIED;
    }
    this.#history.note(nvr.id, stream);
    return { state: 'granted', report: this.#reporter(nvr, password, turn) };
  }

  /** A tile opens a stream: when it is dialled now, nothing has broken off. */
  expectDial(nvrId: number, stream: string): void {
    this.#history.expect(nvrId, stream);
  }

  /** Looks after what went wrong: writes what a full disk did not take, and sees whether a refused login may be tried again. */
  async attend(nvr: Nvr, password: string): Promise<void> {
    await this.#book.flush();
    const { door, outcome } = await this.#retries.attend(nvr, password, this.stateOf(nvr.id));
    if (outcome === 'check') await this.#checkAgain(nvr, password);
    else if (outcome !== null && this.#doors.of(nvr.id) === door) {
      await this.#note(nvr.id, outcome);
      this.changed.emit(nvr.id);
    }
  }

  /** Resolves when no check of this recorder is under way, so that nobody logs in beside one. */
  settled(nvrId: number): Promise<void> {
    return this.#checks.settled(nvrId);
  }

  /** A login check that was made for another reason, with what is stored, was refused: that counts like one of our own. */
  async learnRefusal(nvrId: number, refusal: LoginRefused): Promise<void> {
    await this.#note(nvrId, refusal);
  }

  /** There is nothing to log in with. */
  async markPasswordMissing(nvrId: number, reason: MissingPassword): Promise<void> {
    await this.#note(nvrId, { state: 'no-password', reason });
  }

  /** A refusal that was learnt earlier, for a recorder that comes back: it must not be tried once more. */
  async markBlocked(nvrId: number, kept: KeptRefusal): Promise<void> {
    this.#retries.restore(nvrId, kept);
    await this.#tell(nvrId, kept.login, kept);
  }

  /** What is known of a refusal, for `markBlocked`; null: the login is not refused. */
  refusalOf(nvrId: number): KeptRefusal | null {
    const login = this.stateOf(nvrId);
    if (login.state !== 'refused' && login.state !== 'locked') return null;
    return { login, failed: this.#retries.failedOf(nvrId) };
  }

  /** A new password, or no recorder any more: what was learnt about the old one does not count. */
  async forget(nvrId: number): Promise<void> {
    this.suspend(nvrId);
    await this.#book.put(nvrId, null);
  }

  /** The same for this run, until it is known whether a change came about: a stored refusal stays. */
  suspend(nvrId: number): void {
    this.#checks.forget(nvrId);
    this.#history.forget(nvrId);
    this.#doors.forget(nvrId);
    this.#retries.forget(nvrId);
    this.#states.forget(nvrId);
    this.changed.emit(nvrId);
  }

  /** Stored refusals count again; null: those of all recorders. */
  async resume(nvrIds: readonly number[] | null): Promise<void> {
    for (const [id, kept] of await listBlockedLogins(this.#options.db)) {
      if (nvrIds === null || nvrIds.includes(id)) await this.markBlocked(id, kept);
    }
  }

  /** True while nothing may be sent to the recorder. A lock that is over by the recorder's own account may be tried. */
  isBlocked(nvrId: number): boolean {
    return this.stateOf(nvrId).state === 'refused' || this.#states.isLocked(nvrId);
  }

  /** True while no stream may go on. A changed certificate is looked at again, since that sends nothing; streams are refused. */
  isShut(nvrId: number): boolean {
    const login = this.stateOf(nvrId);
    if (login.state === 'refused') return login.door === 'web';
    return this.isBlocked(nvrId) || login.state === 'certificate-changed';
  }

  async #askFor(nvr: Nvr, password: string, isBroken: boolean): Promise<void> {
    const recheck = this.recheck(nvr, password);
    if (isBroken) this.#checks.joinAsBroken(nvr.id);
    const sinceMs = this.#checks.startedAtMs(nvr.id) ?? performance.now();
    const patienceMs = Math.max(0, sinceMs + CONFIRM_PATIENCE_MS - performance.now());
    await within(patienceMs, recheck);
  }

  #reporter(nvr: Nvr, password: string, dial: Dial): (outcome: RtspLoginOutcome) => void {
    const door = this.#doors.of(nvr.id);
    return (outcome) => {
      const meaning = outcome === 'questioned' ? outcome : door.settle(dial, outcome);
      if (meaning === null || this.#doors.of(nvr.id) !== door) return;
      this.#onRefused(nvr, password, dial.stream, meaning).catch((error: unknown) =>
        this.#options.log.error('a refused stream was not looked into', { nvr: nvr.id, error }),
      );
    };
  }

  async #onRefused(
    nvr: Nvr,
    password: string,
    stream: string,
    meaning: RefusalMeaning | 'questioned',
  ): Promise<void> {
    const { log } = this.#options;
    const door = this.#doors.of(nvr.id);
    if (meaning === 'stream' || meaning === 'questioned') {
      log.warn('RTSP refuses the login for one stream', { stream });
      await this.recheck(nvr, password);
      return;
    }
    // Refused meanwhile by a check of its own: the web server is not asked for the same again.
    if (meaning === 'known' || this.isBlocked(nvr.id)) {
      this.#retries.countRefusal(nvr.id);
      return;
    }
    const verdict = await this.#retries.onRtspRefusal(nvr, password, stream);
    if (this.#doors.of(nvr.id) !== door) return;
    if (verdict === null) log.warn('RTSP refuses the login, asked again later', { stream });
    else await this.#note(nvr.id, verdict);
  }

  async #checkAgain(nvr: Nvr, password: string): Promise<void> {
    const verdict = await this.#checks.run(nvr, password);
    if (verdict !== null) await this.#note(nvr.id, verdict);
  }

  #isAccepted(nvrId: number): boolean {
    return this.stateOf(nvrId).state === 'accepted';
  }

  async #note(nvrId: number, login: LoginVerdict | NvrLogin): Promise<void> {
    this.#retries.learn(nvrId, login);
    const isBlocking = login.state === 'refused' || login.state === 'locked';
    const kept = isBlocking ? { login, failed: this.#retries.failedOf(nvrId) } : null;
    await this.#tell(nvrId, login, kept);
  }

  /** First what everybody acts on, then the disk: a full one must not keep streams going that were refused. */
  async #tell(nvrId: number, login: NvrLogin, kept: KeptRefusal | null): Promise<void> {
    const before = this.stateOf(nvrId);
    this.#states.put(nvrId, login);
    // Also a lock that ends at another time, and another changed certificate: the page shows both.
    if (!isDeepStrictEqual(before, login)) this.changed.emit(nvrId);
    if (kept !== null) {
      this.#options.log.warn('a recorder refused the login', { nvr: nvrId, ...login });
      await this.#book.put(nvrId, kept);
    } else if (login.state === 'accepted' && before.state !== 'accepted') {
      await this.#book.put(nvrId, null);
    }
  }
}

/** Waits for the task, but no longer than this. */
async function within(patienceMs: number, task: Promise<void>): Promise<void> {
  const done = new AbortController();
  const late = delay(patienceMs, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([task, late]).finally(() => done.abort());
}
