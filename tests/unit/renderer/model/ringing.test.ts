import { expect, it } from 'vitest';
import type { EventsChanged, EventSummary, JournalRow } from '@contract/models/events/journal.ts';
import {
  isRinging,
  ringingAfter,
  ringingAtStart,
  SILENT,
} from '../../../../src-renderer/model/ringing.ts';
import { eventRow } from '../../../support/event-row.ts';

const row = (id: number, more: Partial<JournalRow> = {}): JournalRow => ({
  ...eventRow({ id }),
  hasPicture: false,
  ...more,
});
const summary = (unacknowledged: number, isOpen = false): EventSummary => ({
  ...{ unacknowledged, unwritten: 0, highest: null },
  open: isOpen
    ? [{ nvrId: 1, cameraId: 1, severity: 'alarm', types: ['tamper'], isUnacknowledged: true }]
    : [],
});
const told = (
  rows: JournalRow[],
  unacknowledged: number,
  more: Partial<EventsChanged> = {},
): EventsChanged => ({ rows, isComplete: true, summary: summary(unacknowledged), ...more });

it('sounds from an alarm until each of them is acknowledged, also when they are over', () => {
  const both = ringingAfter(SILENT, told([row(2), row(1)], 2));
  expect(isRinging(both)).toBe(true);
  const one = ringingAfter(both, told([row(1, { acknowledgedAtMs: 1 })], 1));
  expect(isRinging(one)).toBe(true);
  expect(isRinging(ringingAfter(one, told([row(2, { acknowledgedAtMs: 1 })], 0)))).toBe(false);
});

it('never sounds for what is only logged, or happened while nobody listened', () => {
  const quiet = [row(1, { severity: 'log' }), row(2, { isHistory: true })];
  // Others wait from before: they are no reason either.
  expect(isRinging(ringingAfter(SILENT, told(quiet, 3)))).toBe(false);
});

it('sounds again when an acknowledgement is taken back', () => {
  const done = ringingAfter(SILENT, told([row(1, { acknowledgedAtMs: 1 })], 0));
  expect(isRinging(ringingAfter(done, told([row(1)], 1)))).toBe(true);
});

it('at the start sounds for what goes on and waits, and for nothing that is over', () => {
  expect(isRinging(ringingAtStart(summary(5)))).toBe(false);
  const open = ringingAtStart(summary(5, true));
  expect(isRinging(open)).toBe(true);
  expect(isRinging(ringingAfter(open, told([], 5, { summary: summary(5, true) })))).toBe(true);
  expect(isRinging(ringingAfter(open, told([], 5)))).toBe(false);
});

it('sounds for more than can be told one by one', () => {
  expect(isRinging(ringingAfter(SILENT, told([], 900, { isComplete: false })))).toBe(true);
});
