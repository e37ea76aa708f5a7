import type { Kysely } from 'kysely';
import {
  DEFAULT_EVENT_RULES,
  type EventRules,
  eventRulesSchema,
} from '@contract/models/events/event-rules.ts';
import { findEventRules, putEventRules } from '../../db/repositories/event-rules-repository.ts';
import type { Schema } from '../../db/schema.ts';
import type { Logger } from '../../logging/logger.ts';

/** The rules, as they are stored and as they count. */
export class StoredRules {
  readonly #db: Kysely<Schema>;
  readonly #log: Logger;
  #rules = DEFAULT_EVENT_RULES;

  constructor(db: Kysely<Schema>, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  get current(): EventRules {
    return this.#rules;
  }

  /** What cannot be read does not count: alarms by the rules that go without it are better than none. */
  async load(): Promise<void> {
    const stored = await findEventRules(this.#db);
    if (stored === undefined) return;
    const read = eventRulesSchema.safeParse(withDefaults(JSON.parse(stored)));
    if (read.success) this.#rules = read.data;
    else this.#log.error('the stored rules for events cannot be used', { error: read.error });
  }

  async save(rules: EventRules): Promise<void> {
    await putEventRules(this.#db, JSON.stringify(rules));
    this.#rules = rules;
  }
}

/** An earlier version of the app knew fewer types. */
function withDefaults(stored: unknown): unknown {
  const actions = (stored as Partial<EventRules> | null)?.actions;
  return { ...(stored as object), actions: { ...DEFAULT_EVENT_RULES.actions, ...actions } };
}
