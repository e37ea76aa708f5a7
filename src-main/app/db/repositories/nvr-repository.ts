import type { Nvr } from '@contract/models/nvr.ts';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { NewNvrRow, NvrRow } from '../tables/nvr.table.ts';

/** All recorders, oldest first. */
export async function listNvrs(db: Kysely<Schema>): Promise<Nvr[]> {
  const rows = await db.selectFrom('nvr').selectAll().orderBy('id').execute();
  return rows.map(toNvr);
}

/** The recorder with this id, if there still is one. */
export async function findNvr(db: Kysely<Schema>, id: number): Promise<Nvr | undefined> {
  const row = await db.selectFrom('nvr').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toNvr(row);
}

/** The recorder at this address, if there is one: the address is what makes two entries the same device. */
export async function findNvrByAddress(
  db: Kysely<Schema>,
  host: string,
  rtspPort: number,
): Promise<Nvr | undefined> {
  const row = await db
    .selectFrom('nvr')
    .selectAll()
    .where('host', '=', host)
    .where('rtsp_port', '=', rtspPort)
    .executeTakeFirst();
  return row && toNvr(row);
}

/** The keychain entry that holds this recorder's password, or undefined when there is no such recorder. */
export async function findSecretAccount(
  db: Kysely<Schema>,
  id: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('nvr')
    .select('secret_account')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.secret_account;
}

/** The keychain entries of all recorders. */
export async function listSecretAccounts(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom('nvr').select('secret_account').execute();
  return rows.map((row) => row.secret_account);
}

/** Stores a recorder; throws when the address is taken. */
export async function insertNvr(db: Kysely<Schema>, row: NewNvrRow): Promise<Nvr> {
  return toNvr(await db.insertInto('nvr').values(row).returningAll().executeTakeFirstOrThrow());
}

/** Removes a recorder and, by the foreign key, its cameras. False when there was none. */
export async function deleteNvr(db: Kysely<Schema>, id: number): Promise<boolean> {
  const result = await db.deleteFrom('nvr').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

function toNvr(row: NvrRow): Nvr {
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    rtspPort: row.rtsp_port,
    httpPort: row.http_port,
    isHttps: row.is_https === 1,
    fingerprint: row.fingerprint,
    username: row.username,
    maxChannels: row.max_channels,
    model: row.model,
    serial: row.serial,
    firmware: row.firmware,
  };
}
