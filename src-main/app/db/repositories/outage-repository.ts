import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Every recorder that fails, by id, and since when (Unix time in ms). */
export async function listOutages(db: Kysely<Schema>): Promise<Map<number, number>> {
  const rows = await db.selectFrom('nvr_outage').selectAll().execute();
  return new Map(rows.map(({ nvr_id, since_ms }) => [nvr_id, since_ms]));
}

/** Notes when a recorder began to fail; an earlier note stays. Without effect for a recorder that was removed meanwhile. */
export async function putOutage(db: Kysely<Schema>, nvrId: number, sinceMs: number): Promise<void> {
  await db
    .insertInto('nvr_outage')
    .columns(['nvr_id', 'since_ms'])
    .expression((eb) =>
      eb
        .selectFrom('nvr')
        .select(['id', eb.val(sinceMs).as('since_ms')])
        .where('id', '=', nvrId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The recorder works again. */
export async function deleteOutage(db: Kysely<Schema>, nvrId: number): Promise<void> {
  await db.deleteFrom('nvr_outage').where('nvr_id', '=', nvrId).execute();
}
