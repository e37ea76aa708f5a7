import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { SiteImport, SiteImported, SiteImportPreview } from '@contract/models/site.ts';
import type { View } from '@contract/models/view.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { nextPosition } from '../db/repositories/camera-repository.ts';
import { listNvrs } from '../db/repositories/nvr-repository.ts';
import { insertSite, listSite } from '../db/repositories/site-repository.ts';
import { removeUnusedSecrets } from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Logger } from '../logging/logger.ts';
import { wantsPassword, withoutLayoutSecret } from '../domain/layout-secret.ts';
import { takePathSecret } from '../domain/path-secret.ts';
import type { Redactor } from '../logging/redact.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { accountWithoutEntry, accountWithoutPassword } from '../secrets/secret-account.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import { addressKey } from '../domain/address-key.ts';
import type { FileReader } from './reader/file-reader.ts';
import { readPasswords } from './read-passwords.ts';
import {
  SITE_FORMAT,
  SITE_VERSION,
  type SiteFileContent,
  type SiteNvr,
} from '../domain/site-file.ts';
import { openSecrets, sealSecrets } from './site-secrets.ts';

/** What the transfer works with. */
export interface SiteTransferOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  unusedSecrets: UnusedSecrets;
  reader: FileReader;
  recorders: RecorderRegistry;
  log: Logger;
  redactor: Redactor;
}

/** What only the station knows about itself. */
export interface StationFacts {
  /** The app's version. */
  app: string;
  view: View;
}

/** What was taken over; and the file's view, for a station that had nothing to look at before. */
export interface TakenOver extends SiteImported {
  view: View | null;
}

interface NewSiteNvr {
  nvr: SiteNvr;
  password: string | null;
}

/** Takes a site to another computer as a file: all of it or nothing, and passwords only under a passphrase. */
export class SiteTransfer {
  readonly #options: SiteTransferOptions;
  /** The last file that was looked at: there is one form. */
  #preview: { previewId: string; content: SiteFileContent } | null = null;

  constructor(options: SiteTransferOptions) {
    this.#options = options;
  }

  /** The whole site as a file's text; with the passwords sealed, unless there is no passphrase. */
  async export(passphrase: string | null, { app, view }: StationFacts): Promise<Result<string>> {
    const { db, secrets, redactor } = this.#options;
    const site = await listSite(db);
    const nvrs = site.map(({ nvr }) => withoutSecret(nvr).nvr);
    let sealed: SiteFileContent['secrets'] = null;
    if (passphrase !== null) {
      redactor.add(passphrase);
      const passwords = await readPasswords(db, secrets, site);
      if (!passwords.ok) return passwords;
      sealed = await sealSecrets(passphrase, nvrs, passwords.value);
    }
    const content: SiteFileContent = {
      ...{ format: SITE_FORMAT, version: SITE_VERSION, createdAt: new Date().toISOString() },
      ...{ app, view, nvrs, secrets: sealed },
    };
    return ok(`${JSON.stringify(content, null, 2)}\n`);
  }

  /** Looks at a file's text and remembers it; changes nothing. */
  async preview(text: string): Promise<Result<SiteImportPreview>> {
    const parsed = await this.#options.reader.read('siteFile', text);
    if (!parsed.ok) return parsed;
    const content = parsed.value;
    const here = await this.#addresses();
    const previewId = randomUUID();
    this.#preview = { previewId, content };
    return ok({
      previewId,
      nvrs: content.nvrs.map((nvr) => ({
        name: nvr.name,
        host: nvr.host,
        cameras: nvr.cameras.length,
        isHere: here.has(addressKey(nvr)),
      })),
      passwords: content.secrets?.passwords ?? 0,
    });
  }

  /** Adds what was previewed and is not here yet. When anything fails, nothing has been added, and the same may be tried again. */
  async import({ previewId, passphrase }: SiteImport): Promise<Result<TakenOver>> {
    const preview = this.#preview;
    if (preview?.previewId !== previewId) {
      return err(appError('not-found', message('site-file-closed')));
    }
    // Sent twice, it is done once.
    this.#preview = null;
    let isDone = false;
    try {
      const taken = await this.#takeOver(preview.content, passphrase);
      isDone = taken.ok;
      return taken;
    } finally {
      if (!isDone) this.#preview ??= preview;
    }
  }

