import type { JournalRow } from '@contract/models/events/journal.ts';
import { csvHead, csvLine, csvTime } from '../domain/csv.ts';

/** The columns; programs read them, so they are never renamed. */
export const JOURNAL_HEAD = csvHead([
  ...['id', 'severity', 'type', 'device_type', 'nvr', 'camera', 'channel', 'part', 'target'],
  ...['started_at', 'device_time', 'last_at', 'ended_at', 'is_end_known', 'count', 'is_storm'],
  ...['is_history', 'has_picture', 'acknowledged_at', 'acknowledged_by', 'note'],
]);

/** One event. */
export function journalLine(row: JournalRow): string {
  const { id, severity, type, deviceType, nvrName, cameraName, channel, part, target } = row;
  const { startedAtMs, deviceTime, lastAtMs, endedAtMs, isEndKnown, count } = row;
  const { isStorm, isHistory, hasPicture, acknowledgedAtMs, acknowledgedBy, note } = row;
  return csvLine([
    ...[id, severity, type, deviceType, nvrName, cameraName, channel, part, target],
    ...[csvTime(startedAtMs), deviceTime, csvTime(lastAtMs), csvTime(endedAtMs), isEndKnown],
    ...[count, isStorm, isHistory, hasPicture],
    ...[csvTime(acknowledgedAtMs), acknowledgedBy, note],
  ]);
}
