import type { LoginDoor, NvrLogin } from '@contract/models/nvr-login.ts';
import type { KeptRefusal } from '../../../db/repositories/login-repository.ts';
import type { Logger } from '../../../logging/logger.ts';
import type { LoginQuestions } from '../device/login-questions.ts';
import type { LoginVerdict } from '../device/login-verdict.ts';
import { RefusedLogin, type TryReason } from './refused-login.ts';
import type { RtspDoor } from './rtsp-door.ts';

const LOOK_TIMEOUT_MS = 10_000;

/** A verdict of its own each time: each counts as a failed login. */
const refusedByRtsp = (): LoginVerdict => ({ state: 'refused', door: 'rtsp', triesLeft: null });

/** What the retries work with. */
export interface LoginRetriesOptions {
  ask: Pick<LoginQuestions, 'web' | 'rtsp' | 'look'>;
  /** The recorder's RTSP server as it is known now; another one means that what was learnt counts no more. */
  door: () => RtspDoor;
  /** The recorder's, for the log. */
  id: number;
  log: Logger;
}

interface Retry {
  refused: RefusedLogin;
  /** The stream that RTSP refused, so that another one is asked next. */
  stream: string | null;
}

/** Keeps watch over a recorder's refused login, and says when it may be tried again. */
export class LoginRetries {
  readonly #options: LoginRetriesOptions;
  #retry: Retry | null = null;
  /** Since the login was saved, in this run. */
  #wasAccepted = false;
  /** Sixteen streams that share a check bring its verdict sixteen times, and it cost one failed login. */
  readonly #learnt = new WeakSet<NvrLogin>();

  constructor(options: LoginRetriesOptions) {
    this.#options = options;
  }

  /** A refusal of an earlier run, or from before the recorder was removed. */
  restore({ login, failed }: KeptRefusal): void {
    const isRefused = login.state === 'refused';
    const [door, triesLeft] = isRefused ? [login.door, login.triesLeft] : (['web', null] as const);
    this.#begin({ door, triesLeft, failed, stream: null });
  }

  forget(): void {
    this.#retry = null;
    this.#wasAccepted = false;
  }

  /** Failed logins since the password was saved or last accepted. */
  get failed(): number {
    return this.#retry?.refused.facts.failed ?? 0;
  }

  /** Another dial under way was refused, too. */
  countRefusal(): void {
    this.#retry?.refused.refuseAgain(null, performance.now());
  }

  /** Takes in what a check taught. The web server's yes is no answer to RTSP's no. */
  learn(login: NvrLogin): void {
    if (this.#learnt.has(login)) return;
    this.#learnt.add(login);
    const before = this.#retry?.refused;
    if (login.state === 'accepted') {
      this.#wasAccepted = true;
      if (before?.facts.door === 'web') this.#retry = null;
    } else if (login.state === 'refused') {
      if (before?.facts.door === login.door) before.refuseAgain(login.triesLeft, performance.now());
      else this.#begin({ ...login, failed: this.failed + 1, stream: null });
    } else if (login.state === 'locked' && before === undefined) {
      this.#begin({ door: 'web', triesLeft: null, failed: 1, stream: null });
    }
  }

  /**
   * A dial was refused, and no other stream was let in meanwhile. Resolves with what that means for the whole recorder; null: nothing yet,
   * since RTSP let others in earlier. It is asked again later, and nothing is dialled before.
   */
  async onRtspRefusal(password: string, stream: string): Promise<LoginVerdict | null> {
    const { ask, door: current } = this.#options;
    const door = current();
    const web = await ask.web(password, AbortSignal.timeout(LOOK_TIMEOUT_MS));
    if (current() !== door) return null;
    if (web !== null && web.state !== 'accepted' && web.state !== 'unreachable') return web;
    if (!door.isProven) return refusedByRtsp();
    this.#begin({ door: 'rtsp', triesLeft: null, failed: 1, stream });
    return null;
  }

  /** Looks at a recorder whose login was refused, and tries it again when that is due. `check` asks for a whole check, null for nothing. */
  async attend(password: string, login: NvrLogin): Promise<LoginVerdict | 'check' | null> {
    const { ask, id, log } = this.#options;
    const retry = this.#retry;
    if (retry?.refused.isLookDue(performance.now()) !== true) return null;
    const { door } = retry.refused.facts;
    const signs = await ask.look(door, AbortSignal.timeout(LOOK_TIMEOUT_MS));
    if (this.#retry !== retry) return null;
    const reason = retry.refused.see(signs, performance.now());
    // A lock ends when the recorder says so, or when its time is over, which the caller sees to.
    if (login.state === 'locked') return signs.isThere && signs.isLocked === false ? 'check' : null;
    if (reason === null) return null;
    const { failed } = this;
    log.info('a refused login is tried again', { nvr: id, door, reason, failed });
    return door === 'web' ? 'check' : this.#tryRtsp(password, retry, reason);
  }

  async #tryRtsp(password: string, retry: Retry, reason: TryReason): Promise<LoginVerdict | null> {
    const { ask, door } = this.#options;
    const web = await ask.web(password, AbortSignal.timeout(LOOK_TIMEOUT_MS));
    if (web?.state === 'unreachable' || this.#retry !== retry) return null;
    if (web !== null && web.state !== 'accepted') return web;
    // Only a password that another door has just taken is known to be right.
    if (web === null && reason === 'time') {
      retry.refused.postpone(performance.now());
      return null;
    }
    const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
    const { state, stream } = await ask.rtsp(password, retry.stream, signal);
    if (state === 'unreachable' || this.#retry !== retry) return null;
    if (state === 'refused') return refusedByRtsp();
    this.#retry = null;
    door().clear(stream);
    return { state: 'accepted' };
  }

  #begin(start: {
    door: LoginDoor;
    triesLeft: number | null;
    failed: number;
    stream: string | null;
  }): void {
    const { door, triesLeft, failed, stream } = start;
    const rtsp = this.#options.door();
    const isSameStream = stream === null ? rtsp.isProven : rtsp.hasAccepted(stream);
    const wasAccepted = door === 'web' ? this.#wasAccepted : isSameStream;
    const facts = { door, failed, triesLeft, wasAccepted };
    this.#retry = { refused: new RefusedLogin(facts, performance.now()), stream };
  }
}
