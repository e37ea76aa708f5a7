import type { Kysely } from 'kysely';
import type { Nvr, RecorderState } from '@contract/models/nvr.ts';
import type { Result } from '@contract/result.ts';
import type { KeptRefusal } from '../db/repositories/login-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { HttpCall } from '../isapi/http/http-call.ts';
import type { HttpAnswer } from '../isapi/http/http-exchange.ts';
import type { IsapiError } from '../isapi/isapi-error.ts';
import type { Go2rtcClient } from '../go2rtc/go2rtc-client.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import { EventChannel } from './events/event-channel.ts';
import type { EventChannelTimes } from './events/session-aftermath.ts';
import type { KeychainReader } from './login/keychain-reader.ts';
import { LoginMonitor } from './login/login-monitor.ts';
import type { LoginQuestions } from './login/device/login-questions.ts';
import { RecorderLogin } from './login/recorder-login.ts';
import { OutageLog } from './reach/outage-log.ts';
import { ReachWatch } from './reach/reach-watch.ts';
import type { RtspGateway } from '../rtsp/rtsp-gateway.ts';
import { SessionBudget } from './streams/session-budget.ts';
import { RecorderStreams } from './streams/recorder-streams.ts';
import { MissingChannels, type MissingCause } from './web/missing-channels.ts';
import { askAside } from './web/ask-aside.ts';
import { RecorderHttp } from './web/recorder-http.ts';

/** A DVR of this make was measured to play four at once, and to refuse the fifth with 453, whatever else it plays. */
const RECORDINGS_PER_RECORDER = 4;

/** What all recorders work with. */
export interface RecorderTools {
  db: Kysely<Schema>;
  keychain: KeychainReader;
  /** How a recorder is asked about its login. */
  questionsTo: (recorder: { nvr: () => Nvr; http: RecorderHttp }) => LoginQuestions;
  gateway: Pick<RtspGateway, 'end'>;
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  log: Logger;
  redactor: Redactor;
  /** Tests wait less. */
  eventTimes?: Partial<EventChannelTimes>;
}

/** What is stored of a recorder. */
export interface StoredRecorder {
  nvr: Nvr;
  /** Null: its login was not refused. */
  refusal: KeptRefusal | null;
  /** Since when it fails, Unix time in ms; null: no failure is known. */
  sinceMs: number | null;
  /** Its channels as the app numbers them, at any time. */
  channels: () => readonly number[];
}

/** One stored recorder while the app runs: how it is configured, and everything that is known of it and under way with it. */
export class Recorder implements Service {
  readonly id: number;
  readonly login: RecorderLogin;
  readonly http = new RecorderHttp();
  readonly streams: RecorderStreams;
  /** Recordings that it plays, which count apart from live streams. */
  readonly recordings = new SessionBudget(RECORDINGS_PER_RECORDER);
  /** What it tells by itself. */
  readonly events: EventChannel;
  /** Its login, or whether it answers, became another. */
  readonly changed = new Emitter<RecorderState>();
  readonly #log: Logger;
  readonly #monitor: LoginMonitor;
  readonly #reach: ReachWatch;
  readonly #outages: OutageLog;
  readonly #missing = new MissingChannels(this.http);
  #nvr: Nvr;
  /** Ends what is asked aside. */
  #changing = new AbortController();
  #isOver = false;

  constructor({ nvr, refusal, sinceMs, channels }: StoredRecorder, tools: RecorderTools) {
    const { id } = nvr;
    const { log } = tools;
    this.id = id;
    this.#nvr = nvr;
    this.#log = log;
    const current = (): Nvr => this.#nvr;
    const ask = tools.questionsTo({ nvr: current, http: this.http });
    const isEnabled = (): boolean => this.#nvr.isEnabled && !this.#isOver;
    this.login = new RecorderLogin({ ...tools, id, ask, refusal, isEnabled });
    this.streams = new RecorderStreams({ ...tools, id, nvr: current, login: this.login });
    this.events = new EventChannel({
      ...{ nvr: current, login: this.login, http: this.http, channels, isEnabled, log },
      times: tools.eventTimes,
    });
    this.#monitor = new LoginMonitor({
      ...{ login: this.login, isEnabled },
      onError: (error) => log.error('checking a login failed', { nvr: id, error }),
    });
    this.#reach = new ReachWatch({
      address: current,
      isWatched: () => isEnabled() && this.login.isAccepted,
      onError: (error) => log.error('looking for a recorder failed', { nvr: id, error }),
    });
    this.#outages = new OutageLog({ ...tools, id, sinceMs });
    this.login.changed.on(() => this.#onLoginChanged());
    this.#reach.changed.on(() => this.#onReachChanged());
  }

  async start(): Promise<void> {
    this.login.start();
    await this.#monitor.start();
    await this.#reach.start();
    await this.events.start();
  }

  /** Ends running checks; what they would have learnt does not count. */
  async stop(): Promise<void> {
    await this.events.stop();
    await this.#reach.stop();
    await this.login.stop();
    await this.#monitor.stop();
    await this.#missing.forget();
  }

  /** As it is stored. */
  get nvr(): Nvr {
    return this.#nvr;
  }

  /** The same with another name, number of channels or connection; `suspend` comes before another connection. */
  configure(nvr: Nvr): void {
    this.#nvr = nvr;
  }

  /** How it is at this moment. */
  get state(): RecorderState {
    return {
      id: this.id,
      login: this.login.state,
      sinceMs: this.#outages.sinceMs,
      isAnswering: !this.#reach.isLost,
    };
  }

  /** Its streams end and what is known of its login is put away: it is being changed. */
  async suspend(): Promise<void> {
    this.login.suspend();
    this.events.suspend();
    this.#changing.abort();
    this.#changing = new AbortController();
    void this.#missing.forget();
    await this.#endStreams();
  }

  /** Why RTSP knows no such channel, by the recorder's own lists; null: they do not tell. */
  async causeOfMissing(channel: number): Promise<MissingCause | null> {
    const password = this.login.acceptedPassword;
    return password === null ? null : this.#missing.causeOf(this.#nvr, password, channel);
  }

  /** Asks its web server something that can wait; null: nothing may be sent now. What it refuses counts for its login. */
  ask(call: HttpCall): Promise<Result<HttpAnswer, IsapiError> | null> {
    const signal = AbortSignal.any([this.#changing.signal, ...(call.signal ? [call.signal] : [])]);
    return askAside({ nvr: this.#nvr, login: this.login, http: this.http }, { ...call, signal });
  }

  /** It is stored no more: nothing is sent to it. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.suspend();
    await this.stop();
  }

  /** A closed gate ends the streams at once. */
  #onLoginChanged(): void {
    if (this.#isOver) return;
    this.#reach.forget();
    // First, so that whoever hears of it finds the time, too.
    void this.#outages.note(this.login.state);
    this.changed.emit(this.state);
    if (this.login.isShut) void this.#endStreams();
  }

  /** Its streams notice by themselves. */
  #onReachChanged(): void {
    const { isLost } = this.#reach;
    this.#log.warn(isLost ? 'a recorder stopped answering' : 'a recorder answers again', {
      nvr: this.id,
    });
    void this.#outages.note(isLost ? { state: 'unreachable' } : this.login.state);
    this.changed.emit(this.state);
  }

  async #endStreams(): Promise<void> {
    await this.streams.end().catch((error: unknown) => {
      this.#log.warn('a recorder’s streams were not ended', { nvr: this.id, error });
    });
  }
}
