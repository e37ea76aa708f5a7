import { describe, expect, it } from 'vitest';
import {
  clockOf,
  daysText,
  minuteOf,
} from '../../../../src-renderer/features/rules/exceptions/clock-words.ts';
import {
  exceptionOf,
  type TypedException,
  typedException,
  wrongException,
} from '../../../../src-renderer/features/rules/exceptions/exception-form.ts';
import { exceptionText } from '../../../../src-renderer/features/rules/exceptions/exception-words.ts';

const NAMES = new Map([
  [1, 'Gate'],
  [2, 'Dock'],
]);
const nameOf = (id: number): string | undefined => NAMES.get(id);
const ANYWHERE = { types: [], cameraIds: [], schedule: null };

describe('an hour', () => {
  it.each([
    ['22:00', 1320],
    ['6', 360],
    [' 0630 ', 390],
    ['6.30', 390],
    ['24:00', 1440],
    ['24:01', null],
    ['12:60', null],
    ['', null],
    ['ten', null],
  ])('typed as %j is minute %j', (typed, minute) => {
    expect(minuteOf(typed)).toBe(minute);
  });

  it('is read back as it is written', () => {
    for (let minute = 0; minute <= 1440; minute += 1)
      expect(minuteOf(clockOf(minute))).toBe(minute);
  });
});

it.each([
  [[1, 2, 3, 4, 5, 6, 7], 'every day'],
  [[5, 1, 2, 3, 4], 'Mon–Fri'],
  [[7, 6], 'Sat, Sun'],
  [[1, 3, 4, 5], 'Mon, Wed–Fri'],
])('days %j are %s', (days, said) => {
  expect(daysText(days)).toBe(said);
});

describe('an exception in words', () => {
  it('says where and when', () => {
    const schedule = { weekdays: [1, 2, 3, 4, 5], from: 1320, to: 360 };
    const exception = { types: ['motion' as const], cameraIds: [1, 2], schedule };
    expect(exceptionText(exception, nameOf)).toBe('Motion at Gate and Dock, Mon–Fri, 22:00–06:00');
    expect(exceptionText(ANYWHERE, nameOf)).toBe('All events everywhere, at any time');
  });

  it('counts cameras that were removed, and what would be too long', () => {
    expect(exceptionText({ ...ANYWHERE, cameraIds: [1, 8, 9] }, nameOf)).toContain(
      'Gate and 2 removed cameras',
    );
    const types = ['motion', 'intrusion', 'tamper', 'io', 'network'] as const;
    expect(exceptionText({ ...ANYWHERE, types: [...types] }, nameOf)).toContain(
      'Motion, Intrusion, Camera covered, and 2 more',
    );
  });
});

describe('an exception that is typed', () => {
  const night: TypedException = {
    ...typedException(null),
    ...{ isAllTypes: false, types: ['motion'], isAlways: false },
  };

  it('is what was typed, and is shown as it was', () => {
    const exception = exceptionOf(night);
    expect(exception).toEqual({
      ...{ action: 'alarm', types: ['motion'], cameraIds: [] },
      schedule: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 1320, to: 360 },
    });
    expect(exceptionOf(typedException(exception))).toEqual(exception);
  });

  it.each<[string, Partial<TypedException>, string[]]>([
    ['no event', { types: [] }, ['types']],
    ['no camera', { isAllCameras: false }, ['cameraIds']],
    ['no day', { weekdays: [] }, ['weekdays']],
    ['hours that are none', { from: '24:00', to: '25:00' }, ['from', 'to']],
    ['two times that are the same', { from: '6', to: '06:00' }, ['to']],
    ['all of it left out', { isAlways: true, weekdays: [], from: '', isAllTypes: true }, []],
  ])('with %s names the field', (_what, typed, fields) => {
    expect(Object.keys(wrongException({ ...night, ...typed }))).toEqual(fields);
  });
});
