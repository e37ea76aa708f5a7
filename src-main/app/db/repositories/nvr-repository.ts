import type { Nvr } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
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

/** Everything that is stored of a recorder, to bring it back as it was or to compare a change with it. */
export async function findNvrRow(db: Kysely<Schema>, id: number): Promise<NvrRow | undefined> {
  return db.selectFrom('nvr').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The recorder at this address, if there is one: the address is what makes two entries the same device. Single cameras may share one. */
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
    .where('layout', '<>', 'single')
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

/** Changes a recorder; throws when its new address is taken. False when there was none. */
export async function updateNvr(
  db: Kysely<Schema>,
  id: number,
  values: Partial<NewNvrRow>,
): Promise<boolean> {
  const result = await db.updateTable('nvr').set(values).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes a recorder and, by the foreign key, its cameras. False when there was none. */
export async function deleteNvr(db: Kysely<Schema>, id: number): Promise<boolean> {
  const result = await db.deleteFrom('nvr').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The columns that keep a layout. */
export function layoutColumns(
  layout: StreamLayout,
): Pick<NvrRow, 'layout' | 'main_template' | 'sub_template'> {
  const hasTemplates = layout.kind === 'custom' || layout.kind === 'single';
  return {
    layout: layout.kind,
    main_template: hasTemplates ? layout.main : null,
    sub_template: hasTemplates ? layout.sub : null,
  };
}

function toLayout({ layout, main_template: main, sub_template: sub }: NvrRow): StreamLayout {
  if (layout === 'hikvision' || layout === 'dahua') return { kind: layout };
  if (main === null) throw new Error(`a ${layout} layout has no template`);
  return { kind: layout, main, sub };
}

/** A stored recorder as the other worlds know it. */
export function toNvr(row: NvrRow): Nvr {
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    rtspPort: row.rtsp_port,
    httpPort: row.http_port,
    isHttps: row.is_https === 1,
    fingerprint: row.fingerprint,
    username: row.username,
    isBasicAllowed: row.allows_basic === 1,
    isEnabled: row.is_enabled === 1,
    layout: toLayout(row),
    maxChannels: row.max_channels,
    model: row.model,
    serial: row.serial,
    firmware: row.firmware,
  };
}
