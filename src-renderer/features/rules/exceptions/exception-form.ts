import type { EventAction, EventException } from '@contract/models/events/event-rules.ts';
import type { EventType } from '@contract/models/events/event-type.ts';
import { text } from '../../../text/catalogue.ts';
import type { Wrong } from '../../../ui/form/wrong.ts';
import { clockOf, minuteOf } from './clock-words.ts';

const MINUTES_A_DAY = 24 * 60;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** An exception while it is made. Lists and hours are kept while "all" or "at any time" is chosen, so that trying that loses nothing. */
export interface TypedException {
  action: EventAction;
  isAllTypes: boolean;
  types: EventType[];
  isAllCameras: boolean;
  cameraIds: number[];
  isAlways: boolean;
  weekdays: number[];
  from: string;
  to: string;
}

/** What the form shows of one; null: a new one, at night. */
export function typedException(exception: EventException | null): TypedException {
  const { types, cameraIds, schedule, action } = exception ?? {
    ...{ types: [], cameraIds: [], schedule: null, action: 'alarm' as const },
  };
  return {
    action,
    ...{ isAllTypes: types.length === 0, types: [...types] },
    ...{ isAllCameras: cameraIds.length === 0, cameraIds: [...cameraIds] },
    isAlways: schedule === null,
    weekdays: [...(schedule?.weekdays ?? EVERY_DAY)],
    from: clockOf(schedule?.from ?? 22 * 60),
    to: clockOf(schedule?.to ?? 6 * 60),
  };
}

/** What is wrong with one, by field. */
export function wrongException(typed: TypedException): Wrong {
  const { isAllTypes, types, isAllCameras, cameraIds } = typed;
  return {
    ...(!isAllTypes && types.length === 0 ? { types: text.rules.chooseTypes } : {}),
    ...(!isAllCameras && cameraIds.length === 0 ? { cameraIds: text.rules.chooseCameras } : {}),
    ...(typed.isAlways ? {} : wrongHours(typed)),
  };
}

/** One that nothing is wrong with. */
export function exceptionOf(typed: TypedException): EventException {
  const { action, isAllTypes, types, isAllCameras, cameraIds, isAlways, weekdays } = typed;
  const [from, to] = [minuteOf(typed.from) ?? 0, minuteOf(typed.to) ?? MINUTES_A_DAY];
  return {
    action,
    types: isAllTypes ? [] : types,
    cameraIds: isAllCameras ? [] : cameraIds,
    schedule: isAlways ? null : { weekdays: weekdays.toSorted((a, b) => a - b), from, to },
  };
}

function wrongHours({ weekdays, from, to }: TypedException): Wrong {
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)];
  const isSame = fromMinute !== null && fromMinute === toMinute;
  return {
    ...(weekdays.length === 0 ? { weekdays: text.rules.chooseDays } : {}),
    ...(fromMinute === null || fromMinute === MINUTES_A_DAY ? { from: text.rules.wrongTime } : {}),
    ...(toMinute === null ? { to: text.rules.wrongTime } : {}),
    ...(isSame ? { to: text.rules.sameTimes } : {}),
  };
}
