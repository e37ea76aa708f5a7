import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import {
  deleteBlockedLogin,
  listBlockedLogins,
  putBlockedLogin,
  type BlockedLogin,
} from '../db/repositories/login-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { LoginRefused, LoginVerdict } from './verify-login.ts';

/** A page of sixteen tiles begins to dial within half a second: one check is enough for all of them. */
const FRESH_MS = 1_000;
/** A tile's stream is dialled at once, unless it runs already; if that one breaks later, its dial is no tile's wish. */
const OPENING_MS = 250;
/** go2rtc waits 5 s for its address; a recorder that is slower than this counts as not answering, for now. */
const CONFIRM_PATIENCE_MS = 3_000;

/** What the gate works with. */
export interface CredentialGateOptions {
  db: Kysely<Schema>;
  /** Costs at most one failed login. */
  verify: (nvr: Nvr, password: string, signal: AbortSignal) => Promise<LoginVerdict>;
  log: Logger;
}

/** Whether a recorder may be dialled at this moment. `unreachable`: its login was good, and now it does not answer. */
export type DialPermit = 'granted' | 'unreachable' | 'denied';

interface RunningCheck {
  /** performance.now() */
  startedAtMs: number;
  abort: AbortController;
  verdict: Promise<LoginVerdict | null>;
  /** Streams that broke off wait for it. */
  isForBroken: boolean;
}

/** What a recorder's last check taught. */
interface CheckAnswer {
  state: LoginVerdict['state'];
  /** performance.now() */
  atMs: number;
  isForBroken: boolean;
}

/** The last dial of a stream, and when a tile opened it since; performance.now(). */
interface Dial {
  atMs: number;
  openedAtMs: number;
}

/**
 * Stands between stored passwords and recorders, which lock an account after a handful of failed logins: nothing is streamed
 * from a recorder before one check accepted the password, and after a refusal nothing is sent until somebody edits it or the lock
 * is over, also over restarts.
 */
export class CredentialGate implements Service {
  /** Tells the id of the recorder whose login state changed. */
  readonly changed = new Emitter<number>();
  readonly #options: CredentialGateOptions;
  readonly #states = new Map<number, NvrLogin>();
  readonly #checks = new Map<number, RunningCheck>();
  readonly #answers = new Map<number, CheckAnswer>();
  /** Each recorder's streams that were dialled. One that dials again by itself has broken off. */
  readonly #dials = new Map<number, Map<string, Dial>>();
  #isStopped = false;

  constructor(options: CredentialGateOptions) {
    this.#options = options;
  }

