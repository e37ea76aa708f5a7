import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Nvr } from '@contract/models/nvr.ts';
import type { AlertNews } from '../../isapi/alert-stream/alert-reader.ts';
import type { HttpClient } from '../../isapi/http/http-client.ts';
import { Emitter } from '../../lifecycle/emitter.ts';
import type { Service } from '../../lifecycle/service.ts';
import type { Logger } from '../../logging/logger.ts';
import type { RecorderLogin } from '../login/recorder-login.ts';
import type { RecorderHttp } from '../web/recorder-http.ts';
import type { EventChannelState } from './channel-state.ts';
import type { DeviceEvent } from './device-event.ts';
import { eventOfAlert } from './event-of-alert.ts';
import { listen, type SessionEnd } from './event-session.ts';
import { makeOf } from './event-makes.ts';
import { RecorderFactsBook } from './recorder-facts.ts';
import {
  aftermathOf,
  EVENT_CHANNEL_TIMES,
  type EventChannelTimes,
  pauseAfter,
  refusalIn,
} from './session-aftermath.ts';

/** What the channel works with. */
export interface EventChannelOptions {
  nvr: () => Nvr;
  login: RecorderLogin;
  http: RecorderHttp;
  /** Its channels, as the app numbers them. */
  channels: () => readonly number[];
  /** False: nothing is sent to the recorder. */
  isEnabled: () => boolean;
  log: Logger;
  /** Tests wait less. */
  times?: Partial<EventChannelTimes> | undefined;
}

/** A login is not checked more often than this, as little as an accepted one is anyway. */
const RECHECK_AFTER_MS = 5 * 60 * 1000;

/**
 * Listens to what a recorder tells by itself, as long as its login is accepted: one connection with the recorder's own HTTP client, so it costs
 * no login of its own. One that breaks is opened anew, ever more slowly; a refused login is the login's matter, and never tried again from here.
 * It plays no stream, so it is none of the sessions that the recorder bears.
 */
export class EventChannel implements Service {
  readonly event = new Emitter<DeviceEvent>();
  /** How it stands became another, but for the time of the last sign. */
  readonly changed = new Emitter<EventChannelState>();
  readonly #options: EventChannelOptions;
  readonly #times: EventChannelTimes;
  #facts: RecorderFactsBook;
  #state: EventChannelState = { state: 'off' };
  #isStarted = false;
  #stopping: AbortController | null = null;
  #running: Promise<void> = Promise.resolve();
  /** In a row. */
  #failures = 0;
  /** When the login was known to be good last, and of the present session (performance.now()). */
  #checkedAtMs = 0;
  #firstSignMs = 0;
  #lastSignMs = 0;
  #last: DeviceEvent | null = null;
  #client: HttpClient | null = null;

  constructor(options: EventChannelOptions) {
    this.#options = options;
    this.#times = { ...EVENT_CHANNEL_TIMES, ...options.times };
    this.#facts = new RecorderFactsBook(options.channels);
    options.login.changed.on(() => this.#follow());
  }

  get state(): EventChannelState {
    return this.#state;
  }

  /** Channels before its IP cameras, as it told; null: unknown. */
  get analogInputs(): number | null {
    return this.#facts.analogInputs;
  }

  start(): Promise<void> {
    this.#isStarted = true;
    this.#follow();
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    this.suspend();
    await this.#running;
  }

  /** Hangs up: the recorder is being changed, and what was learnt of it counts no more. */
  suspend(): void {
    this.#hangUp();
    this.#facts = new RecorderFactsBook(this.#options.channels);
  }

  #follow(): void {
    const { login } = this.#options;
    const isWanted = this.#isStarted && login.acceptedPassword !== null && this.#make() !== null;
    if (!isWanted) this.#hangUp();
    else if (this.#stopping === null) this.#begin();
  }

  #make(): ReturnType<typeof makeOf> {
    const { nvr, isEnabled } = this.#options;
    return isEnabled() ? makeOf(nvr()) : null;
  }

  #begin(): void {
    const stopping = new AbortController();
    this.#stopping = stopping;
    this.#failures = 0;
    this.#checkedAtMs = performance.now();
    this.#tell({ state: 'connecting' });
    const before = this.#running;
    this.#running = before
      .then(() => this.#keepListening(stopping.signal))
      .catch((error: unknown) => this.#options.log.error('an event channel failed', { error }));
  }

  #hangUp(): void {
    this.#stopping?.abort();
    this.#stopping = null;
    this.#last = null;
    this.#tell({ state: 'off' });
  }

