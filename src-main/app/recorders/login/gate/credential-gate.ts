import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { StreamCause } from '@contract/models/playback.ts';
import type { KeptRefusal } from '../../../db/repositories/login-repository.ts';
import type { Schema } from '../../../db/schema.ts';
import { Emitter } from '../../../lifecycle/emitter.ts';
import type { Logger } from '../../../logging/logger.ts';
import { DialHistory } from './dial-history.ts';
import { LoginBook } from './login-book.ts';
import { LoginChecks } from './login-checks.ts';
import type { LoginQuestions } from '../device/login-questions.ts';
import { LoginRetries } from './login-retries.ts';
import { LoginState } from './login-state.ts';
import type { LoginVerdict } from '../device/login-verdict.ts';
import { RtspDoor, type Dial, type RefusalMeaning, type RtspLoginOutcome } from './rtsp-door.ts';

/** A recorder that is slower than this counts as not answering, for now. */
const CONFIRM_PATIENCE_MS = 3_000;
/** Some take 5 s for a DESCRIBE: the others wait for the first, or they would look cut off meanwhile. */
const TURN_PATIENCE_MS = 8_000;

/** What the gate works with. */
export interface CredentialGateOptions {
  db: Kysely<Schema>;
  /** The recorder's number. */
  id: number;
  ask: LoginQuestions;
  /** As it is stored; null: the login was not refused. */
  refusal: KeptRefusal | null;
  log: Logger;
}

/** Whether the recorder may be dialled at this moment. `unreachable`: its login was good, and now it does not answer. */
export type DialPermit =
  /** `report` is to be called with whatever becomes known of the dial's login. */
  | { state: 'granted'; report: (outcome: RtspLoginOutcome) => void }
  | { state: 'unreachable' }
  /** `login-refused`: this stream or all were refused by RTSP a moment ago. */
  | { state: 'denied'; cause: Extract<StreamCause, 'login-refused' | 'refused-here'> };

const DENIED: DialPermit = { state: 'denied', cause: 'refused-here' };
const REFUSED_BY_RTSP: DialPermit = { state: 'denied', cause: 'login-refused' };

/**
 * Stands between a stored password and its recorder, which locks an account after a handful of failed logins: nothing is streamed
 * before one check accepted the password, and after a refusal nothing is sent until somebody edits it, the lock is over, or the
 * recorder shows that trying again is worth it; also over restarts.
 */
export class CredentialGate {
  /** The login's state changed, or what was known of it was put away. */
  readonly changed = new Emitter<NvrLogin>();
  readonly #options: CredentialGateOptions;
  readonly #book: LoginBook;
  readonly #checks = new LoginChecks();
  readonly #history = new DialHistory();
  readonly #retries: LoginRetries;
  readonly #state = new LoginState();
  #door = new RtspDoor();

