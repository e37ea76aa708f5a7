import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, flag, listOf, wholeNumber } from '../xml/xml-values.ts';

const LAST_DAY = 31;

const day = element({ dayOfMonth: wholeNumber, id: wholeNumber, record: flag });
const schema = element({ dayList: element({ day: listOf(day) }) }).transform(({ dayList }) => {
  const recorded = dayList.day.filter(({ record }) => record === true);
  const numbers = recorded.map(({ dayOfMonth, id }) => dayOfMonth ?? id ?? 0);
  const days = numbers.filter((number) => number >= 1 && number <= LAST_DAY);
  return [...new Set(days)].toSorted((one, other) => one - other);
});

/** Where a channel's calendar is (Hikvision ISAPI, POST). */
export function calendarPath(channel: number): string {
  return `/ISAPI/ContentMgmt/record/tracks/${channel * 100 + 1}/dailyDistribution`;
}

/**
 * Body for it: a month of the device's own calendar.
 * @param month 1 to 12
 */
export function calendarQuestion(year: number, month: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<trackDailyParam><year>${year}</year><monthOfYear>${month}</monthOfYear></trackDailyParam>`;
}

/** The days of that month that have recordings, in order. */
export function parseDailyDistribution(body: string): Result<number[], IsapiError> {
  return parseBody(body, 'trackDailyDistribution', schema);
}
