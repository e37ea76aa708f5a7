import type { LoginDoor, NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { KeptRefusal } from '../db/repositories/login-repository.ts';
import type { Logger } from '../logging/logger.ts';
import { RefusedLogin, type TryReason } from './refused-login.ts';
import type { RtspDoor } from './rtsp-door.ts';
import type { RtspDoors } from './rtsp-doors.ts';
import type { SecondLook } from './second-look.ts';
import type { LoginVerdict } from './verify-login.ts';

const LOOK_TIMEOUT_MS = 10_000;

/** A verdict of its own each time: each counts as a failed login. */
const refusedByRtsp = (): LoginVerdict => ({ state: 'refused', door: 'rtsp', triesLeft: null });

/** What the retries work with. */
export interface LoginRetriesOptions {
  again: SecondLook;
  doors: RtspDoors;
  log: Logger;
}

/** What came of looking after a refused login: `check` asks for a whole check, null for nothing. */
export interface Attended {
  /** The one that was asked; another one means that what was learnt counts no more. */
  door: RtspDoor;
  outcome: LoginVerdict | 'check' | null;
}

interface Retry {
  refused: RefusedLogin;
  /** The stream that RTSP refused, so that another one is asked next. */
  stream: string | null;
}

/** Keeps watch over refused logins, and says which may be tried again. */
export class LoginRetries {
  readonly #options: LoginRetriesOptions;
  readonly #retries = new Map<number, Retry>();
  /** Logins that were accepted since they were saved, in this run. */
  readonly #accepted = new Set<number>();
  /** Sixteen streams that share a check bring its verdict sixteen times, and it cost one failed login. */
  readonly #learnt = new WeakSet<NvrLogin>();

  constructor(options: LoginRetriesOptions) {
    this.#options = options;
  }

  /** A refusal of an earlier run, or from before the recorder was removed. */
  restore(nvrId: number, { login, failed }: KeptRefusal): void {
    const isRefused = login.state === 'refused';
    const [door, triesLeft] = isRefused ? [login.door, login.triesLeft] : (['web', null] as const);
    this.#begin(nvrId, { door, triesLeft, failed, stream: null });
  }

  forget(nvrId: number): void {
    this.#retries.delete(nvrId);
    this.#accepted.delete(nvrId);
  }

  /** Failed logins since the password was saved or last accepted. */
  failedOf(nvrId: number): number {
    return this.#retries.get(nvrId)?.refused.facts.failed ?? 0;
  }

  /** Another dial under way was refused, too. */
  countRefusal(nvrId: number): void {
    this.#retries.get(nvrId)?.refused.refuseAgain(null, performance.now());
  }

  /** Takes in what a check taught. The web server's yes is no answer to RTSP's no. */
  learn(nvrId: number, login: NvrLogin): void {
    if (this.#learnt.has(login)) return;
    this.#learnt.add(login);
    const before = this.#retries.get(nvrId)?.refused;
    if (login.state === 'accepted') {
      this.#accepted.add(nvrId);
      if (before?.facts.door === 'web') this.#retries.delete(nvrId);
    } else if (login.state === 'refused') {
      if (before?.facts.door === login.door) before.refuseAgain(login.triesLeft, performance.now());
      else this.#begin(nvrId, { ...login, failed: this.failedOf(nvrId) + 1, stream: null });
    } else if (login.state === 'locked' && before === undefined) {
      this.#begin(nvrId, { door: 'web', triesLeft: null, failed: 1, stream: null });
    }
  }

  /**
   * A dial was refused, and no other stream was let in meanwhile. Resolves with what that means for the whole recorder; null: nothing yet,
   * since RTSP let others in earlier. It is asked again later, and nothing is dialled before.
   */
  async onRtspRefusal(nvr: Nvr, password: string, stream: string): Promise<LoginVerdict | null> {
    const { again, doors } = this.#options;
    const door = doors.of(nvr.id);
    const web = await again.web(nvr, password, AbortSignal.timeout(LOOK_TIMEOUT_MS));
    if (doors.of(nvr.id) !== door) return null;
    if (web !== null && web.state !== 'accepted' && web.state !== 'unreachable') return web;
    if (!door.isProven) return refusedByRtsp();
    this.#begin(nvr.id, { door: 'rtsp', triesLeft: null, failed: 1, stream });
    return null;
  }

  /** Looks at a recorder whose login was refused, and tries it again when that is due. */
  async attend(nvr: Nvr, password: string, login: NvrLogin): Promise<Attended> {
    const door = this.#options.doors.of(nvr.id);
    return { door, outcome: await this.#attend(nvr, password, login) };
  }

  async #attend(nvr: Nvr, password: string, login: NvrLogin): Promise<Attended['outcome']> {
    const { again, log } = this.#options;
    const retry = this.#retries.get(nvr.id);
    if (retry?.refused.isLookDue(performance.now()) !== true) return null;
    const { door } = retry.refused.facts;
    const signs = await again.look(nvr, door, AbortSignal.timeout(LOOK_TIMEOUT_MS));
    if (this.#retries.get(nvr.id) !== retry) return null;
    const reason = retry.refused.see(signs, performance.now());
    // A lock ends when the recorder says so, or when its time is over, which the caller sees to.
    if (login.state === 'locked') return signs.isThere && signs.isLocked === false ? 'check' : null;
    if (reason === null) return null;
    log.info('a refused login is tried again', {
      nvr: nvr.id,
      ...{ door, reason },
      failed: this.failedOf(nvr.id),
    });
    return door === 'web' ? 'check' : this.#tryRtsp(nvr, password, retry, reason);
  }

  async #tryRtsp(
    nvr: Nvr,
    password: string,
    retry: Retry,
    reason: TryReason,
  ): Promise<LoginVerdict | null> {
    const { again, doors } = this.#options;
    const web = await again.web(nvr, password, AbortSignal.timeout(LOOK_TIMEOUT_MS));
    if (web?.state === 'unreachable' || this.#retries.get(nvr.id) !== retry) return null;
    if (web !== null && web.state !== 'accepted') return web;
    // Only a password that another door has just taken is known to be right.
    if (web === null && reason === 'time') {
      retry.refused.postpone(performance.now());
      return null;
    }
    const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
    const { state, stream } = await again.rtsp(nvr, password, retry.stream, signal);
    if (state === 'unreachable' || this.#retries.get(nvr.id) !== retry) return null;
    if (state === 'refused') return refusedByRtsp();
    this.#retries.delete(nvr.id);
    doors.of(nvr.id).clear(stream);
    return { state: 'accepted' };
  }

  #begin(
    nvrId: number,
    start: { door: LoginDoor; triesLeft: number | null; failed: number; stream: string | null },
  ): void {
    const { door, triesLeft, failed, stream } = start;
    const rtsp = this.#options.doors.of(nvrId);
    const isSameStream = stream === null ? rtsp.isProven : rtsp.hasAccepted(stream);
    const wasAccepted = door === 'web' ? this.#accepted.has(nvrId) : isSameStream;
    const facts = { door, failed, triesLeft, wasAccepted };
    this.#retries.set(nvrId, { refused: new RefusedLogin(facts, performance.now()), stream });
  }
}
