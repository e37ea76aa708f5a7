import { z } from 'zod';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, listOf, text, wholeNumber } from '../xml/xml-values.ts';

const DAY_MINUTES = 24 * 60;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** A part of one weekday (1 is Monday), in minutes since midnight. */
interface Span {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const block = element({
  dayOfWeek: wholeNumber.pipe(z.number().min(1).max(7)),
  TimeRange: element({ beginTime: text.pipe(z.string()), endTime: text.pipe(z.string()) }),
}).transform(({ dayOfWeek, TimeRange }): Span => ({
  day: dayOfWeek,
  from: minuteOf(TimeRange.beginTime),
  to: minuteOf(TimeRange.endTime),
}));

const blocks = element({ TimeBlock: listOf(block) }).transform((list) => list.TimeBlock);
const schema = element({
  TimeBlockList: z.union([z.undefined().transform(() => null), blocks]),
}).transform(({ TimeBlockList: spans }) => (spans === null ? null : hoursIn(spans)));

/** Body of Hikvision ISAPI `GET /ISAPI/Event/schedules/…`: whether an event is armed the whole week. Null: it does not say. */
export function parseEventSchedule(
  body: string,
): Result<'always' | 'some-hours' | 'never' | null, IsapiError> {
  return parseBody(body, 'Schedule', schema);
}

/** Firmware writes the end of a day as 24:00:00, 23:59:59 or 23:59. */
function minuteOf(written: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(written) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute === DAY_MINUTES - 1 ? DAY_MINUTES : minute;
}

function hoursIn(spans: readonly Span[]): 'always' | 'some-hours' | 'never' | null {
  if (spans.some(({ from, to }) => Number.isNaN(from) || Number.isNaN(to))) return null;
  const real = spans.filter(({ from, to }) => to > from).sort((one, two) => one.from - two.from);
  if (real.length === 0) return 'never';
  const isWhole = (day: number): boolean =>
    real
      .filter((span) => span.day === day)
      .reduce((end, { from, to }) => (from <= end ? Math.max(end, to) : end), 0) >= DAY_MINUTES;
  return WEEKDAYS.every(isWhole) ? 'always' : 'some-hours';
}
