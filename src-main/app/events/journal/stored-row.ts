import type { EventRow } from './event-row.ts';

/** How a row comes from SQLite, which has no truth values. */
export type StoredRow = {
  [K in keyof EventRow]: EventRow[K] extends boolean ? 0 | 1 : EventRow[K];
};

/** Each column by its field's name. */
const FIELDS: Record<keyof EventRow, string> = {
  id: 'id',
  nvrId: 'nvr_id',
  nvrName: 'nvr_name',
  cameraId: 'camera_id',
  cameraName: 'camera_name',
  channel: 'channel',
  type: 'type',
  deviceType: 'device_type',
  severity: 'severity',
  part: 'part',
  target: 'target',
  startedAtMs: 'started_at_ms',
  deviceTime: 'device_time',
  lastAtMs: 'last_at_ms',
  endedAtMs: 'ended_at_ms',
  isEndKnown: 'is_end_known',
  count: 'count',
  isStorm: 'is_storm',
  isHistory: 'is_history',
  acknowledgedAtMs: 'acknowledged_at_ms',
  acknowledgedBy: 'acknowledged_by',
  note: 'note',
};

/** What may change once a row is written; all else is as it was at the first message. */
const CHANGING: readonly (keyof EventRow)[] = [
  ...(['lastAtMs', 'endedAtMs', 'isEndKnown', 'count', 'target'] as const),
  ...(['acknowledgedAtMs', 'acknowledgedBy', 'note'] as const),
];

const names = Object.entries(FIELDS);

/** For SELECT. */
export const COLUMNS = names.map(([field, column]) => `${column} AS ${field}`).join(', ');

/** Writes a row, new or changed. */
export const UPSERT = `
  INSERT INTO event (${names.map(([, column]) => column).join(', ')})
  VALUES (${names.map(([field]) => `@${field}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET
    ${CHANGING.map((field) => `${FIELDS[field]} = excluded.${FIELDS[field]}`).join(', ')}`;

/** A row as SQLite takes it. */
export function toStored(row: EventRow): StoredRow {
  return {
    ...row,
    isEndKnown: row.isEndKnown ? 1 : 0,
    isStorm: row.isStorm ? 1 : 0,
    isHistory: row.isHistory ? 1 : 0,
  };
}

/** A row as the app knows it. */
export function fromStored(row: StoredRow): EventRow {
  return {
    ...row,
    isEndKnown: row.isEndKnown === 1,
    isStorm: row.isStorm === 1,
    isHistory: row.isHistory === 1,
  };
}