  async #takeOver(content: SiteFileContent, passphrase: string | null): Promise<Result<TakenOver>> {
    const { log } = this.#options;
    const opened = await this.#open(content, passphrase);
    if (!opened.ok) return opened;
    const here = await this.#addresses();
    const fresh = content.nvrs
      .map((nvr, index) => {
        // A file of an earlier version may hold a password inside an address.
        const { nvr: plain, password } = withoutSecret(nvr);
        return { nvr: plain, password: opened.value[index] ?? password };
      })
      .filter(({ nvr }) => !here.has(addressKey(nvr)));
    const stored = await this.#store(fresh);
    if (!stored.ok) return stored;
    const counts = {
      nvrs: fresh.length,
      cameras: fresh.reduce((sum, { nvr }) => sum + nvr.cameras.length, 0),
      passwords: fresh.filter(({ password }) => password !== null).length,
    };
    log.info('a site file was brought in', counts);
    return ok({ ...counts, view: stored.value.wasEmpty ? content.view : null });
  }

  async #open(
    { nvrs, secrets }: SiteFileContent,
    passphrase: string | null,
  ): Promise<Result<(string | null)[]>> {
    const { redactor } = this.#options;
    if (passphrase === null || secrets === null) return ok(nvrs.map(() => null));
    redactor.add(passphrase);
    const passwords = await openSecrets(passphrase, nvrs, secrets);
    if (passwords === null) return err(wrongPassphrase());
    for (const password of passwords) if (password !== null) redactor.add(password);
    return ok(passwords);
  }

  /** Keychain and database: both or none. */
  async #store(fresh: readonly NewSiteNvr[]): Promise<Result<{ wasEmpty: boolean }>> {
    const { db, recorders } = this.#options;
    const accounts: string[] = [];
    try {
      for (const entry of fresh) {
        const account = await this.#account(entry);
        if (!account.ok) return account;
        accounts.push(account.value);
      }
      const rows = fresh.map(({ nvr }, index) => ({ nvr, secretAccount: accounts[index] ?? '' }));
      const wasEmpty = await recorders.apply([], async () => {
        const { nvrs, firstPosition } = await db.transaction().execute(async (trx) => {
          const position = await nextPosition(trx);
          const added = await insertSite(trx, rows, position);
          await removeUnusedSecrets(trx, accounts);
          return { nvrs: added, firstPosition: position };
        });
        // Zero: there was no camera.
        return { result: firstPosition === 0, passwords: passwordsOf(nvrs, fresh) };
      });
      return ok({ wasEmpty });
    } finally {
      // Those that were stored are in use, and stay.
      for (const account of accounts) await this.#options.unusedSecrets.discard(account);
    }
  }

  /** Where a new recorder's password is from now on. */
  async #account({ nvr, password }: NewSiteNvr): Promise<Result<string>> {
    const isOpen = nvr.username === '' && !wantsPassword(nvr.layout);
    if (isOpen) return ok(accountWithoutEntry());
    return password === null
      ? ok(accountWithoutPassword('never-given'))
      : this.#options.unusedSecrets.deposit(password);
  }

  async #addresses(): Promise<Set<string>> {
    return new Set((await listNvrs(this.#options.db)).map(addressKey));
  }
}

/** By recorder, those that came with one. */
function passwordsOf(nvrs: readonly Nvr[], fresh: readonly NewSiteNvr[]): Map<number, string> {
  const pairs = nvrs.map(({ id }, index) => [id, fresh[index]?.password ?? null] as const);
  return new Map(pairs.flatMap(([id, password]) => (password === null ? [] : [[id, password]])));
}

/** A file is no place for a password but under its passphrase. */
function withoutSecret(nvr: SiteNvr): NewSiteNvr {
  const kept = withoutLayoutSecret(nvr.layout, null);
  if (kept.ok) return { nvr: { ...nvr, layout: kept.value.layout }, password: kept.value.password };
  // Two passwords: neither may stay.
  const { layout } = nvr;
  const plain = (path: string): string => {
    const taken = takePathSecret(path);
    return taken === null ? path : plain(taken.path);
  };
  if (!('main' in layout)) return { nvr, password: null };
  const paths = { main: plain(layout.main), sub: layout.sub === null ? null : plain(layout.sub) };
  return { nvr: { ...nvr, layout: { ...layout, ...paths } }, password: null };
}

function wrongPassphrase(): AppError {
  return appError('invalid-request', message('passwords-shut'), {
    passphrase: message('wrong-passphrase'),
  });
}
