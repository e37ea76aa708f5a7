import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { appError } from '@contract/app-error.ts';
import type { SavedFile } from '@contract/models/site.ts';
import { err, ok, type Result } from '@contract/result.ts';

/** Which of the person's own folders. */
export type SavedFileKind = 'documents' | 'pictures' | 'videos';

/** What saving works with. */
export interface SavedFilesOptions {
  /** Where the system keeps this person's files of a kind. */
  folderOf: (kind: SavedFileKind) => string;
  /** Shows a file in the system's file manager. */
  show: (file: string) => void;
}

/** A file to save. */
export interface FileToSave {
  kind: SavedFileKind;
  /** May hold what no file name may, such as a camera's name. */
  baseName: string;
  /** Without a dot. */
  extension: string;
  data: string | Uint8Array;
}

/** Inside the person's folder. */
const OWN_FOLDER = 'Opus NVR';
/** Windows allows fewer characters than the others. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;
const MOST_OF_ONE_NAME = 1_000;

/** Files that the app writes where people keep theirs. Knows which ones it wrote, so that it shows no others. */
export class SavedFiles {
  readonly #options: SavedFilesOptions;
  readonly #written = new Map<string, string>();

  constructor(options: SavedFilesOptions) {
    this.#options = options;
  }

  /** Writes a new file that only this person may read; it is there whole or not at all, and never in the place of another one. */
  async save({ kind, baseName, extension, data }: FileToSave): Promise<Result<SavedFile>> {
    const folder = path.join(this.#options.folderOf(kind), OWN_FOLDER);
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const name = baseName.replaceAll(NOT_IN_NAMES, '-');
      const file = await reserve(folder, name, extension);
      await fill(file, data);
      const fileId = randomUUID();
      this.#written.set(fileId, file);
      return ok({ fileId, path: file });
    } catch (error) {
      const reason = (error as Error).message;
      return err(
        appError('storage-failed', `The file could not be saved in ${folder}. (${reason})`),
      );
    }
  }

  /** Shows a file that this run of the app has saved. */
  async reveal(fileId: string): Promise<Result<null>> {
    const file = this.#written.get(fileId);
    const isThere = file !== undefined && (await fs.stat(file).catch(() => null)) !== null;
    if (!isThere) return err(appError('not-found', 'This file is not there any more.'));
    this.#options.show(file);
    return ok(null);
  }
}

/** Takes the first free name with an empty file, so that nobody else can. */
async function reserve(folder: string, name: string, extension: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const file = path.join(folder, `${name}${count === 1 ? '' : ` (${count})`}.${extension}`);
    try {
      await fs.writeFile(file, '', { flag: 'wx', mode: 0o600 });
      return file;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (!isTaken || count === MOST_OF_ONE_NAME) throw error;
    }
  }
}

async function fill(file: string, data: string | Uint8Array): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await fs.writeFile(part, data, { flag: 'wx', mode: 0o600, flush: true });
    await fs.rename(part, file);
  } catch (error) {
    for (const left of [part, file]) await fs.rm(left, { force: true });
    throw error;
  }
}
