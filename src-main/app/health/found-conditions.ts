import type { HealthProblem } from '@contract/models/health.ts';
import { type Message, ownMessage } from '../events/conditions/condition.ts';

type Found = Pick<Message, 'nvrId' | 'type' | 'channel' | 'part'>;

/** What a problem is in the journal; null: nothing. Lost event channels are told of by `events/` itself. */
export function conditionOf(
  nvrId: number,
  problem: HealthProblem,
  channelOf: (cameraId: number) => number | null,
): Found | null {
  switch (problem.kind) {
    case 'camera-lost': {
      const channel = channelOf(problem.cameraId);
      return channel === null ? null : { nvrId, type: 'camera-lost', channel, part: '' };
    }
    case 'disk':
      return { nvrId, type: 'disk-error', channel: null, part: `disk-${problem.disk}` };
    case 'no-disk':
      return { nvrId, type: 'disk-error', channel: null, part: '' };
    case 'event-channel':
    case 'clock':
      return null;
  }
}

/** Tells the journal what begins and what ends, of one recorder. */
export class FoundConditions {
  readonly #tell: (message: Message) => void;
  /** By key. */
  readonly #open = new Map<string, Found>();

  constructor(tell: (message: Message) => void) {
    this.#tell = tell;
  }

  /** What is so now, and since when (Unix time in ms). */
  update(found: readonly { condition: Found; sinceMs: number }[], nowMs: number): void {
    const wanted = new Set<string>();
    for (const { condition, sinceMs } of found) {
      const key = JSON.stringify(condition);
      wanted.add(key);
      if (this.#open.has(key)) continue;
      this.#open.set(key, condition);
      this.#tell(ownMessage({ ...condition, state: 'active', atMs: sinceMs }));
    }
    for (const [key, condition] of this.#open) {
      if (wanted.has(key)) continue;
      this.#open.delete(key);
      this.#tell(ownMessage({ ...condition, state: 'inactive', atMs: nowMs }));
    }
  }
}
