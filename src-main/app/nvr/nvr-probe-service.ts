import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type {
  ChannelScan,
  ChannelScanEvent,
  ChannelScanOutcome,
} from '@contract/models/channel-scan.ts';
import type { ProbeFailure } from '@contract/models/probe.ts';
import type {
  ProbeOutcome,
  ProbeProgressEvent,
  ProbeRequest,
} from '@contract/models/probe-request.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { findNvrByAddress } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { RtspDescriber } from '../recorders/login/device/rtsp-login.ts';
import { HttpClient } from '../isapi/http/http-client.ts';
import { CallLimit } from '../isapi/http/call-limit.ts';
import { probeDevice } from '../isapi/probe/probe-device.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Redactor } from '../logging/redact.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { passwordMissing, readPassword } from '../secrets/stored-password.ts';
import { duplicateAddress } from './duplicate-address.ts';
import { RefusedLogins } from './refused-logins.ts';
import { scanChannels } from './scan-channels.ts';

/** What the service works with. */
export interface NvrProbeServiceOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  gateway: RtspDescriber;
  redactor: Redactor;
}

interface RunningProbe {
  leaving: AbortController;
  done: Promise<unknown>;
}

const CANCELLED: ProbeFailure = { step: 'reach', kind: 'cancelled' };

/** Looks at recorders for the dialogs that ask what is there: a single look at a time, since there is one dialog, and nothing is stored. */
export class NvrProbeService implements Service {
  readonly progress = new Emitter<ProbeProgressEvent>();
  readonly scanProgress = new Emitter<ChannelScanEvent>();
  readonly #options: NvrProbeServiceOptions;
  readonly #running = new Map<string, RunningProbe>();
  readonly #turn = new CallLimit(1);
  readonly #refused = new RefusedLogins();

  constructor(options: NvrProbeServiceOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  /** Ends every look and waits until none is left. */
  async stop(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { leaving } of running) leaving.abort();
    await Promise.allSettled(running.map(({ done }) => done));
  }

  /** Looks at a recorder with what a form holds. */
  probe(request: ProbeRequest): Promise<Result<ProbeOutcome>> {
    return this.run(request.probeId, (signal) => this.#look(request, signal));
  }

  /** Asks a device that lists nothing which channels it has. It is a look like any other. */
  scan(request: ChannelScan): Promise<Result<ChannelScanOutcome>> {
    return this.run(request.probeId, (signal) => this.#scan(request, signal));
  }

  /** Ends a look; its answer is then `cancelled`. Without such a look nothing happens. */
  cancel(probeId: string): void {
    this.#running.get(probeId)?.leaving.abort();
  }

  /** Does one look. Any earlier one ends first: nobody waits for it any more. */
  run<T>(
    probeId: string,
    look: (signal: AbortSignal) => Promise<Result<Result<T, ProbeFailure>>>,
  ): Promise<Result<Result<T, ProbeFailure>>> {
    if (this.#running.has(probeId)) {
      const error = appError('invalid-request', message('nvr-looked-at'));
      return Promise.resolve(err(error));
    }
    for (const { leaving } of this.#running.values()) leaving.abort();
    const leaving = new AbortController();
    const { signal } = leaving;
    const done = this.#turn
      .run(signal, () => look(signal))
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
        return ok(err(CANCELLED));
      })
      .finally(() => this.#running.delete(probeId));
    this.#running.set(probeId, { leaving, done });
    return done;
  }

  async #scan(request: ChannelScan, signal: AbortSignal): Promise<Result<ChannelScanOutcome>> {
    const { host, rtspPort, probeId, maxChannels: total } = request;
    const twin = await findNvrByAddress(this.#options.db, host, rtspPort);
    if (twin) return err(duplicateAddress(twin));
    this.#options.redactor.add(request.password);
    const known = this.#refused.find(request);
    if (known !== null) return ok(err(known));
    const outcome = await scanChannels(this.#options.gateway, request, signal, (checked) =>
      this.scanProgress.emit({ probeId, checked, total }),
    );
    if (!outcome.ok) this.#refused.note(request, outcome.error);
    return ok(outcome);
  }

  async #look(request: ProbeRequest, signal: AbortSignal): Promise<Result<ProbeOutcome>> {
    const { host, httpPort, rtspPort, isHttps, username, probeId } = request;
    // Before a login is spent on a recorder that could not be added anyway.
    const twin = await findNvrByAddress(this.#options.db, host, rtspPort);
    if (twin && twin.id !== request.nvrId) return err(duplicateAddress(twin));
    const chosen = await this.#password(request);
    if (!chosen.ok) return chosen;
    const password = chosen.value;
    this.#options.redactor.add(password);
    const login = { ...request, password };
    const known = this.#refused.find(login);
    if (known !== null) return ok(err(known));
    const target = { host, port: httpPort, isHttps, username, password };
    const trust = { pinnedFingerprint: request.acceptedFingerprint, canTrustFirstUse: false };
    const outcome = await probeDevice(new HttpClient(target, { trust }), {
      signal,
      onProgress: (progress) => this.progress.emit({ probeId, progress }),
    });
    if (!outcome.ok) this.#refused.note(login, outcome.error);
    return ok(outcome);
  }

  /** The one that was typed, else the one that is stored with the recorder that is being edited. */
  async #password({ password, nvrId }: ProbeRequest): Promise<Result<string>> {
    if (password !== null) return ok(password);
    const { db, secrets } = this.#options;
    return nvrId === null ? err(passwordMissing()) : readPassword(db, secrets, nvrId);
  }
}
