import { type EventRules, eventRulesSchema } from '@contract/models/events/event-rules.ts';
import { wrongEntries } from '../../text/message-text.ts';
import type { Wrong } from '../../ui/form/wrong.ts';

const RETENTION = 'retention.';

/** The rules while they are changed: numbers as they were typed. */
export type TypedRules = Pick<EventRules, 'actions' | 'exceptions'> &
  Record<'stormRowsPerMinute' | 'days' | 'megabytes' | 'pictureMegabytes', string>;

/** What the form shows of rules. */
export function typedOf(rules: EventRules): TypedRules {
  const { actions, exceptions, stormRowsPerMinute, retention } = rules;
  return {
    ...{ actions, exceptions, stormRowsPerMinute: String(stormRowsPerMinute) },
    days: String(retention.days),
    megabytes: String(retention.megabytes),
    pictureMegabytes: String(retention.pictureMegabytes),
  };
}

/** The rules that were typed; they may be wrong. */
export function rulesOf(typed: TypedRules): EventRules {
  const { actions, exceptions, stormRowsPerMinute, days, megabytes, pictureMegabytes } = typed;
  const number = (digits: string): number => (digits === '' ? NaN : Number(digits));
  return {
    ...{ actions, exceptions, stormRowsPerMinute: number(stormRowsPerMinute) },
    retention: {
      days: number(days),
      megabytes: number(megabytes),
      pictureMegabytes: number(pictureMegabytes),
    },
  };
}

/** What is wrong with them, by the form's own fields. */
export function wrongRules(typed: TypedRules): Wrong {
  const wrong = Object.entries(wrongEntries(eventRulesSchema, rulesOf(typed)));
  return Object.fromEntries(wrong.map(([name, said]) => [name.replace(RETENTION, ''), said]));
}
