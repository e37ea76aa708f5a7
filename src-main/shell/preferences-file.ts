import fs from 'node:fs';
import path from 'node:path';

/** Ours has some hundred bytes. */
const MAX_BYTES = 64 * 1024;

/**
 * A small file of JSON. Whatever else lies in its place (a pipe, which would be waited for, a folder, a huge file) is not read, and is
 * replaced by the next write as far as the system allows.
 */
export class PreferencesFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** What it holds, or nothing where that cannot be read. Never throws. */
  read(): Record<string, unknown> {
    try {
      const stats = fs.statSync(this.#file);
      if (!stats.isFile() || stats.size > MAX_BYTES) return {};
      const values: unknown = JSON.parse(fs.readFileSync(this.#file, 'utf8'));
      return typeof values === 'object' && values !== null ? { ...values } : {};
    } catch {
      return {};
    }
  }

  /** Whole or not at all, also when the power fails. Throws what the disk refused. */
  write(values: object): void {
    const part = `${this.#file}.part`;
    fs.mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
    try {
      fs.rmSync(part, { force: true, recursive: true });
      replaceFolder(this.#file);
      fs.writeFileSync(part, JSON.stringify(values, null, 2), {
        flag: 'wx',
        mode: 0o600,
        flush: true,
      });
      fs.renameSync(part, this.#file);
    } catch (error) {
      fs.rmSync(part, { force: true });
      throw error;
    }
  }
}

/** A file cannot take the place of a folder. One that holds something stays: it is not ours. */
function replaceFolder(file: string): void {
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true) fs.rmdirSync(file);
}
