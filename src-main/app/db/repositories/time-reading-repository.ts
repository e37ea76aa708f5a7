import type { Kysely } from 'kysely';
import type { TimeReading } from '../../domain/time/time-reading.ts';
import type { Schema } from '../schema.ts';

/** A device, by what it says of itself. */
export interface DeviceKey {
  serial: string;
  firmware: string;
}

/** What was found out of a device's times. */
export interface TestedReading {
  reading: TimeReading;
  /** How far its wall clock was ahead of UTC then. */
  offsetMinutes: number;
  /** Unix time in ms. */
  testedAtMs: number;
}

/** Undefined: it was never found out. */
export async function findTimeReading(
  db: Kysely<Schema>,
  { serial, firmware }: DeviceKey,
): Promise<TestedReading | undefined> {
  const row = await db
    .selectFrom('time_reading')
    .selectAll()
    .where('serial', '=', serial)
    .where('firmware', '=', firmware)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { reading, offset_minutes: offsetMinutes, tested_at_ms: testedAtMs } = row;
  return { reading, offsetMinutes, testedAtMs };
}

/** In the place of what was found out before. */
export async function putTimeReading(
  db: Kysely<Schema>,
  device: DeviceKey,
  { reading, offsetMinutes, testedAtMs }: TestedReading,
): Promise<void> {
  const found = { reading, offset_minutes: offsetMinutes, tested_at_ms: testedAtMs };
  await db
    .insertInto('time_reading')
    .values({ serial: device.serial, firmware: device.firmware, ...found })
    .onConflict((conflict) => conflict.columns(['serial', 'firmware']).doUpdateSet(found))
    .execute();
}