  async #keepListening(signal: AbortSignal): Promise<void> {
    for (;;) {
      const end = await this.#listen(signal);
      if (isOver(signal)) return;
      await this.#tellLogin(end);
      if (isOver(signal)) return;
      const pauseMs = this.#settle(end);
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
      if (isOver(signal)) return;
      await this.#recheck();
      if (isOver(signal)) return;
    }
  }

  /** A login that was refused here is the login's matter. Where only this address may have meant it, the login is checked. */
  async #tellLogin(end: SessionEnd): Promise<void> {
    const { login } = this.#options;
    if (this.#make()?.isLoginShared !== true) return;
    const refusal = refusalIn(end, this.#client?.hasTakenLogin === true);
    if (refusal !== null) await login.learnRefusal(refusal);
    else if (typeof end === 'object' && end.kind === 'auth' && end.reason === 'wrong-password') {
      await login.recheck();
    }
  }

  /** Before it is opened anew: a password that was changed meanwhile then costs one failed login, not two. */
  async #recheck(): Promise<void> {
    if (performance.now() - this.#checkedAtMs < RECHECK_AFTER_MS) return;
    this.#checkedAtMs = performance.now();
    await this.#options.login.recheck();
  }

  async #listen(signal: AbortSignal): Promise<SessionEnd> {
    const { nvr, login, http } = this.#options;
    const make = this.#make();
    const password = login.acceptedPassword;
    if (make === null || password === null) return { kind: 'cancelled' };
    // Also a firewall that swallows packets, which would be knocked at again and again.
    if (http.shutForMs(nvr()) > 0) return { kind: 'timeout' };
    const client = http.client(nvr(), password);
    this.#client = client;
    const objection = make.isIsapi ? await this.#facts.learn(client, signal) : null;
    if (objection !== null) return objection;
    return listen(
      {
        ...{ client, path: make.path, reader: make.reader(), silenceMs: this.#times.silenceMs },
        onSign: () => this.#noteSign(signal),
        onNews: (news) => this.#note(news, signal),
      },
      signal,
    );
  }

  #noteSign(signal: AbortSignal): void {
    if (isOver(signal)) return;
    this.#lastSignMs = performance.now();
    const nowMs = Date.now();
    if (this.#state.state === 'listening') this.#state = { ...this.#state, lastSignMs: nowMs };
    else {
      this.#firstSignMs = this.#lastSignMs;
      this.#tell({ state: 'listening', sinceMs: nowMs, lastSignMs: nowMs });
    }
  }

  #note(news: AlertNews, signal: AbortSignal): void {
    if (isOver(signal)) return;
    if (news.kind === 'heartbeat') this.#facts.clock.note(news.time);
    if (news.kind === 'alert') {
      this.#last = eventOfAlert(news.alert, this.#facts);
      this.event.emit(this.#last);
    }
    if (news.kind === 'picture' && this.#last !== null) {
      this.event.emit({ ...this.#last, picture: news.jpeg });
    }
  }

  /** Tells how it stands after an end, and gives back how long to wait. */
  #settle(end: SessionEnd): number {
    const state = this.#state;
    const listenedMs = state.state === 'listening' ? this.#lastSignMs - this.#firstSignMs : 0;
    const isSettled = listenedMs >= this.#times.settledMs;
    if (isSettled) this.#failures = 0;
    const aftermath = aftermathOf(end);
    const pauseMs = Math.round(
      pauseAfter(aftermath, { failures: this.#failures, times: this.#times }),
    );
    this.#failures += 1;
    const { log, nvr } = this.#options;
    if (end === 'closed' && isSettled) this.#tell({ state: 'connecting' });
    else {
      if (state.state === 'listening')
        log.warn('an event channel ended', { nvr: nvr().id, ...aftermath });
      const nextTryMs = Date.now() + pauseMs;
      this.#tell(aftermath.state === 'failing' ? { ...aftermath, nextTryMs } : aftermath);
    }
    return pauseMs;
  }

  #tell(state: EventChannelState): void {
    if (isDeepStrictEqual(this.#state, state)) return;
    this.#state = state;
    this.changed.emit(state);
  }
}

/** A function, since the compiler believes a signal to be unchanged over an await. */
function isOver({ aborted }: AbortSignal): boolean {
  return aborted;
}
