import fs from 'node:fs';

/** The file itself, and what SQLite keeps beside it (https://www.sqlite.org/tempfiles.html). */
const SUFFIXES = ['', '-wal', '-shm', '-journal'];

/** False for what SQLite would wait for, refuse, or take for a new database, so that the loss went unsaid; true where nothing is. */
export function mayBeDatabase(file: string): boolean {
  return arePlain(file) && (!fs.existsSync(file) || hasWritableFormat(file));
}

/** SQLite would wait for a pipe for ever, and a folder or a link that leads nowhere is no database either. */
function arePlain(file: string): boolean {
  return SUFFIXES.map((suffix) => file + suffix).every((one) => {
    const isThere = fs.lstatSync(one, { throwIfNoEntry: false }) !== undefined;
    return !isThere || fs.statSync(one, { throwIfNoEntry: false })?.isFile() === true;
  });
}

/** Bytes 18 and 19 of the header: with another write version SQLite opens the file, but only to read (sqlite.org/fileformat2.html, 1.3.3). */
function hasWritableFormat(file: string): boolean {
  const versions = Buffer.alloc(2);
  const handle = fs.openSync(file, 'r');
  try {
    const read = fs.readSync(handle, versions, 0, versions.length, 18);
    return read === versions.length && versions.every((version) => version === 1 || version === 2);
  } finally {
    fs.closeSync(handle);
  }
}

/** Whatever SQLite says of a file's content; the rest concerns the disk, its rights or another process, and would pass. */
export function isDamageCode(code: unknown): boolean {
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return false;
  return !/^SQLITE_(CANTOPEN|IOERR|FULL|READONLY|BUSY|LOCKED|PERM|NOMEM|AUTH)/.test(code);
}

/** Gives the file, and what lies beside it, a new name, and tells which. */
export function setAside(file: string, now: Date): string {
  const target = `${file}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of SUFFIXES) {
    const isThere = fs.lstatSync(file + suffix, { throwIfNoEntry: false }) !== undefined;
    if (isThere) fs.renameSync(file + suffix, target + suffix);
  }
  return target;
}
