import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import { findFreePort } from './free-port.ts';
import { Go2rtcUnusableError, verifyGo2rtc, type Go2rtcBinary } from './go2rtc-binary.ts';
import { Go2rtcClient } from './go2rtc-client.ts';
import { renderGo2rtcConfig } from './go2rtc-config.ts';
import { Go2rtcProcess } from './go2rtc-process.ts';
import { ListenWatch } from './listen-watch.ts';
import { LogRing } from './log-ring.ts';
import { decideRestart } from '../lifecycle/restart-policy.ts';
import { RunFiles } from './run-files.ts';
import { sweepStaleChild } from './stale-child.ts';

const START_TIMEOUT_MS = 15_000;
const START_POLL_MS = 50;
/** A slow disk may take longer, but nobody should look at empty tiles for more than 5 s without a word. */
const SLOW_START_MS = 4_000;
const HEALTH_INTERVAL_MS = 3_000;
/** Once a probe went unanswered, pictures stand still: the next ones follow at once. */
const HEALTH_DOUBT_INTERVAL_MS = 500;
const HEALTH_FAILURES_ALLOWED = 2;
const LINES_IN_CRASH_REPORT = 15;
const TOKEN_BYTES = 32;

/** What the supervisor is told once. */
export interface SupervisorOptions {
  /** Resolved at each start, so that a repaired installation is found without restarting the app. */
  locateBinary: () => Go2rtcBinary;
  /** Holds the pid file, and the config file until go2rtc has read it. */
  folder: string;
  log: Logger;
  redactor: Redactor;
}

interface Ending {
  /** A sentence. */
  reason: string;
  /** True when trying again is useless until somebody repairs the installation. */
  needsPerson: boolean;
}

