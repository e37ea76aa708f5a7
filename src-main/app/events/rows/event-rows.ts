import type { EventRules } from '@contract/models/events/event-rules.ts';
import type { Condition, ConditionChange } from '../conditions/condition.ts';
import type { EventRow } from '../journal/event-row.ts';
import { decideAction } from '../rules/decide-action.ts';
import { wallTimeOf } from '../rules/schedule.ts';
import { StormGuard } from '../rules/storm-guard.ts';

/** What is called how, and which camera is on a channel. */
export interface Place {
  nvrName: string;
  cameraId: number | null;
  cameraName: string | null;
}

/** What the rows are made with. */
export interface EventRowsOptions {
  rules: () => EventRules;
  placeOf: (nvrId: number, channel: number | null) => Place;
  nextId: () => number;
}

/** A row that changed; `isUrgent`: more than its last time and its count. */
export interface RowChange {
  row: EventRow;
  isUrgent: boolean;
}

const NOBODY = { acknowledgedAtMs: null, acknowledgedBy: null, note: '' };

/** Makes rows of conditions: one a condition, but for those that the rules ignore and those that a storm lets share one. */
export class EventRows {
  readonly #options: EventRowsOptions;
  /** By the condition's key; null: it is ignored. */
  readonly #ofConditions = new Map<string, EventRow | null>();
  /** By kind. */
  readonly #storms = new Map<string, EventRow>();
  readonly #guard = new StormGuard();

  constructor(options: EventRowsOptions) {
    this.#options = options;
  }

  /** Everything that goes on. */
  open(): EventRow[] {
    const rows = [...this.#ofConditions.values()];
    return rows.filter((row) => row !== null).filter(({ endedAtMs }) => endedAtMs === null);
  }

  /** Those that still may change here, by number. What people change of a row has to be changed in them. */
  held(): Map<number, EventRow> {
    const rows = [...this.#ofConditions.values(), ...this.#storms.values()];
    return new Map(rows.filter((row) => row !== null).map((row) => [row.id, row]));
  }

  /** The row of a condition; undefined where it is ignored. */
  of(key: string): EventRow | undefined {
    return this.#ofConditions.get(key) ?? undefined;
  }

  /** A row from an earlier run whose condition may go on. */
  resume(key: string, row: EventRow): void {
    this.#ofConditions.set(key, row);
  }

  /** Null: nothing to be seen changed. `nowMs` is monotonic. */
  apply({ kind, condition }: ConditionChange, nowMs: number): RowChange | null {
    if (kind === 'opened') return this.#open(condition, nowMs);
    const row = this.#ofConditions.get(condition.key);
    if (kind === 'ended') this.#ofConditions.delete(condition.key);
    if (row === null || row === undefined) return null;
    row.lastAtMs = Math.max(row.lastAtMs, condition.lastAtMs);
    if (row.isStorm) {
      row.endedAtMs = row.lastAtMs;
      return { row, isUrgent: false };
    }
    const { endedAtMs, isEndKnown, count, target } = condition;
    const isUrgent = kind === 'ended' || row.target !== target;
    Object.assign(row, { endedAtMs, isEndKnown, count, target });
    return { row, isUrgent };
  }

  /** Forgets storms that are over. */
  calmDown(nowMs: number): void {
    for (const kind of this.#guard.calmDown(nowMs)) this.#storms.delete(kind);
  }

  #open(condition: Condition, nowMs: number): RowChange | null {
    const { nvrId, channel, type, key, isHistory } = condition;
    const place = this.#options.placeOf(nvrId, channel);
    const rules = this.#options.rules();
    const wallTime = wallTimeOf(condition.startedAtMs);
    const action = decideAction(rules, { type, cameraId: place.cameraId, wallTime });
    if (action === 'ignore') {
      this.#ofConditions.set(key, null);
      return null;
    }
    const severity = isHistory ? 'log' : action;
    const kind = JSON.stringify([nvrId, channel, type, isHistory, severity]);
    const isAdmitted = this.#guard.admit(kind, rules.stormRowsPerMinute, nowMs);
    if (isAdmitted) this.#storms.delete(kind);
    const row = isAdmitted
      ? this.#newRow(condition, place, severity)
      : this.#stormRow(kind, condition, place, severity);
    this.#ofConditions.set(key, row);
    return { row, isUrgent: true };
  }

  #newRow(condition: Condition, place: Place, severity: EventRow['severity']): EventRow {
    const { key: _key, ...facts } = condition;
    return { id: this.#options.nextId(), ...facts, ...place, severity, isStorm: false, ...NOBODY };
  }

  /** One for all of the storm, until somebody has acknowledged it: what comes then is a new alarm. */
  #stormRow(
    kind: string,
    condition: Condition,
    place: Place,
    severity: EventRow['severity'],
  ): EventRow {
    const known = this.#storms.get(kind);
    if (known?.acknowledgedAtMs === null) {
      known.count += 1;
      known.lastAtMs = Math.max(known.lastAtMs, condition.lastAtMs);
      known.endedAtMs = known.lastAtMs;
      return known;
    }
    const row = {
      ...this.#newRow(condition, place, severity),
      ...{ isStorm: true, part: '', target: null, endedAtMs: condition.lastAtMs },
    };
    this.#storms.set(kind, row);
    return row;
  }
}
