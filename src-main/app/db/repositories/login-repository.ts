import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Schema } from '../schema.ts';
import type { NvrLoginTable } from '../tables/nvr-login.table.ts';

/** A login that must not be tried. */
export type BlockedLogin = Extract<NvrLogin, { state: 'refused' | 'locked' }>;

/** The same, with how many failed logins it cost since its password was saved. */
export interface KeptRefusal {
  login: BlockedLogin;
  failed: number;
}

/** Every recorder whose login was refused, with what was learnt. */
export async function listBlockedLogins(db: Kysely<Schema>): Promise<Map<number, KeptRefusal>> {
  const rows = await db.selectFrom('nvr_login').selectAll().execute();
  return new Map(rows.map((row) => [row.nvr_id, { login: toLogin(row), failed: row.failed }]));
}

/** Notes a refusal, in place of an older one. */
export async function putBlockedLogin(
  db: Kysely<Schema>,
  nvrId: number,
  { login, failed }: KeptRefusal,
): Promise<void> {
  const row = { ...columns(login), failed };
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

function toLogin({ until_ms, door, tries_left }: NvrLoginTable): BlockedLogin {
  return until_ms === null
    ? { state: 'refused', door, triesLeft: tries_left }
    : { state: 'locked', untilMs: until_ms };
}

function columns(login: BlockedLogin): Omit<NvrLoginTable, 'nvr_id' | 'failed'> {
  return login.state === 'locked'
    ? { state: 'locked', until_ms: login.untilMs, door: 'web', tries_left: null }
    : { state: 'refused', until_ms: null, door: login.door, tries_left: login.triesLeft };
}
