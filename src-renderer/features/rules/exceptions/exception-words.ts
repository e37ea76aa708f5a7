import type { EventException, Schedule } from '@contract/models/events/event-rules.ts';
import { text } from '../../../text/catalogue.ts';
import { clockOf, daysText } from './clock-words.ts';

const MOST_NAMES = 4;
const MINUTES_A_DAY = 24 * 60;

/** Where and when an exception counts, in a sentence. */
export function exceptionText(
  { types, cameraIds, schedule }: Omit<EventException, 'action'>,
  nameOf: (cameraId: number) => string | undefined,
): string {
  const named = cameraIds.map((id) => nameOf(id)).filter((name) => name !== undefined);
  const gone = cameraIds.length - named.length;
  const cameras = gone > 0 ? [...named, text.rules.goneCameras(gone)] : named;
  const typeNames = types.map((type) => text.events.types[type]);
  return text.rules.sentence(shortened(typeNames), shortened(cameras), scheduleText(schedule));
}

/** "Mon–Fri, 22:00–06:00" */
function scheduleText(schedule: Schedule | null): string {
  if (schedule === null) return text.rules.always.toLowerCase();
  const { weekdays, from, to } = schedule;
  const isAllDay = from === 0 && to === MINUTES_A_DAY;
  const hours = isAllDay ? text.rules.allDay : `${clockOf(from)}–${clockOf(to)}`;
  return `${daysText(weekdays)}, ${hours}`;
}

function shortened(names: readonly string[]): string[] {
  if (names.length <= MOST_NAMES) return [...names];
  const shown = names.slice(0, MOST_NAMES - 1);
  return [...shown, text.rules.more(names.length - shown.length)];
}
