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
 * Puts a site in the place of the present one, in one transaction, and leaves everything else as it is. Keychain entries follow:
 * those in use again are spared, those in use no more are doomed.
 */
export async function replaceStoredSite(db: Kysely<Schema>, site: StoredSite): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const former = await readStoredSite(trx);
    // Cameras and logins go with them.
    await trx.deleteFrom('nvr').execute();
    for (const rows of inChunks(site.nvrs)) await trx.insertInto('nvr').values(rows).execute();
    for (const rows of inChunks(site.cameras)) {
      await trx.insertInto('camera').values(rows).execute();
    }
    for (const rows of inChunks(loginsAfter(former, site))) {
      await trx.insertInto('nvr_login').values(rows).execute();
    }
    await addUnusedSecrets(trx, accountsOf(former));
    await removeUnusedSecrets(trx, accountsOf(site));
  });
}

/** A login that is the same as then has the newer verdict: the password in the keychain is today's. */
function loginsAfter(former: StoredSite, site: StoredSite): NvrLoginTable[] {
  const keyOf = ({ id, host, rtsp_port, username, secret_account }: NvrRow): string =>
    JSON.stringify([id, host, rtsp_port, username, secret_account]);
  const before = new Set(former.nvrs.map(keyOf));
  const same = new Set(site.nvrs.filter((nvr) => before.has(keyOf(nvr))).map(({ id }) => id));
  return [
    ...former.logins.filter(({ nvr_id: id }) => same.has(id)),
    ...site.logins.filter(({ nvr_id: id }) => !same.has(id)),
  ];
}

function accountsOf({ nvrs }: StoredSite): string[] {
  return nvrs.map(({ secret_account: account }) => account);
}
