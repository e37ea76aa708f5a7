import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../logging/logger.ts';
import type { Service } from './service.ts';

/** An app that does not end within this time is worse than one that ends untidily. */
const STOP_DEADLINE_MS = 8_000;

/** Starts services in order and stops them in reverse, all under one deadline. */
export class ServiceGroup implements Service {
  readonly #services: readonly Service[];
  readonly #log: Logger;
  readonly #stopDeadlineMs: number;
  #stopped: Promise<void> | undefined;

  constructor(services: readonly Service[], log: Logger, stopDeadlineMs = STOP_DEADLINE_MS) {
    this.#services = services;
    this.#log = log;
    this.#stopDeadlineMs = stopDeadlineMs;
  }

  async start(): Promise<void> {
    this.#stopped = undefined;
    for (const service of this.#services) await service.start();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll(): Promise<void> {
    const deadline = new AbortController();
    const late = delay(this.#stopDeadlineMs, 'late', { signal: deadline.signal }).catch(
      () => 'done',
    );
    const outcome = await Promise.race([this.#stopInReverse(), late]);
    deadline.abort();
    if (outcome === 'late')
      this.#log.error('services did not stop in time', { deadlineMs: this.#stopDeadlineMs });
  }

  async #stopInReverse(): Promise<void> {
    for (const service of [...this.#services].reverse()) {
      try {
        await service.stop();
      } catch (error) {
        this.#log.error('a service failed to stop', { error });
      }
    }
  }
}
