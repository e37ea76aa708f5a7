import fs from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { Backup } from '@contract/models/site.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { listNvrs } from '../../db/repositories/nvr-repository.ts';
import { replaceStoredSite } from '../../db/repositories/stored-site-repository.ts';
import type { Schema } from '../../db/schema.ts';
import { diskRefusal } from '../../files/disk-refusal.ts';
import type { Service } from '../../lifecycle/service.ts';
import type { Logger } from '../../logging/logger.ts';
import type { RecorderRegistry } from '../../recorders/recorder-registry.ts';
import { accountWithoutPassword, hasEntry } from '../../secrets/secret-account.ts';
import type { UndoLog } from '../../undo/undo-log.ts';
import type { FileReader } from '../reader/file-reader.ts';
import { writeBackup } from './backup-file.ts';
import { inspectFile } from './backup-inspector.ts';
import {
  backupFileName,
  backupIdFor,
  parseBackupName,
  type BackupReason,
  type NamedBackup,
} from './backup-name.ts';
import type { BackupCounts } from './inspect-backup.ts';
import { isNightlyDue, surplusBackups } from './backup-plan.ts';
import { openBackup } from './open-backup.ts';

const TICK_MS = 60_000;
/** A full disk is not emptied within a minute, and the log should hold other things, too. */
const RETRY_AFTER_MS = 60 * 60 * 1000;
/** More than are kept. */
const MOST_LISTED = 50;
/** A copy that was being written, or one that was being read. */
const UNFINISHED = /\.part$|^\.restore-/;

/** What the service works with. */
export interface BackupServiceOptions {
  db: Kysely<Schema>;
  databaseFile: string;
  /** Made when the first backup is. */
  folder: string;
  reader: FileReader;
  recorders: Pick<RecorderRegistry, 'all' | 'apply'>;
  undo: Pick<UndoLog, 'settleAll'>;
  log: Logger;
  /** Unix time in ms; the system's clock unless given. */
  now?: () => number;
  tickMs?: number;
}

/** Keeps copies of the database, made every night and by hand, and puts their recorders and cameras back. */
export class BackupService implements Service {
  readonly #options: BackupServiceOptions;
  readonly #now: () => number;
  /** What was counted before: a backup does not change, and each look at one costs time. */
  readonly #counts = new Map<string, BackupCounts>();
  #timer: NodeJS.Timeout | undefined;
  /** By `performance.now()`. */
  #retryAtMs = -Infinity;
  /** One thing at a time: a nightly backup in the middle of a restore would be neither of the two sites. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: BackupServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** The first look is one tick later: a start has enough to do. */
  start(): Promise<void> {
    this.#timer ??= setInterval(() => this.#tick(), this.#options.tickMs ?? TICK_MS);
    return Promise.resolve();
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#turn;
  }

  /** All backups, newest first. One that cannot be read is left out. */
  async list(): Promise<Backup[]> {
    const named = await this.#named();
    const read: Backup[] = [];
    for (const one of named.slice(0, MOST_LISTED)) {
      const backup = await this.#read(one);
      if (backup !== null) read.push(backup);
    }
    return read;
  }

  /** Makes one now. */
  create(): Promise<Result<Backup>> {
    return this.#inTurn(() => this.#create('manual'));
  }

  /** Puts the recorders and cameras of a backup in the place of the present ones, which are backed up first. The admin PIN stays. */
  restore(backupId: string): Promise<Result<null>> {
    return this.#inTurn(() => this.#restore(backupId));
  }

  async #read(backup: NamedBackup): Promise<Backup | null> {
    try {
      const file = this.#fileOf(backup.backupId);
      const { ino, size, mtimeMs } = await fs.lstat(file);
      const key = [file, ino, size, mtimeMs].join();
      const counts =
        this.#counts.get(key) ??
        (await inspectFile(this.#options.reader, file, { isThorough: false }));
      this.#counts.set(key, counts);
      return { ...backup, ...counts };
    } catch (error) {
      this.#options.log.warn('a backup cannot be read', { backup: backup.backupId, error });
      return null;
    }
  }

  #tick(): void {
    void this.#inTurn(() => this.#nightly()).catch((error: unknown) => {
      this.#postpone();
      this.#options.log.error('the nightly backup failed', { error });
    });
  }

  async #nightly(): Promise<void> {
    if (performance.now() < this.#retryAtMs) return;
    if (!isNightlyDue(this.#now(), await this.#named())) return;
    // Copies of nothing would push out those of something.
    if ((await listNvrs(this.#options.db)).length === 0) return;
    const made = await this.#create('nightly');
    if (!made.ok) this.#postpone();
  }

  #postpone(): void {
    this.#retryAtMs = performance.now() + RETRY_AFTER_MS;
  }

  async #restore(backupId: string): Promise<Result<null>> {
    const { db, log, reader, recorders, undo } = this.#options;
    const known = (await this.#named()).some((backup) => backup.backupId === backupId);
    if (!known) return err(appError('not-found', message('backup-gone')));
    const site = await openBackup(reader, this.#fileOf(backupId), log);
    if (!site.ok) return site;
    const kept = await this.#create('before-restore');
    if (!kept.ok) return kept;
    const formerIds = recorders.all().map(({ id }) => id);
    const withhold = (account: string): string =>
      hasEntry(account) ? accountWithoutPassword('another-address') : account;
    // Other recorders in the place of these: a name may stand for another camera now, so every session ends.
    await recorders.apply(formerIds, async () => {
      await replaceStoredSite(db, site.value, withhold);
      return { result: null };
    });
    await undo.settleAll();
    log.warn('a backup was restored', { backupId, recorders: site.value.nvrs.length });
    return ok(null);
  }

  async #create(reason: BackupReason): Promise<Result<Backup>> {
    const { databaseFile, folder, log } = this.#options;
    const createdAtMs = this.#now();
    const backupId = backupIdFor(createdAtMs, reason);
    const file = this.#fileOf(backupId);
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      await writeBackup(databaseFile, file);
      const backup = {
        backupId,
        createdAtMs,
        reason,
        ...(await inspectFile(this.#options.reader, file, { isThorough: false })),
      };
      log.info('backup made', backup);
      await this.#rotate().catch((error: unknown) => {
        log.warn('old backups could not be deleted', { error });
      });
      return ok(backup);
    } catch (error) {
      log.error('a backup could not be made', { reason, error });
      const said = message('backup-not-written', { reason: (error as Error).message });
      return err(diskRefusal(error, folder) ?? appError('storage-failed', said));
    }
  }

  /** Deletes what has had its time, and what a crash left half done: nothing is under way but this. */
  async #rotate(): Promise<void> {
    const { folder } = this.#options;
    const surplus = surplusBackups(await this.#named(), this.#now());
    const leftovers = (await fs.readdir(folder)).filter((name) => UNFINISHED.test(name));
    const names = surplus.map(({ backupId }) => backupFileName(backupId));
    for (const name of [...names, ...leftovers]) {
      await fs.rm(path.join(folder, name), { recursive: true, force: true });
    }
  }

  /** Newest first. */
  async #named(): Promise<NamedBackup[]> {
    const names = await fs.readdir(this.#options.folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    return names
      .map(parseBackupName)
      .filter((backup) => backup !== null)
      .sort((one, other) => other.createdAtMs - one.createdAtMs);
  }

  #fileOf(backupId: string): string {
    return path.join(this.#options.folder, backupFileName(backupId));
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
