import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { SingleCamera } from '@contract/models/camera-changes.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { parseRtspUrl } from '@contract/models/rtsp-url.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { insertCameras, nextPosition } from '../db/repositories/camera-repository.ts';
import { insertNvr, layoutColumns } from '../db/repositories/nvr-repository.ts';
import { removeUnusedSecrets } from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { NewNvrRow } from '../db/tables/nvr.table.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { accountWithoutEntry } from '../secrets/secret-account.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import { withoutLayoutSecret } from '../domain/layout-secret.ts';
import { streamPaths } from '../domain/stream-path.ts';

/** A camera is asked over RTSP only; the column wants a port all the same. */
const UNUSED_HTTP_PORT = 80;
const ONLY_CHANNEL = 1;

/** What the service works with. */
export interface SingleCamerasOptions {
  db: Kysely<Schema>;
  recorders: RecorderRegistry;
  unusedSecrets: UnusedSecrets;
  log: Logger;
  redactor: Redactor;
}

/**
 * Adds cameras that have no recorder. Each is stored as a recorder of its own with the layout `single` and one camera, channel 1,
 * so that the gate, the keychain, editing, removing and taking the site elsewhere treat it like any other. Without a user name it
 * asks for no login: then there is no keychain entry and nothing to check.
 */
export class SingleCameras {
  readonly #options: SingleCamerasOptions;

  constructor(options: SingleCamerasOptions) {
    this.#options = options;
  }

  async add(request: SingleCamera): Promise<Result<Nvr>> {
    const { unusedSecrets, log, redactor } = this.#options;
    const read = nvrRow(request);
    if (!read.ok) return read;
    const { row, password } = read.value;
    if (password !== '') redactor.add(password);
    const account =
      password === '' ? ok(accountWithoutEntry()) : await unusedSecrets.deposit(password);
    if (!account.ok) return account;
    let nvr: Nvr;
    try {
      nvr = await this.#store({ ...row, secret_account: account.value }, password);
    } catch (error) {
      await unusedSecrets.discard(account.value);
      throw error;
    }
    log.info('single camera added', { nvr: nvr.id });
    return ok(nvr);
  }

  #store(row: NewNvrRow, password: string): Promise<Nvr> {
    const { db, recorders } = this.#options;
    return recorders.apply([], async () => {
      const nvr = await db.transaction().execute((trx) => insert(trx, row));
      const passwords = new Map(password === '' ? [] : [[nvr.id, password]]);
      return { result: nvr, passwords };
    });
  }
}

async function insert(trx: Kysely<Schema>, row: NewNvrRow): Promise<Nvr> {
  const nvr = await insertNvr(trx, row);
  const camera = { nvr_id: nvr.id, channel: ONLY_CHANNEL, name: nvr.name, recorder_name: null };
  const paths = streamPaths(nvr.layout, ONLY_CHANNEL, true);
  await insertCameras(trx, [{ ...camera, ...paths, position: await nextPosition(trx) }]);
  await removeUnusedSecrets(trx, [row.secret_account]);
  return nvr;
}

function nvrRow(
  request: SingleCamera,
): Result<{ row: Omit<NewNvrRow, 'secret_account'>; password: string }> {
  const main = parseRtspUrl(request.mainUrl);
  const sub = request.subUrl === '' ? null : parseRtspUrl(request.subUrl);
  if (main === null) return err(appError('invalid-request', message('not-an-rtsp-address')));
  const typed = request.password === '' ? null : request.password;
  const pasted = { kind: 'single', main: main.path, sub: sub?.path ?? null } as const;
  const kept = withoutLayoutSecret(pasted, typed);
  if (!kept.ok) return kept;
  const row = {
    name: request.name,
    host: main.host,
    rtsp_port: main.port,
    http_port: UNUSED_HTTP_PORT,
    username: request.username,
    max_channels: 1,
    ...layoutColumns(kept.value.layout),
  };
  return ok({ row, password: kept.value.password ?? '' });
}
