import type { EventsChanged, JournalRow } from '@contract/models/events/journal.ts';
import type { EventType } from '@contract/models/events/event-type.ts';
import type { Emitter } from '../../lifecycle/emitter.ts';
import type { Service } from '../../lifecycle/service.ts';
import type { Logger } from '../../logging/logger.ts';

/** A device that sends a picture with its event does so within a second. */
const WAIT_MS = 2_000;
/** A recorder makes a snapshot by decoding: few of them, one at a time, and what waits longer shows something else. */
const PER_MINUTE = 6;
const MINUTE_MS = 60_000;
const WAITING_MAX = 3;
/** There is nothing to see. */
const BLIND: readonly EventType[] = ['video-loss', 'camera-lost'];

/** What it works with. */
export interface AlarmSnapshotsParts {
  changed: Emitter<EventsChanged>;
  /** One picture of a channel as it is now; null: there is none to be had. */
  ask: (nvrId: number, channel: number, signal: AbortSignal) => Promise<Uint8Array | null>;
  hasPicture: (id: number) => boolean;
  keep: (id: number, jpeg: Uint8Array) => void;
  log: Logger;
}

interface Queue {
  readonly waiting: { row: JournalRow; atMs: number }[];
  /** When snapshots were asked for in the last minute (performance.now()). */
  asked: number[];
}

/** Gets one snapshot of the camera for each alarm that came without a picture, as far as its recorder can be asked for so many. */
export class AlarmSnapshots implements Service {
  readonly #parts: AlarmSnapshotsParts;
  readonly #queues = new Map<number, Queue>();
  readonly #running = new Set<Promise<void>>();
  #stopping = new AbortController();
  #newestId = 0;
  #end: (() => void) | null = null;

  constructor(parts: AlarmSnapshotsParts) {
    this.#parts = parts;
  }

  start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#end ??= this.#parts.changed.on(({ rows }) => this.#note(rows));
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#end?.();
    this.#end = null;
    this.#stopping.abort();
    await Promise.all(this.#running);
    this.#queues.clear();
  }

  #isOver(): boolean {
    return this.#stopping.signal.aborted;
  }

  #note(rows: readonly JournalRow[]): void {
    const fresh = rows.filter((row) => row.id > this.#newestId);
    this.#newestId = Math.max(this.#newestId, ...fresh.map(({ id }) => id));
    for (const row of fresh.filter(wantsPicture)) this.#queue(row);
  }

  #queue(row: JournalRow): void {
    const { nvrId } = row;
    const atMs = performance.now();
    const queue = this.#queues.get(nvrId) ?? { waiting: [], asked: [] };
    this.#queues.set(nvrId, queue);
    queue.asked = queue.asked.filter((askedMs) => atMs - askedMs < MINUTE_MS);
    if (queue.waiting.length + queue.asked.length >= PER_MINUTE) return;
    if (queue.waiting.length >= WAITING_MAX) return;
    queue.waiting.push({ row, atMs });
    if (queue.waiting.length > 1) return;
    const running = this.#run(queue)
      .catch((error: unknown) =>
        this.#parts.log.warn('a snapshot of an alarm failed', { nvr: nvrId, error }),
      )
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #run(queue: Queue): Promise<void> {
    const { ask, hasPicture, keep } = this.#parts;
    const { signal } = this.#stopping;
    const { waiting } = queue;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const { row, atMs } = next;
      await pause(atMs + WAIT_MS - performance.now(), signal);
      if (this.#isOver()) return;
      if (!hasPicture(row.id) && row.channel !== null) {
        queue.asked.push(performance.now());
        const jpeg = await ask(row.nvrId, row.channel, signal).catch(() => null);
        if (jpeg !== null && !this.#isOver()) keep(row.id, jpeg);
      }
      waiting.shift();
    }
  }
}

/** A device told of it at a camera of ours, just now, and somebody will want to see it. */
function wantsPicture(row: JournalRow): boolean {
  const { severity, isHistory, hasPicture, cameraId, deviceType, type } = row;
  const isOfCamera = cameraId !== null && deviceType !== '' && !BLIND.includes(type);
  return isOfCamera && severity === 'alarm' && !isHistory && !hasPicture;
}

/** Over at once when nobody waits any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, signal.aborted ? 0 : Math.max(0, ms));
    signal.addEventListener('abort', end, { once: true });
  });
}
