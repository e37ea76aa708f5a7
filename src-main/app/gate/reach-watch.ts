import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Nvr } from '@contract/models/nvr.ts';
import { listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { CredentialGate } from './credential-gate.ts';

const LOOK_EVERY_MS = 10_000;
/** One lost packet at the wrong moment is no outage: a second look follows a first failure before anything is said. */
const SECOND_LOOK_MS = 2_000;
const CONNECT_PATIENCE_MS = 3_000;

/** What the watch works with. */
export interface ReachWatchOptions {
  db: Kysely<Schema>;
  gate: Pick<CredentialGate, 'stateOf'>;
  log: Logger;
  /** Tests look more often. */
  everyMs?: number;
  secondLookMs?: number;
}

/**
 * Notices a recorder that stopped answering after its login was accepted, also while none of its cameras is on screen: a TCP
 * connection to its RTSP port is opened and closed. Nothing is sent, so it costs no login. What it finds is told, and ends no stream:
 * who shows pictures is not down, whatever a firewall makes of a look.
 */
export class ReachWatch implements Service {
  /** Tells the id of a recorder that was lost or found. */
  readonly changed = new Emitter<number>();
  readonly #options: ReachWatchOptions;
  readonly #lost = new Set<number>();
  #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | null = null;

  constructor(options: ReachWatchOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#timer ??= setInterval(() => this.#tick(), this.#options.everyMs ?? LOOK_EVERY_MS);
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopping.abort();
    await this.#round;
  }

  /** True while a recorder with an accepted login does not answer. */
  isLost(nvrId: number): boolean {
    return this.#lost.has(nvrId) && this.#options.gate.stateOf(nvrId).state === 'accepted';
  }

  /** What the gate has just learnt is newer. */
  forget(nvrId: number): void {
    this.#lost.delete(nvrId);
  }

  #tick(): void {
    this.#round ??= this.#look()
      .catch((error: unknown) => this.#options.log.error('looking for recorders failed', { error }))
      .finally(() => (this.#round = null));
  }

  async #look(): Promise<void> {
    const { db, gate } = this.#options;
    const watched = (await listNvrs(db)).filter(
      ({ id, isEnabled }) => isEnabled && gate.stateOf(id).state === 'accepted',
    );
    const ids = new Set(watched.map(({ id }) => id));
    for (const id of this.#lost) if (!ids.has(id)) this.#lost.delete(id);
    await Promise.all(watched.map((nvr) => this.#lookAt(nvr)));
  }

  async #lookAt(nvr: Nvr): Promise<void> {
    const { signal } = this.#stopping;
    const wasLost = this.#lost.has(nvr.id);
    let isThere = await isReachable(nvr, signal);
    if (!isThere && !wasLost) {
      const pauseMs = this.#options.secondLookMs ?? SECOND_LOOK_MS;
      await delay(pauseMs, undefined, { signal }).catch(() => null);
      isThere = await isReachable(nvr, signal);
    }
    if (signal.aborted || isThere === !wasLost) return;
    if (isThere) this.#lost.delete(nvr.id);
    else this.#lost.add(nvr.id);
    this.#options.log.warn(isThere ? 'a recorder answers again' : 'a recorder stopped answering', {
      nvr: nvr.id,
    });
    this.changed.emit(nvr.id);
  }
}

/** Also false when the signal ends it. */
function isReachable({ host, rtspPort }: Nvr, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port: rtspPort, signal });
    const end = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(CONNECT_PATIENCE_MS, end(false));
    socket.once('connect', end(true));
    socket.on('error', end(false));
  });
}
