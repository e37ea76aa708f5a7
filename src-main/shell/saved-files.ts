import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { SavedFile, SavedMedia } from '@contract/models/site.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { NOT_IN_NAMES } from '../app/files/camera-file-name.ts';
import { diskRefusal } from '../app/files/disk-refusal.ts';
import type { GrowingFile } from '../app/files/growing-file.ts';

/** Which of the person's own folders. */
export type SavedFileKind = 'documents' | 'pictures' | 'videos';

/** What saving works with. */
export interface SavedFilesOptions {
  /** Where the system keeps this person's files of a kind. */
  folderOf: (kind: SavedFileKind) => string;
  /** Shows a file in the system's file manager. */
  show: (file: string) => void;
}

/** How a file is to be called, and where. */
export interface FileToBegin {
  kind: SavedFileKind;
  /** May hold what no file name may, such as a camera's name. */
  baseName: string;
  /** Without a dot. */
  extension: string;
}

/** A file to save. */
export interface FileToSave extends FileToBegin {
  data: string | Uint8Array;
}

/** Inside the person's folder. */
const OWN_FOLDER = 'Opus NVR';
/** As many as one looks through; the folder has the rest. */
const MOST_LISTED = 50;
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
      return ok(this.#remember(file));
    } catch (error) {
      return err(notSaved(folder, error));
    }
  }

  /** Opens a new file that grows for a while: it ends in `.part` until it is kept. */
  async begin({ kind, baseName, extension }: FileToBegin): Promise<Result<GrowingFile>> {
    const folder = path.join(this.#options.folderOf(kind), OWN_FOLDER);
    const name = baseName.replaceAll(NOT_IN_NAMES, '-');
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const part = await reserve(folder, name, `${extension}.part`);
      return ok({
        part,
        keep: async () => {
          const file = await reserve(folder, name, extension);
          await fs.rename(part, file);
          return this.#remember(file);
        },
        discard: () => fs.rm(part, { force: true }),
      });
    } catch (error) {
      return err(notSaved(folder, error));
    }
  }

  /** Opens a new file where somebody chose; the system's dialog has asked about one that is there. */
  async beginAt(file: string): Promise<Result<GrowingFile>> {
    const part = `${file}.${randomBytes(4).toString('hex')}.part`;
    try {
      await fs.writeFile(part, '', { flag: 'wx', mode: 0o600 });
    } catch (error) {
      return err(notSaved(path.dirname(file), error));
    }
    return ok({
      part,
      keep: async () => {
        await fs.rename(part, file);
        return this.#remember(file);
      },
      discard: () => fs.rm(part, { force: true }),
    });
  }

  /** What people kept of what they saw, the newest first. Files whose folder cannot be read are not listed. */
  async list(): Promise<SavedMedia[]> {
    const found = await Promise.all([
      this.#listOne('picture', 'pictures', '.png'),
      this.#listOne('video', 'videos', '.mp4'),
    ]);
    return found
      .flat()
      .sort((a, b) => b.savedAtMs - a.savedAtMs)
      .slice(0, MOST_LISTED)
      .map((one) => ({ ...one, ...this.#remember(one.path) }));
  }

  /** Shows a file that the app has saved. */
  async reveal(fileId: string): Promise<Result<null>> {
    const file = this.#written.get(fileId);
    const isThere = file !== undefined && (await fs.stat(file).catch(() => null)) !== null;
    if (!isThere) return err(appError('not-found', message('file-gone')));
    this.#options.show(file);
    return ok(null);
  }

  async #listOne(
    kind: SavedMedia['kind'],
    folderKind: SavedFileKind,
    extension: string,
  ): Promise<Omit<SavedMedia, 'fileId'>[]> {
    const folder = path.join(this.#options.folderOf(folderKind), OWN_FOLDER);
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(extension));
    const listed = await Promise.all(
      files.map(async ({ name }) => {
        const file = path.join(folder, name);
        const stat = await fs.stat(file).catch(() => null);
        return stat === null ? [] : [{ kind, name, path: file, savedAtMs: stat.mtimeMs }];
      }),
    );
    return listed.flat();
  }

  /** The same file keeps its id. */
  #remember(file: string): SavedFile {
    const known = [...this.#written].find(([, one]) => one === file);
    if (known) return { fileId: known[0], path: file };
    const fileId = randomUUID();
    this.#written.set(fileId, file);
    return { fileId, path: file };
  }
}

function notSaved(folder: string, error: unknown): AppError {
  const reason = (error as Error).message;
  return (
    diskRefusal(error, folder) ??
    appError('storage-failed', message('file-not-saved', { folder, reason }))
  );
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
