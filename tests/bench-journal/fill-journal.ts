import type SqliteDatabase from 'better-sqlite3';
import { EVENT_TYPES } from '@contract/models/events/event-type.ts';

/** A large site. */
export const SITE = { nvrs: 16, cameras: 1_000, days: 90 };
const DAY_MS = 24 * 60 * 60_000;

/**
 * Fills a journal with rows as a large site has them after its 90 days: nine in ten are motion, some cameras have a thousand times as many as others, one alarm in
 * ten was never acknowledged, and a hundred conditions go on. Indexes are made afterwards, or it would take minutes.
 */
export function fillJournal(sqlite: SqliteDatabase.Database, rows: number, nowMs: number): void {
  const indexes = sqlite
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
    )
    .all();
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`);
  // A plain number would be bound as a fraction.
  const numbers = {
    ...{ rows, nowMs, spanMs: SITE.days * DAY_MS, kinds: EVENT_TYPES.length },
    ...{ nvrs: SITE.nvrs, cameras: SITE.cameras },
  };
  const bound = Object.entries(numbers).map(([name, value]) => [name, BigInt(value)]);
  sqlite.prepare(INSERT).run({ ...Object.fromEntries(bound), types: JSON.stringify(EVENT_TYPES) });
  for (const { sql } of indexes) sqlite.exec(sql);
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** `h` is some number that looks random and is the same each time: a multiplication by a large odd number, its middle bits. */
const INSERT = `
  WITH RECURSIVE
    n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < @rows),
    seed AS (SELECT id, (id * 2654435761) >> 7 & 0xffffff AS h FROM n),
    one AS (
      SELECT id, h,
        1 + CAST(@cameras * ((h % 1000) / 1000.0) * ((h % 1000) / 1000.0) AS INTEGER) AS camera,
        CASE WHEN h / 1000 % 10 = 0 THEN h / 10000 % @kinds ELSE 0 END AS kind,
        @nowMs - @spanMs + id * @spanMs / @rows AS at_ms
      FROM seed)
  INSERT INTO event
    SELECT id, 1 + camera % @nvrs, 'NVR in building ' || camera % @nvrs,
      camera, 'Camera at gate ' || camera, 1 + camera / @nvrs,
      json_extract(@types, '$[' || kind || ']'), 'linedetection',
      CASE WHEN kind = 0 THEN 'log' ELSE 'alarm' END, CASE WHEN kind = 1 THEN 'region-1' ELSE '' END,
      CASE WHEN kind = 1 THEN 'human' END, at_ms, '2026-11-30T12:00:00+01:00', at_ms + 4000,
      CASE WHEN id > @rows - 100 THEN NULL ELSE at_ms + 5000 END, 1, 5, 0, 0,
      CASE WHEN kind > 0 AND h % 10 > 0 THEN at_ms + 60000 END,
      CASE WHEN kind > 0 AND h % 10 > 0 THEN 'guard' END, ''
    FROM one`;
