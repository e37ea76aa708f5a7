import { randomUUID } from 'node:crypto';
import { readDeviceTime } from '../../domain/time/device-time.ts';
import { type PresentDigits, readingOf, searchSpan } from '../../domain/time/time-reading.ts';
import { parseFoundPage, recordingSearch } from '../../isapi/endpoints/recording-search.ts';
import type { Question } from './question.ts';
import type { ToldClockState, ToldHealth } from './told-health.ts';

const MS_PER_MINUTE = 60_000;
const DAY_MS = 24 * 60 * MS_PER_MINUTE;

/** What its recordings' times mean: the newest piece ends now, by one reading or the other. Asked again daily, and when its clock is put to summer or winter time. */
export const RECORDINGS: Question = {
  name: 'recordings',
  everyMs: ({ untoldMs }) => untoldMs,
  call: (told, { channels }) => {
    const { clock, device } = told;
    const connected = channels.filter((channel) => told.online.get(channel) !== false);
    if (clock === null || device === null || clock.offsetMinutes === 0) return null;
    if (connected.length === 0 || isTested(told, clock)) return null;
    // Another one each time: some channels record only when something moves.
    const channel = connected[Math.floor(Math.random() * connected.length)] ?? 1;
    const { fromMs, toMs } = searchSpan(presentOf(clock));
    const body = recordingSearch({ id: randomUUID(), channel, fromMs, toMs, position: 0 });
    return { method: 'POST', path: '/ISAPI/ContentMgmt/search', body };
  },
  takeIn: ({ text }, told) => {
    const read = parseFoundPage(text);
    if (!read.ok) return read.error;
    const { clock } = told;
    if (clock === null) return null;
    const ends = read.value.pieces
      .map(({ end }) => (end === null ? null : readDeviceTime(end)))
      .filter((end) => end !== null);
    const reading = readingOf(
      ends.map(({ digitsMs }) => digitsMs),
      presentOf(clock),
    );
    const { offsetMinutes } = clock;
    if (reading !== null) told.reading = { reading, offsetMinutes, testedAtMs: Date.now() };
    return null;
  },
};

/** The clock of this computer may have been set: a test of the future is none. */
function isTested({ reading }: ToldHealth, { offsetMinutes }: ToldClockState): boolean {
  if (reading?.offsetMinutes !== offsetMinutes) return false;
  const agoMs = Date.now() - reading.testedAtMs;
  return agoMs >= 0 && agoMs < DAY_MS;
}

function presentOf({ digitsMs, offsetMinutes, atMs }: ToldClockState): PresentDigits {
  const localMs = digitsMs + performance.now() - atMs;
  return { localMs, utcMs: localMs - offsetMinutes * MS_PER_MINUTE };
}
