import type { EventsChanged, EventSummary, JournalRow } from '@contract/models/events/journal.ts';
import type { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import { ChangeFeed } from './change-feed.ts';
import {
  type ConditionChange,
  type Message,
  conditionKey,
  heldKey,
} from './conditions/condition.ts';
import { Conditions } from './conditions/conditions.ts';
import type { EventRow } from './journal/event-row.ts';
import type { Journal } from './journal/journal.ts';
import type { PictureFolder } from './pictures/picture-folder.ts';
import type { Places } from './places.ts';
import { EventRows } from './rows/event-rows.ts';
import { summarise } from './rows/summarise.ts';
import type { StoredRules } from './rules/stored-rules.ts';

const TICK_MS = 1_000;
/** What lasts is told once; how long it was known to go on is written that often. */
const REFRESH_MS = 60_000;
/** One that was open when the app ended goes on if it was told of so shortly before. */
const RESUMED_AFTER_MS = 5 * 60_000;

/** What it works with. */
export interface LiveEventsOptions {
  journal: Journal;
  pictures: PictureFolder;
  places: Places;
  rules: StoredRules;
  /** Since when a recorder would have told of an end (performance.now()); null: it would not. */
  listeningSinceMs: (nvrId: number) => number | null;
  log: Logger;
}

/** What goes on: messages come in, conditions and their rows come of them, are written and told of. */
export class LiveEvents implements Service {
  readonly changed: Emitter<EventsChanged>;
  readonly #options: LiveEventsOptions;
  readonly #conditions = new Conditions();
  readonly #rows: EventRows;
  readonly #feed: ChangeFeed;
  /** Rows whose picture is being written. */
  readonly #saving = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #refreshedAtMs = 0;

  constructor(options: LiveEventsOptions) {
    const { journal, places, rules } = options;
    this.#options = options;
    this.#rows = new EventRows({
      rules: () => rules.current,
      placeOf: (nvrId, channel) => places.of(nvrId, channel),
      nextId: () => journal.nextId(),
    });
    this.#feed = new ChangeFeed({
      journal,
      toShown: (row) => this.toShown(row),
      summary: () => this.summary(),
    });
    this.changed = this.#feed.changed;
  }

  /** What was open when the app ended is taken up, or ended where that is too long ago. */
  async start(): Promise<void> {
    for (const row of this.#options.journal.open()) this.#takeUp(row);
    await this.#feed.start();
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  /** What is open stays open in the journal: the next start takes it up. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#refresh(performance.now());
    await this.#feed.stop();
  }

  /** Something was told. */
  take(message: Message): void {
    const nowMs = performance.now();
    for (const change of this.#conditions.take(message, nowMs)) this.#apply(change, nowMs);
  }

  /** The picture of what was told, a JPEG, came after it. */
  attach(message: Message, picture: Uint8Array): void {
    const row = this.#rows.of(heldKey(message));
    if (row !== undefined) void this.#savePicture(row, picture);
  }

  /** The same, for a row. */
  attachToRow(id: number, picture: Uint8Array): void {
    const row = this.#rows.held().get(id) ?? this.#options.journal.find([id])[0];
    if (row !== undefined) void this.#savePicture(row, picture);
  }

  /** Recorders that are not looked after any more: nobody will tell how their conditions end. */
  forgetAllBut(nvrIds: ReadonlySet<number>): void {
    const open = new Set(this.#rows.open().map(({ nvrId }) => nvrId));
    for (const nvrId of open) {
      if (!nvrIds.has(nvrId)) this.#applyAll(this.#conditions.forget(nvrId));
    }
  }

  /** Changes rows as people want it, and writes and tells of them before it returns. */
  edit(rows: readonly EventRow[], change: Partial<EventRow>): void {
    const held = this.#rows.held();
    for (const row of rows) {
      const own = held.get(row.id);
      this.#feed.note(Object.assign(own ?? row, change));
    }
    this.#feed.tell();
  }

  /** Since when it goes on; null: it does not, or is ignored. */
  openSinceMs(message: Message): number | null {
    const row = this.#rows.of(heldKey(message));
    return row?.endedAtMs === null ? row.startedAtMs : null;
  }

  /** As people see it. */
  toShown(row: EventRow): JournalRow {
    return { ...row, hasPicture: this.#options.pictures.has(row.id) };
  }

  summary(): EventSummary {
    const { journal } = this.#options;
    const open = summarise(this.#rows.open());
    const isAlarm = open.some(({ severity }) => severity === 'alarm');
    return {
      unacknowledged: journal.countUnacknowledged(),
      open,
      highest: isAlarm ? 'alarm' : open.length > 0 ? 'log' : null,
      unwritten: journal.unwritten,
    };
  }

  #takeUp(row: EventRow): void {
    const { startedAtMs, lastAtMs } = row;
    const awayMs = Date.now() - lastAtMs;
    if (awayMs < 0 || awayMs > RESUMED_AFTER_MS) {
      this.#feed.note({ ...row, endedAtMs: lastAtMs, isEndKnown: false });
      return;
    }
    const key = conditionKey(row);
    this.#rows.resume(key, row);
    this.#conditions.resume({ ...row, key, startedAtMs, lastAtMs }, performance.now());
  }

  #tick(): void {
    const nowMs = performance.now();
    this.#applyAll(this.#conditions.expire(nowMs, this.#options.listeningSinceMs));
    this.#rows.calmDown(nowMs);
    if (nowMs - this.#refreshedAtMs >= REFRESH_MS) this.#refresh(nowMs);
  }

  #refresh(nowMs: number): void {
    this.#refreshedAtMs = nowMs;
    this.#applyAll(this.#conditions.refresh(Date.now()));
  }

  #applyAll(changes: readonly ConditionChange[]): void {
    for (const change of changes) this.#apply(change, performance.now());
  }

  #apply(change: ConditionChange, nowMs: number): void {
    const changed = this.#rows.apply(change, nowMs);
    if (changed === null) return;
    if (changed.isUrgent) this.#feed.note(changed.row);
    else this.#feed.noteRepeat(changed.row);
  }

  /** The first that comes; what a disk does not take is no reason to lose the alarm itself. */
  async #savePicture(row: EventRow, picture: Uint8Array): Promise<void> {
    const { pictures, log } = this.#options;
    if (pictures.has(row.id) || this.#saving.has(row.id)) return;
    this.#saving.add(row.id);
    try {
      if (await pictures.save(row.id, picture)) this.#feed.note(row);
    } catch (error) {
      log.warn('the picture of an event was not kept', { event: row.id, error });
    } finally {
      this.#saving.delete(row.id);
    }
  }
}
