import fs from 'node:fs';
import path from 'node:path';
import ElectronStore from 'electron-store';
import type { Logger } from '../app/logging/logger.ts';
import { moveAside } from './move-aside.ts';

/** Ours has some hundred bytes. */
const MAX_BYTES = 64 * 1024;
/** What a write leaves that a power cut ended. */
const UNFINISHED = /^preferences\.json\.tmp-\d{10}[\da-f]{6}$/;

/**
 * electron-store, led past what it would wait for (a pipe), follow (a link), read whole however large, or overwrite (a damaged file): that
 * is moved aside first, and the log says so. Its writes are whole or not at all, also when the power fails.
 */
export class PreferencesStore<Values extends Record<string, unknown>> {
  readonly #folder: string;
  readonly #file: string;
  readonly #log: Logger;
  #store: ElectronStore<Values> | undefined;

  constructor(folder: string, log: Logger) {
    this.#folder = folder;
    this.#file = path.join(folder, 'preferences.json');
    this.#log = log;
  }

  /** What it holds, or nothing where that cannot be read. Never throws. */
  read(): Partial<Values> {
    try {
      removeUnfinished(this.#folder);
      return this.#open().store;
    } catch (error) {
      this.#log.warn('the preferences could not be read', { error });
      return {};
    }
  }

  /** Throws what the disk refused. */
  write(values: Values): void {
    fs.mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    // Where it may not write, the store tries again for a second, and all else in this process waits.
    fs.accessSync(this.#folder, fs.constants.W_OK);
    this.#open().store = values;
  }

  /** Looks before each use: the store opens the file anew each time. */
  #open(): ElectronStore<Values> {
    if (!isOurs(this.#file)) {
      const file = moveAside(this.#file);
      if (file === null) throw new Error(`${this.#file} is no file of ours and cannot be moved`);
      this.#log.warn('preferences that cannot be read were moved aside', { file });
    }
    this.#store ??= new ElectronStore<Values>({
      ...{ name: 'preferences', cwd: this.#folder, configFileMode: 0o600 },
    });
    return this.#store;
  }
}

/** A file of its own that holds an object of JSON, or nothing at all yet. */
function isOurs(file: string): boolean {
  try {
    const stats = fs.lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return true;
    if (!stats.isFile() || stats.size > MAX_BYTES) return false;
    const values: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof values === 'object' && values !== null && !Array.isArray(values);
  } catch {
    return false;
  }
}

function removeUnfinished(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder).filter((one) => UNFINISHED.test(one)))
    fs.rmSync(path.join(folder, name), { force: true, recursive: true });
}
