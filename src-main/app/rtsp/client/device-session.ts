import {
  baseUrl,
  controlUrl,
  deviceUrl,
  redirectTarget,
  type DeviceAddress,
} from './device-url.ts';
import { RtspConnection, type ConnectionListener, type RtspAnswer } from './rtsp-connection.ts';
import { RtspLogin, type RtspCredentials } from './rtsp-login.ts';
import { SharedLogin } from './shared-login.ts';
import { failureOf, StreamFailure } from './stream-failure.ts';

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const SERVER_ERROR = 500;
/** A device may send us to another port or path of its own; a loop ends here. */
const REDIRECTS_FOLLOWED = 2;
/** RFC 2326, 12.37. */
const USUAL_SESSION_TIMEOUT_S = 60;
const SHORTEST_KEEP_ALIVE_MS = 5_000;
const LIFE_SIGNS_REFUSED = 2;

/** Which stream of which device, and as whom. */
export interface DeviceStream extends DeviceAddress, RtspCredentials {
  readonly path: string;
}

/**
 * What a login taught. `untold`: nothing more, for no answer came or the session is over. `questioned`: a sign of life was refused after
 * the login had been accepted; pictures go on, and the login should be checked.
 */
export type LoginOutcome = 'accepted' | 'refused' | 'untold' | 'questioned';

/** Who hears of a session beside its answers. */
export interface SessionListener extends ConnectionListener {
  /** Until it is `refused` or `untold`, which each session ends with: what was accepted may be refused later. */
  onLogin: (outcome: LoginOutcome) => void;
}

/**
 * One RTSP session at a device, from DESCRIBE to TEARDOWN (RFC 2326, RTP interleaved). Asks unsigned first, so that a wrong password costs
 * one failed login and a server that wants none gets none. Every method throws `StreamFailure`.
 */
export class DeviceSession {
  readonly #stream: DeviceStream;
  readonly #listener: SessionListener;
  readonly #login: RtspLogin;
  readonly #leaving = new AbortController();
  #connection: RtspConnection | null = null;
  #address: DeviceAddress;
  #base = '';
  #sessionId: string | null = null;
  #keepAlive: ReturnType<typeof setInterval> | undefined;
  #isLoginOver = false;
  #lifeSignsRefused = 0;
  #identity = '';

  constructor(stream: DeviceStream, listener: SessionListener, shared = new SharedLogin()) {
    this.#stream = stream;
    this.#address = stream;
    this.#listener = listener;
    this.#login = new RtspLogin(stream, shared);
  }

  /** What the device shows of itself before any login; empty before its first answer. */
  get identity(): string {
    return this.#identity;
  }

  /** Connects and asks for the description of the stream, whatever the answer's status. */
  async describe(): Promise<RtspAnswer> {
    try {
      return await this.#describe(this.#stream, REDIRECTS_FOLLOWED);
    } catch (error) {
      this.#tellLogin('untold');
      throw error;
    }
  }

