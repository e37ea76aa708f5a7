import { expect, it } from 'vitest';
import { DEFAULT_EVENT_RULES } from '@contract/models/events/event-rules.ts';
import {
  rulesOf,
  typedOf,
  wrongRules,
} from '../../../../src-renderer/features/rules/rules-form.ts';

it('rules are shown as they are, and nothing is wrong with the usual ones', () => {
  const typed = typedOf(DEFAULT_EVENT_RULES);
  expect(rulesOf(typed)).toEqual(DEFAULT_EVENT_RULES);
  expect(wrongRules(typed)).toEqual({});
});

it('what is wrong is named at its own field', () => {
  const typed = { ...typedOf(DEFAULT_EVENT_RULES), stormRowsPerMinute: '', days: '0' };
  expect(Object.keys(wrongRules(typed))).toEqual(['stormRowsPerMinute', 'days']);
});