  constructor(options: CredentialGateOptions) {
    const { ask } = options;
    this.#options = options;
    this.#book = new LoginBook(options);
    this.#retries = new LoginRetries({
      ...options,
      ask: {
        web: (password) => this.#checks.run(password, (...question) => ask.web(...question)),
        rtsp: (...question) => ask.rtsp(...question),
        look: (...question) => ask.look(...question),
      },
      door: () => this.#door,
    });
    if (options.refusal === null) return;
    this.#state.put(options.refusal.login);
    this.#retries.restore(options.refusal);
  }

  start(): void {
    this.#checks.start();
  }

  /** Ends a running check; what it would have learnt does not count. */
  async stop(): Promise<void> {
    await this.#checks.stop();
    await this.#book.flush();
  }

  get state(): NvrLogin {
    return this.#state.now;
  }

  get isAccepted(): boolean {
    return this.#isAccepted();
  }

  /** True when the recorder may be asked for streams: checks now, unless it is known to refuse. Calls at once share one check. */
  async admit(password: string): Promise<boolean> {
    if (this.isBlocked) return false;
    const verdict = await this.#verify(password);
    if (verdict === null) return false;
    await this.learn(verdict);
    return verdict.state === 'accepted';
  }

  /**
   * Asks again while streams play. Only a refusal changes anything: a recorder that does not answer for a moment is still
   * logged in to, and ending its streams would help nobody. One whose RTSP is in doubt is looked into already.
   */
  async recheck(password: string): Promise<void> {
    if (this.isBlocked || this.#door.isDoubted) return;
    const verdict = await this.#verify(password);
    if (verdict !== null && verdict.state !== 'unreachable') await this.learn(verdict);
  }

  /**
   * Before a stream is dialled: is the login good now? Sixteen streams that break at once would else be sixteen failed logins, if
   * they broke because the password was changed. They share one check, which costs one failed login at most, and none when it is good;
   * and since RTSP may refuse what the web server accepts, they share the outcome of one dial, too.
   */
  async confirm(password: string, stream: string): Promise<DialPermit> {
    if (!this.#isAccepted()) return DENIED;
    const door = this.#door;
    if (door.isHeld(stream)) return REFUSED_BY_RTSP;
    const brokenSinceMs = this.#history.brokenSinceMs(stream);
    if (!this.#checks.covers(brokenSinceMs)) await this.#askFor(password, brokenSinceMs !== null);
    if (!this.#isAccepted()) return DENIED;
    if (!this.#checks.isFreshlyAccepted) return { state: 'unreachable' };
    const turn = await door.admit({ stream, brokenSinceMs }, TURN_PATIENCE_MS);
    if (turn === 'late') return { state: 'unreachable' };
    if (turn === 'held') return this.#isAccepted() ? REFUSED_BY_RTSP : DENIED;
    if (!this.#isAccepted()) {
      door.settle(turn, 'untold');
      return DENIED;
    }
    this.#history.note(stream);
    return { state: 'granted', report: this.#reporter(password, turn) };
  }

  /** A tile opens a stream: when it is dialled now, nothing has broken off. */
  expectDial(stream: string): void {
    this.#history.expect(stream);
  }

  /** Looks after what went wrong: writes what a full disk did not take, and sees whether a refused login may be tried again. */
  async attend(password: string): Promise<void> {
    await this.#book.flush();
    const door = this.#door;
    const outcome = await this.#retries.attend(password, this.state);
    if (outcome === 'check') {
      const verdict = await this.#verify(password);
      if (verdict !== null) await this.learn(verdict);
    } else if (outcome !== null && this.#door === door) {
      await this.learn(outcome);
      this.changed.emit(this.state);
    }
  }

  /** What is known of a refusal, for `restore`; null: the login is not refused. */
  get refusal(): KeptRefusal | null {
    const login = this.state;
    if (login.state !== 'refused' && login.state !== 'locked') return null;
    return { login, failed: this.#retries.failed };
  }

  /** Resolves when no check is under way, so that nobody logs in beside one. */
  settled(): Promise<void> {
    return this.#checks.settled();
  }

  /** What a check taught, or a login that was made for another reason, with what is stored: that counts like one of our own. */
  async learn(login: NvrLogin): Promise<void> {
    this.#retries.learn(login);
    const isBlocking = login.state === 'refused' || login.state === 'locked';
    await this.#tell(login, isBlocking ? { login, failed: this.#retries.failed } : null);
  }

  /** A refusal that was learnt earlier counts: it must not be tried once more. */
  async restore(kept: KeptRefusal): Promise<void> {
    this.#retries.restore(kept);
    await this.#tell(kept.login, kept);
  }

  /** A new password: what was learnt about the old one does not count. */
  async forget(): Promise<void> {
    this.suspend();
    await this.#book.put(null);
  }

  /** The same for this run, until it is known whether a change came about: a stored refusal stays. */
  suspend(): void {
    this.#checks.forget();
    this.#history.forget();
    this.#door.end();
    this.#door = new RtspDoor();
    this.#retries.forget();
    this.#state.forget();
    this.changed.emit(this.state);
  }

  /** True while nothing may be sent to the recorder. A lock that is over by the recorder's own account may be tried. */
  get isBlocked(): boolean {
    return this.state.state === 'refused' || this.#state.isLocked;
  }

  /** True while no stream may go on. A changed certificate is looked at again, since that sends nothing; streams are refused. */
  get isShut(): boolean {
    const login = this.state;
    if (login.state === 'refused') return login.door === 'web';
    return this.isBlocked || login.state === 'certificate-changed';
  }

  /** A method, since the compiler believes a field to be unchanged over an await. */
  #isAccepted(): boolean {
    return this.state.state === 'accepted';
  }

  #verify(password: string): Promise<LoginVerdict | null> {
    return this.#checks.run(password, (...question) => this.#options.ask.verify(...question));
  }

  async #askFor(password: string, isBroken: boolean): Promise<void> {
    const recheck = this.recheck(password);
    if (isBroken) this.#checks.joinAsBroken();
    const sinceMs = this.#checks.startedAtMs ?? performance.now();
    const patienceMs = Math.max(0, sinceMs + CONFIRM_PATIENCE_MS - performance.now());
    await within(patienceMs, recheck);
  }

  #reporter(password: string, dial: Dial): (outcome: RtspLoginOutcome) => void {
    const door = this.#door;
    const { id, log } = this.#options;
    return (outcome) => {
      const meaning = outcome === 'questioned' ? outcome : door.settle(dial, outcome);
      if (meaning === null || this.#door !== door) return;
      this.#onRefused(password, dial.stream, meaning).catch((error: unknown) =>
        log.error('a refused stream was not looked into', { nvr: id, error }),
      );
    };
  }

  async #onRefused(
    password: string,
    stream: string,
    meaning: RefusalMeaning | 'questioned',
  ): Promise<void> {
    const { log } = this.#options;
    const door = this.#door;
    if (meaning === 'stream' || meaning === 'questioned') {
      log.warn('RTSP refuses the login for one stream', { stream });
      await this.recheck(password);
      return;
    }
    // Refused meanwhile by a check of its own: the web server is not asked for the same again.
    if (meaning === 'known' || this.isBlocked) {
      this.#retries.countRefusal();
      return;
    }
    const verdict = await this.#retries.onRtspRefusal(password, stream);
    if (this.#door !== door) return;
    if (verdict === null) log.warn('RTSP refuses the login, asked again later', { stream });
    else await this.learn(verdict);
  }

  /** First what everybody acts on, then the disk: a full one must not keep streams going that were refused. */
  async #tell(login: NvrLogin, kept: KeptRefusal | null): Promise<void> {
    const before = this.state;
    this.#state.put(login);
    // Also a lock that ends at another time, and another changed certificate: the page shows both.
    if (!isDeepStrictEqual(before, login)) this.changed.emit(login);
    if (kept !== null) {
      this.#options.log.warn('a recorder refused the login', { nvr: this.#options.id, ...login });
      await this.#book.put(kept);
    } else if (login.state === 'accepted' && before.state !== 'accepted') {
      await this.#book.put(null);
    }
  }
}

/** Waits for the task, but no longer than this. */
async function within(patienceMs: number, task: Promise<void>): Promise<void> {
  const done = new AbortController();
  const late = delay(patienceMs, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([task, late]).finally(() => done.abort());
}