  /** Sets one track up on a pair of channels; gives back the one its RTP comes on, which the device may choose. */
  async setUp(control: string | null, channel: number): Promise<number> {
    const answer = await this.#ask('SETUP', controlUrl(this.#base, control), {
      Transport: `RTP/AVP/TCP;unicast;interleaved=${channel}-${channel + 1}`,
    });
    this.#expectSuccess('SETUP', answer);
    const transport = answer.headers.first('transport') ?? '';
    const told = /interleaved\s*=\s*(\d+)/i.exec(transport)?.[1];
    if (told === undefined && /client_port|RTP\/AVP(?:\/UDP)?\s*(?:;|$)/i.test(transport)) {
      throw new StreamFailure('udp-only', answer.status);
    }
    this.#adoptSession(answer.headers.first('session'));
    return told === undefined ? channel : Number(told);
  }

  /** From here on packets come. */
  async play(aggregateControl: string | null): Promise<void> {
    const url = controlUrl(this.#base, aggregateControl);
    this.#expectSuccess('PLAY', await this.#ask('PLAY', url, { Range: 'npt=0.000-' }));
  }

  /**
   * Plays a recording from a moment on, also from another one while it plays (RFC 2326, 12.29).
   * @param range such as `clock=20261128T140327Z-`
   * @param onPlaying called with the Range of the answer, which tells where it really begins, before the first packet of that; null: not told
   */
  async playFrom(
    aggregateControl: string | null,
    range: string,
    onPlaying: (range: string | null) => void,
  ): Promise<void> {
    const url = controlUrl(this.#base, aggregateControl);
    const answer = await this.#ask('PLAY', url, { Range: range }, (told) => {
      if (isSuccess(told)) onPlaying(told.headers.first('range'));
    });
    this.#expectSuccess('PLAY', answer);
  }

  /** The recording stands still, and its session stays. */
  async halt(aggregateControl: string | null): Promise<void> {
    const url = controlUrl(this.#base, aggregateControl);
    this.#expectSuccess('PAUSE', await this.#ask('PAUSE', url, {}));
  }

  pause(): void {
    this.#connection?.pause();
  }

  resume(): void {
    this.#connection?.resume();
  }

  /** Ends the session at the device, without waiting for its answer, and hangs up; unsigned where the login may not be good any more. */
  close(mayBeSigned = true): void {
    clearInterval(this.#keepAlive);
    this.#leaving.abort();
    this.#tellLogin('untold');
    if (this.#sessionId !== null) {
      const maySign = mayBeSigned && this.#login.maySign;
      const Authorization = maySign ? this.#login.sign('TEARDOWN', this.#base) : null;
      this.#connection?.tell('TEARDOWN', this.#base, { Session: this.#sessionId, Authorization });
    }
    this.#connection?.close();
  }

  async #describe(
    target: DeviceAddress & { path: string },
    redirectsLeft: number,
  ): Promise<RtspAnswer> {
    this.#address = target;
    const url = deviceUrl(target, target.path);
    const answer = await this.#ask('DESCRIBE', url, { Accept: 'application/sdp' });
    const next = redirectTarget(answer.headers.first('location') ?? '', target);
    if (answer.status >= 300 && answer.status < 400 && next !== null) {
      if (redirectsLeft === 0 || !this.#isSameDevice(next))
        throw failureOf('DESCRIBE', answer.status);
      this.#connection?.close();
      this.#connection = null;
      return await this.#describe(next, redirectsLeft - 1);
    }
    const told = ['content-base', 'content-location'].map((name) => answer.headers.first(name));
    this.#base = baseUrl(told, url);
    this.#tellLogin(answer.status < SERVER_ERROR ? 'accepted' : 'untold');
    return answer;
  }

  /** By name, or by the address that is behind the name. */
  #isSameDevice({ host }: DeviceAddress): boolean {
    const known = [this.#stream.host, this.#connection?.remoteAddress];
    return known.some((each) => each?.toLowerCase() === host.toLowerCase());
  }

  /** Asks, and tells a refusal. */
  async #ask(
    method: string,
    url: string,
    headers: Record<string, string>,
    onAnswer?: (answer: RtspAnswer) => void,
  ): Promise<RtspAnswer> {
    try {
      return await this.#negotiate(method, url, headers, onAnswer);
    } catch (error) {
      if (isLoginRefused(error)) this.#tellLogin('refused');
      throw error;
    }
  }

  /** Asks, at most three times: unsigned, signed, and signed anew for a nonce that was too old. */
  async #negotiate(
    method: string,
    url: string,
    headers: Record<string, string>,
    onAnswer?: (answer: RtspAnswer) => void,
  ): Promise<RtspAnswer> {
    let isRenewed = false;
    for (;;) {
      const connection = await this.#connected();
      const authorization = this.#login.sign(method, url);
      const sent = { ...headers, Session: this.#sessionId, Authorization: authorization };
      const answer = await connection.ask(method, url, sent, onAnswer);
      if (!isRefusal(answer)) {
        if (authorization !== null) this.#login.prove();
        return answer;
      }
      const challenges = answer.headers.all('www-authenticate');
      if (this.#identity === '') this.#identity = identityOf(answer);
      if (authorization === null) this.#login.takeUp(challenges);
      else if (isRenewed) throw this.#login.refuse();
      else {
        this.#login.renew(challenges);
        isRenewed = true;
      }
    }
  }

  /** Some servers hang up with each 401. */
  async #connected(): Promise<RtspConnection> {
    const before = this.#connection;
    if (before !== null && !(before.isEnded && this.#sessionId === null)) return before;
    const { signal } = this.#leaving;
    this.#connection = await RtspConnection.open(this.#address, this.#listener, signal);
    return this.#connection;
  }

  #expectSuccess(method: string, answer: RtspAnswer): void {
    if (!isSuccess(answer)) throw failureOf(method, answer.status);
  }

  #adoptSession(header: string | null): void {
    const [id = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim());
    if (id !== '') this.#sessionId = id;
    const told = parameters.map((each) => /^timeout\s*=\s*(\d+)/i.exec(each)?.[1]).find(Boolean);
    const everyMs = (Number(told ?? USUAL_SESSION_TIMEOUT_S) * 1000) / 2;
    clearInterval(this.#keepAlive);
    this.#keepAlive = setInterval(
      () => void this.#signOfLife().catch(() => undefined),
      Math.max(everyMs, SHORTEST_KEEP_ALIVE_MS),
    );
  }

  /** Some devices ask for a login here, too. What is refused is tried once more, from the beginning and after main has looked into it. */
  async #signOfLife(): Promise<void> {
    if (!this.#login.maySign || this.#lifeSignsRefused >= LIFE_SIGNS_REFUSED) {
      const connection = await this.#connected();
      await connection.ask('OPTIONS', this.#base, { Session: this.#sessionId });
      return;
    }
    try {
      await this.#negotiate('OPTIONS', this.#base, {});
    } catch (error) {
      if (!isLoginRefused(error)) return;
      this.#lifeSignsRefused += 1;
      this.#login.forgetNonce();
      this.#tellLogin('questioned');
    }
  }

  #tellLogin(outcome: LoginOutcome): void {
    if (this.#isLoginOver) return;
    this.#isLoginOver = outcome === 'refused' || outcome === 'untold';
    this.#listener.onLogin(outcome);
  }
}

function isSuccess({ status }: RtspAnswer): boolean {
  return status >= 200 && status < 300;
}

function isLoginRefused(error: unknown): boolean {
  return error instanceof StreamFailure && error.reason === 'login-refused';
}

/** Some have no number for a refused login but 403; their challenge tells it from a refused stream. */
function isRefusal({ status, headers }: RtspAnswer): boolean {
  const challenges = headers.all('www-authenticate');
  return status === UNAUTHORIZED || (status === FORBIDDEN && challenges.length > 0);
}

/** Its name and realm, without what is new in each challenge. */
function identityOf({ headers }: RtspAnswer): string {
  const challenges = headers
    .all('www-authenticate')
    .map((each) =>
      each.replaceAll(/\b(?:nonce|opaque|stale|domain)\s*=\s*(?:"[^"]*"|[^\s,]*)/gi, ''),
    );
  return [headers.first('server') ?? '', ...challenges].join('\n');
}
