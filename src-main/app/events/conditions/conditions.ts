import {
  type Condition,
  type ConditionChange,
  conditionKey,
  heldKey,
  type Message,
} from './condition.ts';

/** Devices repeat what goes on each second, some every five; longer without a repeat, and it is over. */
const SILENCE_MS = 15_000;
/** After a start there is this much time more to be told of again: recorders have to be reached first. */
const RESUME_MS = 60_000;
/** More than any site has at once; a device that invents parts must not take the memory. */
const MOST_OPEN = 2_000;

interface Held {
  condition: Condition;
  /** Null: until its end is told. */
  endsAfterMs: number | null;
  /** It was over when it was told: it waits for repeats only, which are no new condition. */
  isMomentary: boolean;
  /** From an earlier run, and not told of again since. */
  isResumed: boolean;
}

/**
 * Makes conditions of messages: what a recorder repeats each second is one condition, opened by its first message, refreshed by each other,
 * and ended when its end is told or nothing is told any more. Pure: `nowMs` is monotonic time, and nothing happens by itself.
 */
export class Conditions {
  /** By key; the one that was told of least recently first. */
  readonly #held = new Map<string, Held>();

  get size(): number {
    return this.#held.size;
  }

  /** Takes a message in. */
  take(message: Message, nowMs: number): ConditionChange[] {
    const key = heldKey(message);
    const held = this.#held.get(key);
    if (message.state === 'inactive') {
      if (held === undefined || (isLasting(held) && !message.isLasting)) return [];
      return this.#end(key, held, message.atMs);
    }
    const isMomentary = message.state === 'once' || message.isHistory;
    if (held === undefined || (held.isMomentary && !isMomentary)) {
      this.#held.delete(key);
      return this.#open(key, message, isMomentary, nowMs);
    }
    return this.#repeat(key, held, message, nowMs);
  }

  /** Takes up what was open when the app ended; it goes on if it is told of within a minute. */
  resume(condition: Condition, nowMs: number): void {
    const endsAfterMs = nowMs + RESUME_MS;
    const held = { condition, endsAfterMs, isMomentary: false, isResumed: true };
    this.#held.set(conditionKey(condition), held);
  }

  /**
   * Ends what has not been told of for too long. Where nobody has listened to its recorder since it was told of last, the end is a guess.
   * @param listeningSinceMs by recorder, since when without a break (monotonic); null: nobody does
   */
  expire(nowMs: number, listeningSinceMs: (nvrId: number) => number | null): ConditionChange[] {
    const isOver = ({ endsAfterMs }: Held): boolean => endsAfterMs !== null && endsAfterMs <= nowMs;
    return this.#endAll(isOver, ({ condition, endsAfterMs, isResumed }) => {
      const sinceMs = listeningSinceMs(condition.nvrId);
      const toldAtMs = (endsAfterMs ?? nowMs) - SILENCE_MS;
      return !isResumed && sinceMs !== null && sinceMs <= toldAtMs;
    });
  }

  /** What lasts goes on at this time (Unix time in ms): whoever ends it would have said so. Without it, the next start took it for one that began and was over. */
  refresh(atMs: number): ConditionChange[] {
    return [...this.#held.values()].filter(isLasting).map(({ condition }) => {
      condition.lastAtMs = Math.max(condition.lastAtMs, atMs);
      return { kind: 'repeated', condition: { ...condition } };
    });
  }

  /** The recorder is not looked after any more: nobody will tell how its conditions end. */
  forget(nvrId: number): ConditionChange[] {
    return this.#endAll(
      ({ condition }) => condition.nvrId === nvrId,
      () => false,
    );
  }

  #open(key: string, message: Message, isMomentary: boolean, nowMs: number): ConditionChange[] {
    const evicted = this.#held.size < MOST_OPEN ? [] : this.#evict();
    const { state: _state, atMs, isLasting: isMessageLasting, ...facts } = message;
    const condition: Condition = {
      ...facts,
      key,
      ...{ startedAtMs: atMs, lastAtMs: atMs, count: 1 },
      ...{ endedAtMs: isMomentary ? atMs : null, isEndKnown: true },
    };
    const endsAfterMs = isMessageLasting && !isMomentary ? null : nowMs + SILENCE_MS;
    this.#held.set(key, { condition, endsAfterMs, isMomentary, isResumed: false });
    return [...evicted, { kind: 'opened', condition: { ...condition } }];
  }

  #repeat(key: string, held: Held, message: Message, nowMs: number): ConditionChange[] {
    const { condition, isMomentary } = held;
    condition.count += 1;
    // The clock may have been set back.
    condition.lastAtMs = Math.max(condition.lastAtMs, message.atMs);
    condition.target ??= message.target;
    if (isMomentary) condition.endedAtMs = condition.lastAtMs;
    const goesOn = isLasting(held) || (message.isLasting && !isMomentary);
    held.endsAfterMs = goesOn ? null : nowMs + SILENCE_MS;
    held.isResumed = false;
    this.#held.delete(key);
    this.#held.set(key, held);
    return [{ kind: 'repeated', condition: { ...condition } }];
  }

  #end(
    key: string,
    { condition, isMomentary }: Held,
    atMs: number,
    isEndKnown = true,
  ): ConditionChange[] {
    this.#held.delete(key);
    if (isMomentary) return [{ kind: 'ended', condition: { ...condition } }];
    const endedAtMs = Math.max(condition.lastAtMs, atMs);
    return [{ kind: 'ended', condition: { ...condition, endedAtMs, isEndKnown } }];
  }

  #endAll(
    isMeant: (held: Held) => boolean,
    isEndKnown: (held: Held) => boolean,
  ): ConditionChange[] {
    const meant = [...this.#held].filter(([, held]) => isMeant(held));
    return meant.flatMap(([key, held]) =>
      this.#end(key, held, held.condition.lastAtMs, isEndKnown(held)),
    );
  }

  /** Of what would end by itself, the one that was told of least recently; else the first at all. */
  #evict(): ConditionChange[] {
    const all = [...this.#held];
    const [key, held] = all.find(([, { endsAfterMs }]) => endsAfterMs !== null) ?? all[0] ?? [];
    if (key === undefined || held === undefined) return [];
    return this.#end(key, held, held.condition.lastAtMs, false);
  }
}

/** Only whoever told that it lasts may end it: a device whose disk is broken says that all is well again a second later. */
function isLasting({ endsAfterMs }: Held): boolean {
  return endsAfterMs === null;
}
