import { randomBytes } from 'node:crypto';
import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamCause, StreamNews } from '@contract/models/playback.ts';
import type { Actor } from '../../domain/actor.ts';
import { fillPath } from '../../domain/path-secret.ts';
import type { StreamId } from '../../domain/stream-name.ts';
import type { DialGrant } from '../../rtsp/rtsp-gateway.ts';
import type { RecorderLogin } from '../login/recorder-login.ts';
import type { LeaseHolder, ViewerId } from '../../domain/lease-holder.ts';
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

/** `abandoned`: nobody waits for it any more. */
export type DialAnswer = DialGrant | StreamCause | 'abandoned';

/** One stream of a recorder that go2rtc may play, for as long as it is wanted. */
export class StreamLease {
  /** What go2rtc knows it by when it asks the RTSP gateway for it: random, and worth nothing elsewhere. */
  readonly id = randomBytes(LEASE_BYTES).toString('hex');
  /** Told last; so that a late explanation is not told of another dial. */
  newest: StreamNews | null = null;
  readonly #options: StreamLeaseOptions;
  #path: string | null = null;
  readonly #holders = new Map<ViewerId, LeaseHolder>();
  /** Since somebody opened it. */
  #dials = 0;
  #isParked = false;
  /** From the gateway's question until the stream plays, or has failed. */
  #isDialling = false;
  /** Aborted once nobody waits for what is being dialled. */
  #wanted = new AbortController();

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

  /** On whose behalf it may be dialled. */
  get holders(): readonly LeaseHolder[] {
    return [...this.#holders.values()];
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
  open(holder: LeaseHolder): void {
    this.#holders.set(holder.viewer, holder);
    this.#dials = 0;
    this.#isParked = false;
    this.#options.login.expectDial(this.name);
  }

  /** Somebody else is at the desk: what they may watch is held by them from now on. False: nobody who wants it may have it. */
  handOver(actor: Actor): boolean {
    if (this.#holders.size === 0) return true;
    for (const [viewer, holder] of this.#holders) {
      if (actor.may(holder.permission, { streams: [this.name] })) {
        this.#holders.set(viewer, { ...holder, actor });
      } else this.#holders.delete(viewer);
    }
    return this.#holders.size > 0;
  }

  /** A viewer wants it no more. True: nobody does, and the dial that was under way is called off. */
  leave(viewer: ViewerId): boolean {
    this.#holders.delete(viewer);
    if (!this.#isDialling || this.#holders.size > 0) return false;
    this.#wanted.abort();
    this.#wanted = new AbortController();
    return true;
  }

  /** Before every dial: where the stream is now, with its login, or why nothing may be sent. */
  async dial(): Promise<DialAnswer> {
    if (this.#holders.size === 0) return 'abandoned';
    const { signal } = this.#wanted;
    this.#isDialling = true;
    const answer = await this.#dial(signal);
    // Another one may be under way by now.
    if (signal.aborted) return this.#callOff(answer);
    this.#isParked = typeof answer === 'string';
    this.#isDialling = !this.#isParked;
    return answer;
  }

  /** The dial that was let go has come to its end: it plays, or has failed. */
  endDial(): void {
    this.#isDialling = false;
  }

  #callOff(answer: DialAnswer): DialAnswer {
    if (typeof answer !== 'string') answer.report('untold');
    return 'abandoned';
  }

  async #dial(signal: AbortSignal): Promise<DialAnswer> {
    // Sound has no buffers that are worth it.
    if (!this.stream.isSound && this.#dials > REDIALS) return 'connection-lost';
    const path = await this.#findPath();
    if (path === null) return 'refused-here';
    const session = await this.#options.budget.take(signal);
    if (session === null) return 'sessions-used';
    // Counted out at once, whatever its login still waits for.
    signal.addEventListener('abort', session.end);
    const answer = await this.#ask(path, session)
      .catch((error: unknown) => {
        session.end();
        throw error;
      })
      .finally(() => signal.removeEventListener('abort', session.end));
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
