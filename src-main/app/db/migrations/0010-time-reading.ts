import { sql, type Kysely } from 'kysely';

/** What a device means by the times of its recordings belongs to the device and its firmware, not to its entry here: it is known again when it is added anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE time_reading (
      serial TEXT NOT NULL,
      firmware TEXT NOT NULL,
      reading TEXT NOT NULL CHECK (reading IN ('local', 'utc')),
      offset_minutes INTEGER NOT NULL,
      tested_at_ms INTEGER NOT NULL,
      PRIMARY KEY (serial, firmware)
    ) STRICT`.execute(db);
}
