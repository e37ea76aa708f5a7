import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type {
  AlarmCheckOutcome,
  AlarmCheckProgress,
  AlarmCheckRequest,
  LetNotifyRequest,
  NotifyResult,
} from '@contract/models/alarm-check.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { listCameras } from '../db/repositories/camera-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { EventService } from '../events/event-service.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Recorder } from '../recorders/recorder.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { lastEventAtMs } from './last-event.ts';
import { letNotify } from './let-notify.ts';
import { lookAtAlarms } from './look-at-alarms.ts';

/** What the service works with. */
export interface AlarmCheckOptions {
  db: Kysely<Schema>;
  recorders: Pick<RecorderRegistry, 'get'>;
  events: Pick<EventService, 'list'>;
}

/** Looks whether recorders will tell their events, and lets them. Nothing of it is stored: the recorder is the truth. */
export class AlarmCheckService implements Service {
  readonly progress = new Emitter<AlarmCheckProgress>();
  readonly #options: AlarmCheckOptions;
  readonly #looks = new Map<string, AbortController>();
  readonly #running = new Set<Promise<unknown>>();
  #isOver = false;

  constructor(options: AlarmCheckOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#isOver = false;
    return Promise.resolve();
  }

  /** Ends every look, and changes after the one that has begun. */
  async stop(): Promise<void> {
    this.#isOver = true;
    for (const leaving of this.#looks.values()) leaving.abort();
    await Promise.allSettled(this.#running);
  }

  /** Ends a look; its answer is then `cancelled`. Without such a look nothing happens. */
  cancel(checkId: string): void {
    this.#looks.get(checkId)?.abort();
  }

  /** What a recorder says of its events. Asks at most two questions at a time. */
  async look({ id, checkId }: AlarmCheckRequest): Promise<Result<AlarmCheckOutcome>> {
    const recorder = this.#options.recorders.get(id);
    if (recorder === undefined) return err(appError('not-found', message('nvr-removed')));
    const leaving = new AbortController();
    this.#looks.set(checkId, leaving);
    try {
      return ok(await this.#keep(this.#look(recorder, checkId, leaving.signal)));
    } finally {
      this.#looks.delete(checkId);
    }
  }

  /** Changes one after the other; what became of each is told, whatever it is. */
  async letNotify({ id, checkId, triggers }: LetNotifyRequest): Promise<Result<NotifyResult[]>> {
    const recorder = this.#options.recorders.get(id);
    if (recorder === undefined) return err(appError('not-found', message('nvr-removed')));
    return ok(await this.#keep(this.#change(recorder, checkId, [...new Set(triggers)])));
  }

  async #change(
    recorder: Recorder,
    checkId: string,
    triggers: readonly string[],
  ): Promise<NotifyResult[]> {
    const results: NotifyResult[] = [];
    for (const triggerId of triggers) {
      // Whoever lost the connection, or the login, does not go on with the rest.
      const isLost = this.#isOver || results.at(-1)?.outcome === 'unreachable';
      const outcome = isLost
        ? 'unreachable'
        : await letNotify((call) => recorder.ask(call), triggerId);
      results.push({ triggerId, outcome });
      this.progress.emit({ checkId, done: results.length, total: triggers.length });
    }
    return results;
  }

  async #look(
    recorder: Recorder,
    checkId: string,
    signal: AbortSignal,
  ): Promise<AlarmCheckOutcome> {
    const { db, events } = this.#options;
    if (recorder.nvr.layout.kind !== 'hikvision') return err('not-supported');
    const cameras = (await listCameras(db)).filter(
      ({ nvrId, isEnabled }) => nvrId === recorder.id && isEnabled,
    );
    return lookAtAlarms(recorder, cameras, {
      signal,
      onProgress: (done, total) => this.progress.emit({ checkId, done, total }),
      lastEventAtMs: (source) => lastEventAtMs(events, recorder.id, source),
    });
  }

  async #keep<T>(task: Promise<T>): Promise<T> {
    this.#running.add(task);
    try {
      return await task;
    } finally {
      this.#running.delete(task);
    }
  }
}
