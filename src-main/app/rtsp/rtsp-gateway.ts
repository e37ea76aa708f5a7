import { setTimeout as delay } from 'node:timers/promises';
import type { StreamCause, StreamNews } from '@contract/models/playback.ts';
import { decideRestart } from '../lifecycle/restart-policy.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { RecordingClock } from '../domain/time/recording-time.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { DescribeAnswer } from './client/describe-stream.ts';
import type { DeviceStream, LoginOutcome } from './client/device-session.ts';
import { GatewayCalls } from './process/gateway-calls.ts';
import type { FromGateway, GatewayChild } from './process/gateway-messages.ts';

const START_TIMEOUT_MS = 10_000;
const STOP_PATIENCE_MS = 1_000;
const PING_MS = 1_000;
/** In a row: then it hangs, and every picture with it. */
const PINGS_MISSED = 3;

/** A dial that may be made. */
export interface DialGrant {
  readonly stream: DeviceStream;
  /** Of a recording: what its recorder means by times. */
  readonly clock?: RecordingClock;
  /** Told how the login of this dial went; after `refused` or `untold` nothing more. */
  readonly report: (outcome: LoginOutcome) => void;
}

/** Asked before each dial of go2rtc; null when the stream must not be dialled now. */
export type DialAuthority = (lease: string) => Promise<DialGrant | null>;

/** Asked before a recording is dialled; null: it is none. */
export type RecordedAuthority = (lease: string) => Promise<DialGrant | StreamCause | null>;

/** What the gateway works with. */
export interface RtspGatewayOptions {
  launch: () => GatewayChild;
  log: Logger;
}

/**
 * The one RTSP client of the app, in a process of its own, seen from main: checks logins, and serves go2rtc its streams, so that go2rtc
 * knows neither a recorder nor a password. Kept alive like go2rtc: a process that ends or hangs is replaced, on the same port.
 */
export class RtspGateway implements Service {
  readonly news = new Emitter<{ lease: string; news: StreamNews }>();
  /** Another process has taken the place of one that ended with all its sessions. */
  readonly replaced = new Emitter<null>();
  /** Whoever knows the streams; without one nothing is dialled. */
  authority: DialAuthority | null = null;
  /** The same for recordings, which have leases of their own; a cause: why not. */
  recordedAuthority: RecordedAuthority | null = null;
  readonly #options: RtspGatewayOptions;
  #calls: GatewayCalls | null = null;
  #port = 0;
  #recordedPort = 0;
  #stopping = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(options: RtspGatewayOptions) {
    this.#options = options;
  }

  /** Waits for the first process; one that does not come is tried again behind the scenes. */
  async start(): Promise<void> {
    if (this.#loop !== null) return;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    const listening = new Promise<void>((resolve) => {
      this.#loop = this.#run(signal, resolve);
    });
    await Promise.race([listening, delay(START_TIMEOUT_MS, undefined, { ref: false })]);
  }

  /** Sessions end at their devices first, as far as the process still does what it is told. */
  async stop(): Promise<void> {
    await Promise.race([this.#calls?.stop(), delay(STOP_PATIENCE_MS, undefined, { ref: false })]);
    this.#stopping.abort();
    await this.#loop;
    this.#loop = null;
  }

  /** The address to register with go2rtc; it leads only here. */
  addressOf(lease: string): string {
    return `rtsp://127.0.0.1:${this.#port}/${lease}`;
  }

  /** Where a page gets the recording of this lease. */
  recordedAddressOf(lease: string): string {
    return `ws://127.0.0.1:${this.#recordedPort}/${lease}`;
  }

  /** Ends what is played for these leases. */
  end(leases: readonly string[]): void {
    this.#calls?.post({ kind: 'end', leases });
  }

  /** Asks a device for one stream and plays nothing; spends one failed login at most. */
  async describe(stream: DeviceStream, signal: AbortSignal): Promise<DescribeAnswer> {
    const answer = await this.#calls?.describe(stream, signal);
    return answer ?? { kind: 'failed', cause: 'no-answer', identity: '' };
  }

  async #run(stopping: AbortSignal, onListening: () => void): Promise<void> {
    let failures = 0;
    const isOver = (): boolean => stopping.aborted;
    while (!isOver()) {
      const startedAtMs = performance.now();
      const reason = await this.#runOnce(stopping, onListening);
      if (isOver()) return;
      const decision = decideRestart(failures, performance.now() - startedAtMs);
      failures = decision.failures;
      this.#options.log.error('the RTSP gateway ended', { reason, retryInMs: decision.delayMs });
      await delay(decision.delayMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  /** One life of one process; gives back how it ended. */
  async #runOnce(stopping: AbortSignal, onListening: () => void): Promise<string> {
    const child = this.#options.launch();
    const ended = new Promise<string>((resolve) => child.onExit(resolve));
    const calls = new GatewayCalls(child, (message) => this.#receive(message, child, onListening));
    this.#calls = calls;
    calls.post({ kind: 'listen', port: this.#port });
    const timer = setInterval(() => {
      if (calls.ping() > PINGS_MISSED) child.kill();
    }, PING_MS);
    const end = (): void => child.kill();
    stopping.addEventListener('abort', end, { once: true });
    const reason = await ended;
    stopping.removeEventListener('abort', end);
    clearInterval(timer);
    this.#calls = null;
    calls.end();
    return reason;
  }

  #receive(message: FromGateway, child: GatewayChild, onListening: () => void): void {
    switch (message.kind) {
      case 'listening':
        if (this.#port !== 0) this.replaced.emit(null);
        this.#port = message.port;
        this.#recordedPort = message.recordedPort;
        this.#options.log.info('RTSP gateway started', { pid: child.pid, port: message.port });
        onListening();
        return;
      case 'dial':
        void this.#dial(message.dialId, message.lease);
        return;
      case 'news':
        this.news.emit({ lease: message.lease, news: message.news });
        return;
      case 'login':
      case 'described':
      case 'stopped':
      case 'pong':
        // GatewayCalls has taken it.
        return;
    }
  }

  async #dial(dialId: number, lease: string): Promise<void> {
    const calls = this.#calls;
    const grant = await this.#authorise(lease).catch((error: unknown) => {
      this.#options.log.error('a stream’s address could not be told', { error });
      return null;
    });
    if (grant === null || typeof grant === 'string') {
      calls?.post({ kind: 'dial-answer', dialId, stream: null, cause: grant ?? undefined });
    } else if (calls === null) grant.report('untold');
    else calls.grant(dialId, grant);
  }

  async #authorise(lease: string): Promise<DialGrant | StreamCause | null> {
    return (await this.recordedAuthority?.(lease)) ?? (await this.authority?.(lease)) ?? null;
  }
}
