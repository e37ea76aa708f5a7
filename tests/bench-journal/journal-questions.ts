import type { EventFilterInput } from '@contract/models/events/journal.ts';
import { SITE } from './fill-journal.ts';

const HOUR_MS = 60 * 60_000;

/** What people ask a journal: each with a filter, and from which day before today on. */
export interface Question {
  name: string;
  filter: EventFilterInput;
  daysAgo: number;
}

function cameras(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Each has caught another way of being slow. Camera 1 has most rows, the last ones few, 9,999 none. */
export function questions(nowMs: number): Question[] {
  const ask = (name: string, filter: EventFilterInput = {}, daysAgo = 0): Question => ({
    ...{ name, filter, daysAgo },
  });
  const aMonthAgo = nowMs - 30 * 24 * HOUR_MS;
  const anHour = { fromMs: aMonthAgo, toMs: aMonthAgo + HOUR_MS };
  return [
    ask('newest'),
    ask('45 days ago', {}, 45),
    ask('an hour a month ago', anHour),
    ask('one busy camera', { cameraIds: [1] }),
    ask('one busy camera, 45 days ago', { cameraIds: [1] }, 45),
    ask('one quiet camera', { cameraIds: [SITE.cameras - 10] }),
    ask('a camera without rows', { cameraIds: [9_999] }),
    ask('one camera, one type', { cameraIds: [1], types: ['tamper'] }),
    ask('16 cameras', { cameraIds: cameras(900, 16) }),
    ask('16 cameras, an hour', { cameraIds: cameras(900, 16), ...anHour }),
    ask('64 busy cameras', { cameraIds: cameras(1, 64) }),
    ask('64 quiet cameras', { cameraIds: cameras(900, 64) }),
    ask('100 cameras', { cameraIds: cameras(1, 100) }),
    ask('100 cameras without rows', { cameraIds: cameras(9_000, 100) }),
    ask('one NVR', { nvrIds: [3] }),
    ask('one NVR and a camera, two types', {
      nvrIds: [3],
      cameraIds: [1],
      types: ['io', 'tamper'],
    }),
    ask('one rare type', { types: ['ip-conflict'] }),
    ask('all types but motion', { types: ['line-crossing', 'intrusion', 'tamper', 'io', 'other'] }),
    ask('open', { onlyOpen: true }),
    ask('open, one camera', { onlyOpen: true, cameraIds: [1] }),
    ask('not acknowledged', { onlyUnacknowledged: true }),
    ask('not acknowledged, one camera', {
      onlyUnacknowledged: true,
      cameraIds: [SITE.cameras - 10],
    }),
    ask('not acknowledged, 64 quiet cameras', {
      onlyUnacknowledged: true,
      cameraIds: cameras(900, 64),
    }),
    ask('not acknowledged, 100 cameras', {
      onlyUnacknowledged: true,
      cameraIds: cameras(900, 100),
    }),
    ask(
      'not acknowledged, one type, 45 days ago',
      { onlyUnacknowledged: true, types: ['tamper'] },
      45,
    ),
  ];
}