  /** Before go2rtc starts: known refusals must be known by then. */
  async start(): Promise<void> {
    this.#isStopped = false;
    for (const [nvrId, login] of await listBlockedLogins(this.#options.db)) {
      this.#states.set(nvrId, login);
    }
  }

  /** Ends running checks; what they would have learnt does not count. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const running = [...this.#checks.values()];
    for (const { abort } of running) abort.abort();
    await Promise.allSettled(running.map((check) => check.verdict));
  }

  stateOf(nvrId: number): NvrLogin {
    return this.#states.get(nvrId) ?? { state: 'checking' };
  }

  /** True when the recorder may be asked for streams: checks now, unless it is known to refuse. Calls at once share one check. */
  async admit(nvr: Nvr, password: string): Promise<boolean> {
    if (this.isBlocked(nvr.id)) return false;
    const verdict = await this.#check(nvr, password);
    if (verdict === null) return false;
    await this.#note(nvr.id, verdict);
    return verdict.state === 'accepted';
  }

  /**
   * Asks again while streams play. Only a refusal changes anything: a recorder that does not answer for a moment is still
   * logged in to, and ending its streams would help nobody.
   */
  async recheck(nvr: Nvr, password: string): Promise<void> {
    if (this.isBlocked(nvr.id)) return;
    const verdict = await this.#check(nvr, password);
    if (verdict !== null && verdict.state !== 'unreachable') await this.#note(nvr.id, verdict);
  }

  /**
   * Before a stream is dialled: is the login good now? Sixteen streams that break at once would else be sixteen failed logins, if
   * they broke because the password was changed. They share one check, which costs one failed login at most, and none when it is good.
   */
  async confirm(nvr: Nvr, password: string, streamName: string): Promise<DialPermit> {
    if (!this.#isAccepted(nvr.id)) return 'denied';
    if (!this.#isCovered(nvr.id, streamName)) {
      const recheck = this.recheck(nvr, password);
      const running = this.#checks.get(nvr.id);
      if (running && this.#isBroken(nvr.id, streamName)) running.isForBroken = true;
      const sinceMs = running?.startedAtMs ?? performance.now();
      const patienceMs = Math.max(0, sinceMs + CONFIRM_PATIENCE_MS - performance.now());
      await within(patienceMs, recheck);
    }
    if (!this.#isAccepted(nvr.id)) return 'denied';
    if (this.#freshAnswer(nvr.id)?.state !== 'accepted') return 'unreachable';
    this.#dialsOf(nvr.id).set(streamName, { atMs: performance.now(), openedAtMs: -Infinity });
    return 'granted';
  }

  /** A tile opens a stream: when it is dialled now, nothing has broken off. */
  expectDial(nvrId: number, streamName: string): void {
    const dial = this.#dialsOf(nvrId).get(streamName);
    if (dial) dial.openedAtMs = performance.now();
  }

  /** Resolves when no check of this recorder is under way, so that nobody logs in beside one. */
  async settled(nvrId: number): Promise<void> {
    await this.#checks.get(nvrId)?.verdict;
  }

  /** A login that was made for another reason, with what is stored, was refused: that counts like a check. */
  async learnRefusal(nvrId: number, refusal: LoginRefused): Promise<void> {
    await this.#note(nvrId, refusal);
  }

  /** There is nothing to log in with. */
  async markPasswordMissing(nvrId: number): Promise<void> {
    await this.#note(nvrId, { state: 'no-password' });
  }

  /** A refusal that was learnt earlier, for a recorder that comes back: it must not be tried once more. */
  async markBlocked(nvrId: number, login: BlockedLogin): Promise<void> {
    await this.#note(nvrId, login);
  }

  /** A new password, or no recorder any more: what was learnt about the old one does not count. */
  async forget(nvrId: number): Promise<void> {
    this.#checks.get(nvrId)?.abort.abort();
    this.#checks.delete(nvrId);
    this.#answers.delete(nvrId);
    this.#dials.delete(nvrId);
    await deleteBlockedLogin(this.#options.db, nvrId);
    this.#states.delete(nvrId);
    this.changed.emit(nvrId);
  }

  /** True while nothing may be sent to the recorder. A lock that is over by the recorder's own account may be tried. */
  isBlocked(nvrId: number): boolean {
    const login = this.stateOf(nvrId);
    return login.state === 'refused' || (login.state === 'locked' && login.untilMs > Date.now());
  }

  /** True while no stream may go on. A changed certificate is looked at again, since that sends nothing; streams are refused. */
  isShut(nvrId: number): boolean {
    return this.isBlocked(nvrId) || this.stateOf(nvrId).state === 'certificate-changed';
  }

  /** Resolves with null when what it asked about was forgotten meanwhile. */
  #check(nvr: Nvr, password: string): Promise<LoginVerdict | null> {
    const running = this.#checks.get(nvr.id);
    if (running) return running.verdict;
    // One signal for each: AbortSignal.any() leaves a reference at a signal that lives as long as the app, for each check (Node 20).
    const abort = new AbortController();
    if (this.#isStopped) abort.abort();
    const { signal } = abort;
    const verdict = this.#options
      .verify(nvr, password, signal)
      .then((learnt) => {
        if (signal.aborted) return null;
        const { isForBroken } = check;
        this.#answers.set(nvr.id, { state: learnt.state, atMs: performance.now(), isForBroken });
        return learnt;
      })
      .finally(() => {
        if (this.#checks.get(nvr.id)?.abort === abort) this.#checks.delete(nvr.id);
      });
    const check = { startedAtMs: performance.now(), abort, verdict, isForBroken: false };
    this.#checks.set(nvr.id, check);
    return verdict;
  }

  #dialsOf(nvrId: number): Map<string, Dial> {
    const dials = this.#dials.get(nvrId) ?? new Map<string, Dial>();
    this.#dials.set(nvrId, dials);
    return dials;
  }

  /**
   * Whether the last answer counts for a stream. One that broke off may have done so because the password was changed a moment ago,
   * after a stream of another page, or of a camera that is off, was found welcome: only what broken ones asked counts for it, once.
   */
  #isCovered(nvrId: number, streamName: string): boolean {
    const answer = this.#freshAnswer(nvrId);
    if (answer === null || !this.#isBroken(nvrId, streamName)) return answer !== null;
    const { atMs = 0 } = this.#dialsOf(nvrId).get(streamName) ?? {};
    return answer.isForBroken && atMs < answer.atMs;
  }

  /** True for a stream that dials again though no tile has just asked for it. */
  #isBroken(nvrId: number, streamName: string): boolean {
    const dial = this.#dialsOf(nvrId).get(streamName);
    return dial !== undefined && performance.now() - dial.openedAtMs > OPENING_MS;
  }

  #isAccepted(nvrId: number): boolean {
    return this.stateOf(nvrId).state === 'accepted';
  }

  #freshAnswer(nvrId: number): CheckAnswer | null {
    const answer = this.#answers.get(nvrId);
    return answer && performance.now() - answer.atMs <= FRESH_MS ? answer : null;
  }

  async #note(nvrId: number, login: NvrLogin): Promise<void> {
    const before = this.stateOf(nvrId);
    this.#states.set(nvrId, login);
    if (login.state === 'refused' || login.state === 'locked') {
      this.#options.log.warn('a recorder refused the login', { nvr: nvrId, ...login });
      await putBlockedLogin(this.#options.db, nvrId, login);
    } else if (login.state === 'accepted') {
      await deleteBlockedLogin(this.#options.db, nvrId);
    }
    // Also a lock that ends at another time, and another changed certificate: the page shows both.
    if (!isDeepStrictEqual(before, login)) this.changed.emit(nvrId);
  }
}

/** Waits for the task, but no longer than this. */
async function within(patienceMs: number, task: Promise<void>): Promise<void> {
  const done = new AbortController();
  const late = delay(patienceMs, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([task, late]).finally(() => done.abort());
}
