import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** The stored rules as JSON; undefined where nobody has changed them. */
export async function findEventRules(db: Kysely<Schema>): Promise<string | undefined> {
  const row = await db.selectFrom('event_rules').select('rules').executeTakeFirst();
  return row?.rules;
}

/** Stores rules, in place of earlier ones. */
export async function putEventRules(db: Kysely<Schema>, rules: string): Promise<void> {
  await db
    .insertInto('event_rules')
    .values({ id: 1, rules })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ rules }))
    .execute();
}
