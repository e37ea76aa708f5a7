import { randomBytes } from 'node:crypto';
import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamCause, StreamNews } from '@contract/models/playback.ts';
import { fillPath } from '../../domain/path-secret.ts';
import type { StreamId } from '../../domain/stream-name.ts';
import type { DialGrant } from '../../rtsp/rtsp-gateway.ts';
import type { RecorderLogin } from '../login/recorder-login.ts';
import type { BudgetedSession, SessionBudget } from './session-budget.ts';

const LEASE_BYTES = 16;
/**
 * So often go2rtc itself may dial a picture again before somebody opens it anew. For as long as one viewer stays it keeps the buffers
 * of each session that broke, half a megabyte (its `Node.movedTo`, with `#gop=1`; seen with 1.9.14-cui.46). A player whose
 * picture stops connects anew, and with it goes all that was kept.
 */
const REDIALS = 3;

/** What a lease works with. */
export interface StreamLeaseOptions {
  /** The name by which tiles and go2rtc mean the stream. */
  name: string;
  stream: StreamId;
  login: RecorderLogin;
  budget: SessionBudget;
  /** The recorder as it is configured now. */
  nvr: () => Nvr;
  /** Where the stream is on the recorder; undefined: there is no such camera, or it has no such stream. */
  findPath: (stream: StreamId) => Promise<string | undefined>;
}

/** One stream of a recorder that go2rtc may play, for as long as it is wanted. */
export class StreamLease {
  /** What go2rtc knows it by when it asks the RTSP gateway for it: random, and worth nothing elsewhere. */
  readonly id = randomBytes(LEASE_BYTES).toString('hex');
  /** Told last; so that a late explanation is not told of another dial. */
  newest: StreamNews | null = null;
  readonly #options: StreamLeaseOptions;
  #path: string | null = null;
  /** Since somebody opened it. */
  #dials = 0;
  #isParked = false;

  constructor(options: StreamLeaseOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  get stream(): StreamId {
    return this.#options.stream;
  }

  /** True after a dial that was refused here: go2rtc has no session of it, though it lists the former one. */
  get isParked(): boolean {
    return this.#isParked;
  }

  /** Whether there is such a stream. */
  async exists(): Promise<boolean> {
    return (await this.#findPath()) !== null;
  }

  /** Cameras were changed: the path is read anew. */
  forgetPath(): void {
    this.#path = null;
  }

  /** A viewer opens it, so that its next dial is no reconnect. */
  open(): void {
    this.#dials = 0;
    this.#isParked = false;
    this.#options.login.expectDial(this.name);
  }

  /** Before every dial: where the stream is now, with its login, or why nothing may be sent. */
  async dial(): Promise<DialGrant | StreamCause> {
    const answer = await this.#dial();
    this.#isParked = typeof answer === 'string';
    return answer;
  }

  async #dial(): Promise<DialGrant | StreamCause> {
    // Sound has no buffers that are worth it.
    if (!this.stream.isSound && this.#dials > REDIALS) return 'connection-lost';
    const path = await this.#findPath();
    if (path === null) return 'refused-here';
    const session = await this.#options.budget.take();
    if (session === null) return 'sessions-used';
    const answer = await this.#ask(path, session).catch((error: unknown) => {
      session.end();
      throw error;
    });
    if (typeof answer === 'string') session.end();
    return answer;
  }

  async #findPath(): Promise<string | null> {
    this.#path ??= (await this.#options.findPath(this.stream)) ?? null;
    return this.#path;
  }

  async #ask(path: string, session: BudgetedSession): Promise<DialGrant | StreamCause> {
    // Before its login is asked: the address that the password was given for.
    const { host, rtspPort: port, username, isBasicAllowed: mayUseBasic } = this.#options.nvr();
    const login = await this.#options.login.confirm(this.name);
    if (login.state === 'denied') return login.cause;
    if (login.state === 'unreachable') return 'unreachable';
    this.#dials += 1;
    const { password, report } = login;
    const filled = fillPath(path, password);
    return {
      stream: { host, port, path: filled, username, password, mayUseBasic },
      report: (outcome) => {
        if (outcome === 'refused' || outcome === 'untold') session.end();
        report(outcome);
      },
    };
  }
}
