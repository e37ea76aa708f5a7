import { setImmediate as nextTurn } from 'node:timers/promises';
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
 * now, too, keeps its password and certificate of today and what is known about them. One whose address is another than the one
 * its password was given for gets none: `withhold` names the entry that is not there. Keychain entries that are in use again are
 * spared, those in use no more are doomed.
 */
export async function replaceStoredSite(
  db: Kysely<Schema>,
  site: StoredSite,
  withhold: (account: string) => string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const former = await readStoredSite(trx);
    const here = new Map(former.nvrs.map((nvr) => [loginKey(nvr), nvr]));
    const nvrs = site.nvrs.map((nvr) => {
      const now = here.get(loginKey(nvr));
      if (now === undefined) return withoutForeignPassword(nvr, former.nvrs, withhold);
      const { secret_account, is_https, fingerprint } = now;
      return { ...nvr, secret_account, is_https, fingerprint };
    });
    const kept = new Set(nvrs.filter((nvr) => here.has(loginKey(nvr))).map(({ id }) => id));
    const logins = [
      ...former.logins.filter(({ nvr_id: id }) => kept.has(id)),
      ...site.logins.filter(({ nvr_id: id }) => !kept.has(id)),
    ];
    // Cameras and logins go with them.
    await trx.deleteFrom('nvr').execute();
    for (const rows of inChunks(nvrs)) await trx.insertInto('nvr').values(rows).execute();
    for (const rows of inChunks(site.cameras)) {
      await trx.insertInto('camera').values(rows).execute();
      // The wall goes on meanwhile.
      await nextTurn();
    }
    for (const rows of inChunks(logins)) await trx.insertInto('nvr_login').values(rows).execute();
    await addUnusedSecrets(trx, accountsOf(former.nvrs));
    await removeUnusedSecrets(trx, accountsOf(nvrs));
  });
}

/** What a password is given for: the recorder, its two ports, the user. */
function loginKey({ id, host, rtsp_port, http_port, username }: NvrRow): string {
  return JSON.stringify([id, host.toLowerCase(), rtsp_port, http_port, username]);
}

/** Whoever can write a backup could else lead a password to a device of their own. */
function withoutForeignPassword(
  nvr: NvrRow,
  former: readonly NvrRow[],
  withhold: (account: string) => string,
): NvrRow {
  const isForeign = former.some(
    ({ id, secret_account }) => id === nvr.id || secret_account === nvr.secret_account,
  );
  return isForeign ? { ...nvr, secret_account: withhold(nvr.secret_account) } : nvr;
}

function accountsOf(nvrs: readonly NvrRow[]): string[] {
  return nvrs.map(({ secret_account: account }) => account);
}
