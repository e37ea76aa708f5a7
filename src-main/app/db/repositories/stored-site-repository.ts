import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { CameraRow } from '../tables/camera.table.ts';
import type { NvrLoginTable } from '../tables/nvr-login.table.ts';
import type { NvrRow } from '../tables/nvr.table.ts';
import { inChunks } from './in-chunks.ts';
import { addUnusedSecrets, removeUnusedSecrets } from './unused-secret-repository.ts';

/** Everything about recorders and cameras, ids included, to be put back as it was. Opaque outside this file. */
export interface StoredSite {
  nvrs: NvrRow[];
  cameras: CameraRow[];
  logins: NvrLoginTable[];
}

/** Reads the whole site. */
export async function readStoredSite(db: Kysely<Schema>): Promise<StoredSite> {
  const nvrs = await db.selectFrom('nvr').selectAll().execute();
  const cameras = await db.selectFrom('camera').selectAll().execute();
  const logins = await db.selectFrom('nvr_login').selectAll().execute();
  return { nvrs, cameras, logins };
}

/**
 * Puts a site in the place of the present one, in one transaction, and leaves everything else as it is. A recorder that is here
 * now, too, keeps its password of today and what is known about that. Keychain entries that are in use again are spared, those in
 * use no more are doomed.
 */
export async function replaceStoredSite(db: Kysely<Schema>, site: StoredSite): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const former = await readStoredSite(trx);
    const kept = sameLogins(former.nvrs, site.nvrs);
    const nvrs = site.nvrs.map((nvr) => ({
      ...nvr,
      secret_account: kept.get(nvr.id) ?? nvr.secret_account,
    }));
    const logins = [
      ...former.logins.filter(({ nvr_id: id }) => kept.has(id)),
      ...site.logins.filter(({ nvr_id: id }) => !kept.has(id)),
    ];
    // Cameras and logins go with them.
    await trx.deleteFrom('nvr').execute();
    for (const rows of inChunks(nvrs)) await trx.insertInto('nvr').values(rows).execute();
    for (const rows of inChunks(site.cameras)) {
      await trx.insertInto('camera').values(rows).execute();
    }
    for (const rows of inChunks(logins)) await trx.insertInto('nvr_login').values(rows).execute();
    await addUnusedSecrets(trx, accountsOf(former.nvrs));
    await removeUnusedSecrets(trx, accountsOf(nvrs));
  });
}

/** The recorders that are logged in to now as they were then, with today's keychain entry: a password may have been changed since. */
function sameLogins(former: readonly NvrRow[], then: readonly NvrRow[]): Map<number, string> {
  const keyOf = ({ id, host, rtsp_port, username }: NvrRow): string =>
    JSON.stringify([id, host, rtsp_port, username]);
  const accounts = new Map(former.map((nvr) => [keyOf(nvr), nvr.secret_account]));
  return new Map(
    then.flatMap((nvr) => {
      const account = accounts.get(keyOf(nvr));
      return account === undefined ? [] : [[nvr.id, account]];
    }),
  );
}

function accountsOf(nvrs: readonly NvrRow[]): string[] {
  return nvrs.map(({ secret_account: account }) => account);
}
