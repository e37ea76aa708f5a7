import type SqliteDatabase from 'better-sqlite3';

const WAITING = `severity = 'alarm' AND acknowledged_at_ms IS NULL`;

/**
 * Each index ends in the time, and by SQLite's own habit in the row's number, so that any list is read in its order from any point on.
 * Those of waiting alarms are few: what is acknowledged leaves them.
 */
const INITIAL = `
  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    nvr_id INTEGER NOT NULL,
    nvr_name TEXT NOT NULL,
    camera_id INTEGER,
    camera_name TEXT,
    channel INTEGER,
    type TEXT NOT NULL,
    device_type TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('alarm', 'log')),
    part TEXT NOT NULL,
    target TEXT,
    started_at_ms INTEGER NOT NULL,
    device_time TEXT,
    last_at_ms INTEGER NOT NULL,
    ended_at_ms INTEGER,
    is_end_known INTEGER NOT NULL CHECK (is_end_known IN (0, 1)),
    count INTEGER NOT NULL CHECK (count >= 1),
    is_storm INTEGER NOT NULL CHECK (is_storm IN (0, 1)),
    is_history INTEGER NOT NULL CHECK (is_history IN (0, 1)),
    acknowledged_at_ms INTEGER,
    acknowledged_by TEXT,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_by_time ON event (started_at_ms);
  CREATE INDEX event_by_camera ON event (camera_id, type, started_at_ms);
  CREATE INDEX event_by_nvr ON event (nvr_id, type, started_at_ms);
  CREATE INDEX event_by_type ON event (type, started_at_ms);
  CREATE INDEX event_open ON event (started_at_ms) WHERE ended_at_ms IS NULL;
  CREATE INDEX waiting_by_time ON event (started_at_ms) WHERE ${WAITING};
  CREATE INDEX waiting_by_camera ON event (camera_id, type, started_at_ms) WHERE ${WAITING};
  CREATE INDEX waiting_by_nvr ON event (nvr_id, type, started_at_ms) WHERE ${WAITING};
  CREATE INDEX waiting_by_type ON event (type, started_at_ms) WHERE ${WAITING};`;

/** Append only, as the site's own migrations are: SQLite's user_version says how many have run. */
const MIGRATIONS: readonly string[] = [INITIAL];

/** Brings a journal up to date, each step whole or not at all. Throws for one that a newer version of the app has made. */
export function migrateJournal(sqlite: SqliteDatabase.Database): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new Error('The journal of events was made by a newer version of the app');
  }
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue;
    sqlite.transaction(() => {
      sqlite.exec(statements);
      sqlite.pragma(`user_version = ${index + 1}`);
    })();
  }
}
