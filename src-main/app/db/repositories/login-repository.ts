import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Schema } from '../schema.ts';

/** A login that must not be tried. */
export type BlockedLogin = Extract<NvrLogin, { state: 'refused' | 'locked' }>;

/** Every recorder whose login was refused, with what was learnt. */
export async function listBlockedLogins(db: Kysely<Schema>): Promise<Map<number, BlockedLogin>> {
  const rows = await db.selectFrom('nvr_login').selectAll().execute();
  return new Map(
    rows.map(({ nvr_id, until_ms }) => [
      nvr_id,
      until_ms === null ? { state: 'refused' } : { state: 'locked', untilMs: until_ms },
    ]),
  );
}

/** Notes a refusal, in place of an older one. */
export async function putBlockedLogin(
  db: Kysely<Schema>,
  nvrId: number,
  login: BlockedLogin,
): Promise<void> {
  const row = { state: login.state, until_ms: login.state === 'locked' ? login.untilMs : null };
  await db
    .insertInto('nvr_login')
    .values({ nvr_id: nvrId, ...row })
    .onConflict((conflict) => conflict.column('nvr_id').doUpdateSet(row))
    .execute();
}

/** Forgets a refusal, for a new password or one that was accepted after all. */
export async function deleteBlockedLogin(db: Kysely<Schema>, nvrId: number): Promise<void> {
  await db.deleteFrom('nvr_login').where('nvr_id', '=', nvrId).execute();
}
