import fs from 'node:fs/promises';
import path from 'node:path';

/** No recorder was seen to send half of it. */
const PICTURE_MAX_BYTES = 2 * 1024 * 1024;
/** However small they are: each one costs a look at its file at each start. */
const MOST_PICTURES = 20_000;
const NAME = /^(\d{1,15})\.jpg$/;
const MEGABYTE = 1024 * 1024;

/**
 * The pictures that came with conditions, one file each, named by its row. Files and no blobs: they are written and read beside main's event
 * loop, the journal stays small and quick, and deleting one gives its room back at once.
 */
export class PictureFolder {
  readonly #folder: string;
  /** Bytes by row, the oldest row first. */
  readonly #sizes = new Map<number, number>();
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Learns which are there. Leftovers of a write that was interrupted go. */
  async open(): Promise<void> {
    await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const found: [id: number, bytes: number][] = [];
    for (const name of await fs.readdir(this.#folder)) {
      const file = path.join(this.#folder, name);
      const id = NAME.exec(name)?.[1];
      if (id !== undefined) found.push([Number(id), (await fs.lstat(file)).size]);
      else if (name.endsWith('.part')) await fs.rm(file, { force: true });
    }
    for (const [id, bytes] of found.sort(([one], [other]) => one - other)) this.#note(id, bytes);
  }

  has(id: number): boolean {
    return this.#sizes.has(id);
  }

  /** Keeps a row's picture, in place of an earlier one. False: it is no JPEG, or too large. Rejects where the disk takes nothing. */
  async save(id: number, jpeg: Uint8Array): Promise<boolean> {
    const isJpeg = jpeg[0] === 0xff && jpeg[1] === 0xd8 && jpeg[2] === 0xff;
    if (!isJpeg || jpeg.length > PICTURE_MAX_BYTES) return false;
    const file = this.#fileOf(id);
    await fs.writeFile(`${file}.part`, jpeg, { mode: 0o600 });
    await fs.rename(`${file}.part`, file);
    this.#note(id, jpeg.length);
    return true;
  }

  /** Null: there is none. */
  async read(id: number): Promise<Uint8Array | null> {
    if (!this.has(id)) return null;
    try {
      return new Uint8Array(await fs.readFile(this.#fileOf(id)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.#forget(id);
      return null;
    }
  }

  /** Deletes the oldest beyond this size, and those of rows before `firstId`, some at a time. True: there are more. */
  async prune({
    megabytes,
    firstId,
    most,
  }: {
    megabytes: number;
    firstId: number;
    most: number;
  }): Promise<boolean> {
    for (let deleted = 0; deleted < most; deleted += 1) {
      const [oldest] = this.#sizes.keys();
      if (oldest === undefined) return false;
      const isSurplus = this.#bytes > megabytes * MEGABYTE || this.#sizes.size > MOST_PICTURES;
      if (!isSurplus && oldest >= firstId) return false;
      await fs.rm(this.#fileOf(oldest), { force: true });
      this.#forget(oldest);
    }
    return true;
  }

  #note(id: number, bytes: number): void {
    this.#bytes += bytes - (this.#sizes.get(id) ?? 0);
    this.#sizes.set(id, bytes);
  }

  #forget(id: number): void {
    this.#bytes -= this.#sizes.get(id) ?? 0;
    this.#sizes.delete(id);
  }

  #fileOf(id: number): string {
    return path.join(this.#folder, `${id}.jpg`);
  }
}
