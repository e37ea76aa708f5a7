import { describe, expect, it } from 'vitest';
import { parseDetector } from '../../../../src-main/app/isapi/endpoints/parse-detector.ts';
import { parseEventSchedule } from '../../../../src-main/app/isapi/endpoints/parse-event-schedule.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const block = (day: number, from: string, to: string): string =>
  `<TimeBlock><dayOfWeek>${day}</dayOfWeek><TimeRange><beginTime>${from}</beginTime><endTime>${to}</endTime></TimeRange></TimeBlock>`;
const week = (...blocks: string[]): string =>
  `<Schedule><id>VMD_video1</id><TimeBlockList size="8">${blocks.join('')}</TimeBlockList></Schedule>`;

describe('the switch of a detector', () => {
  it.each([
    ['<MotionDetection><enabled>true</enabled></MotionDetection>', true],
    ['<h:LineDetection xmlns:h="urn:x"><h:enabled>false</h:enabled></h:LineDetection>', false],
    ['<VideoLoss><id>1</id></VideoLoss>', null],
  ])('is read whatever the root: %s', (body, value) => {
    expect(parseDetector(body)).toEqual({ ok: true, value });
  });

  it.each([
    '<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>',
    '<html><body>enabled</body></html>',
    'enabled',
  ])('is in no excuse and no page: %s', (body) => {
    expect(parseDetector(body).ok).toBe(false);
  });
});

describe('the schedule of an event', () => {
  it.each([
    ['24:00:00', 'always'],
    ['23:59:59', 'always'],
    ['23:59', 'always'],
    ['22:00:00', 'some-hours'],
  ])('that ends each day at %s is %s', (end, value) => {
    const body = week(...DAYS.map((day) => block(day, '00:00:00', end)));
    expect(parseEventSchedule(body)).toEqual({ ok: true, value });
  });

  it('may have a day in pieces', () => {
    const whole = DAYS.map((day) => block(day, '00:00', '12:00') + block(day, '12:00', '24:00'));
    expect(parseEventSchedule(week(...whole))).toMatchObject({ value: 'always' });
    const gap = [...whole.slice(1), block(1, '00:00', '12:00') + block(1, '13:00', '24:00')];
    expect(parseEventSchedule(week(...gap))).toMatchObject({ value: 'some-hours' });
  });

  it('without an hour is never; without a list, or with hours that are none, not told', () => {
    expect(parseEventSchedule(week())).toMatchObject({ value: 'never' });
    expect(parseEventSchedule(week(block(1, '00:00', '00:00')))).toMatchObject({ value: 'never' });
    expect(parseEventSchedule('<Schedule/>')).toMatchObject({ value: null });
    expect(parseEventSchedule(week(block(1, 'noon', '24:00')))).toMatchObject({ value: null });
  });
});