/** Keeps one go2rtc alive: launches it, believes only its health probe, restarts it with patience and leaves nothing behind. */
export class Go2rtcSupervisor implements Service {
  readonly changed = new Emitter<PlaybackStatus>();
  readonly #options: SupervisorOptions;
  readonly #files: RunFiles;
  readonly #ring = new LogRing();
  #status: PlaybackStatus = { state: 'stopped' };
  #client: Go2rtcClient | null = null;
  #process: Go2rtcProcess | null = null;
  /** What the last caller of start or stop wants; a start may have to wait for a stop under way. */
  #isWanted = false;
  #stopping = new AbortController();
  /** Ends this round of the loop, whether go2rtc runs in it or its restart is waited for. */
  #round = new AbortController();
  #loop: Promise<void> | null = null;
  #hasAnswered = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#files = new RunFiles(options.folder);
  }

  get status(): PlaybackStatus {
    return this.#status;
  }

  /** The API of the go2rtc that runs now, or null. */
  get client(): Go2rtcClient | null {
    return this.#client;
  }

  /** Waits for a stop under way, but never for go2rtc: the window comes first, and a failing start is a status, not an exception. */
  async start(): Promise<void> {
    this.#isWanted = true;
    if (this.#stopping.signal.aborted) await this.#loop;
    if (this.#loop !== null || !this.#wanted()) return;
    this.#stopping = new AbortController();
    this.#loop = this.#run(this.#stopping.signal).finally(() => (this.#loop = null));
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#stopping.abort();
    // Ends a probe that is under way, too.
    await this.#process?.stop();
    await this.#loop;
  }

  /** Ends the current process or the wait for the next one; the loop does the rest at once, and counts it as no failure. */
  async restart(): Promise<void> {
    this.#round.abort();
    await this.#process?.stop();
  }

  /** A method, since the compiler believes a field to be unchanged over an await. */
  #wanted(): boolean {
    return this.#isWanted;
  }

  async #run(stopping: AbortSignal): Promise<void> {
    const isOver = (signal: AbortSignal): boolean => signal.aborted;
    let failures = 0;
    this.#hasAnswered = false;
    while (!isOver(stopping)) {
      this.#round = new AbortController();
      const requested = this.#round.signal;
      const cut = AbortSignal.any([stopping, requested]);
      // A failure stays said until go2rtc runs again: trying in vain is no news.
      if (this.#status.state !== 'failed') this.#setStatus({ state: 'starting' });
      const startedAtMs = performance.now();
      const { reason, needsPerson } = await this.#runOnce(cut);
      if (isOver(stopping)) break;
      if (isOver(requested)) continue;
      const decision = decideRestart(failures, performance.now() - startedAtMs, this.#hasAnswered);
      failures = decision.failures;
      this.#report(reason, decision.delayMs);
      this.#setStatus({
        state: decision.isOverBudget || needsPerson ? 'failed' : 'backing-off',
        reason,
        retryAtMs: Date.now() + decision.delayMs,
      });
      await delay(decision.delayMs, undefined, { signal: cut }).catch(() => null);
    }
    this.#setStatus({ state: 'stopped' });
  }

  /** One life of one process. Never rejects. */
  async #runOnce(cut: AbortSignal): Promise<Ending> {
    const { redactor } = this.#options;
    const token = randomBytes(TOKEN_BYTES).toString('hex');
    const ended = new AbortController();
    const signal = AbortSignal.any([cut, ended.signal]);
    redactor.add(token);
    try {
      const { child, client, watch } = await this.#launch(token, cut);
      void child.exited.then(() => ended.abort());
      await this.#untilHealthy(client, watch, signal);
      // Read once, at the start; it holds the token.
      await this.#files.removeConfig();
      this.#client = client;
      this.#hasAnswered = true;
      if (!signal.aborted) {
        this.#setStatus({ state: 'running', endpoint: client.playbackEndpoint });
      }
      await this.#whileHealthy(client, signal);
      if (ended.signal.aborted) return { reason: await child.exited, needsPerson: false };
      // It does not answer probes, so it would not answer SIGTERM either.
      if (!signal.aborted) await child.kill();
      return { reason: 'go2rtc stopped answering', needsPerson: false };
    } catch (error) {
      const hasEnded = ended.signal.aborted && this.#process;
      const reason = hasEnded ? await hasEnded.exited : (error as Error).message;
      return { reason, needsPerson: error instanceof Go2rtcUnusableError };
    } finally {
      this.#client = null;
      await this.#process?.stop();
      this.#process = null;
      await this.#files.remove();
      redactor.forget(token);
    }
  }

  async #launch(
    token: string,
    cut: AbortSignal,
  ): Promise<{ child: Go2rtcProcess; client: Go2rtcClient; watch: ListenWatch }> {
    const { redactor, log } = this.#options;
    const files = this.#files;
    const binary = this.#options.locateBinary();
    await verifyGo2rtc(binary);
    if (await sweepStaleChild(files.pid, files.config)) log.warn('ended a go2rtc of a former run');
    const port = await findFreePort();
    await files.writeConfig(renderGo2rtcConfig(port, token));
    cut.throwIfAborted();
    const watch = new ListenWatch(port);
    const onLine = (line: string): void => {
      watch.hear(line);
      this.#ring.push(redactor.redact(line));
    };
    const child = new Go2rtcProcess({ binary: binary.file, configFile: files.config, onLine });
    this.#process = child;
    if (!(await files.writePid(child.pid))) log.warn('the pid of go2rtc could not be noted');
    log.info('go2rtc started', { pid: child.pid, port });
    return { child, client: new Go2rtcClient(port, token), watch };
  }

  /** Nobody is asked, which needs the token, before go2rtc has said that it is the one who listens. */
  async #untilHealthy(
    client: Go2rtcClient,
    watch: ListenWatch,
    signal: AbortSignal,
  ): Promise<void> {
    const giveUp = AbortSignal.any([signal, AbortSignal.timeout(START_TIMEOUT_MS)]);
    const slowAtMs = performance.now() + SLOW_START_MS;
    while (watch.state !== 'listening' || !(await client.isHealthy())) {
      if (watch.state === 'refused') throw new Error('another program took the port of go2rtc');
      if (performance.now() > slowAtMs && this.#status.state === 'starting') this.#saySlow();
      if (giveUp.aborted) throw new Error('go2rtc did not answer after its start');
      await delay(START_POLL_MS, undefined, { signal: giveUp }).catch(() => null);
    }
  }

  /** Waiting goes on; what is said holds until it runs. */
  #saySlow(): void {
    const reason = 'go2rtc was started, but does not answer yet';
    this.#setStatus({ state: 'failed', reason, retryAtMs: Date.now() + START_TIMEOUT_MS });
  }

  /** Returns when the process ended, the app stops, or too many probes in a row went unanswered. */
  async #whileHealthy(client: Go2rtcClient, signal: AbortSignal): Promise<void> {
    let misses = 0;
    while (!signal.aborted && misses <= HEALTH_FAILURES_ALLOWED) {
      const pauseMs = misses === 0 ? HEALTH_INTERVAL_MS : HEALTH_DOUBT_INTERVAL_MS;
      await delay(pauseMs, undefined, { signal }).catch(() => null);
      misses = (await client.isHealthy()) ? 0 : misses + 1;
    }
  }

  #report(reason: string, delayMs: number): void {
    const lastWords = this.#ring.tail(LINES_IN_CRASH_REPORT);
    this.#options.log.error('go2rtc is down', { reason, retryInMs: delayMs, lastWords });
  }

  #setStatus(status: PlaybackStatus): void {
    this.#status = status;
    this.changed.emit(status);
  }
}
