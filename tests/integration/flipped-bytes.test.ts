import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { listNvrs } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { edit, PIN, startAdminLock } from '../support/admin-lock-under-test.ts';
import { filledFile } from '../support/database-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Numbers that look random and are the same in each run (Numerical Recipes' generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

const opens = async (file: string): Promise<string | null> => {
  const { db, setAsideFile } = await openDatabase(file);
  await listNvrs(db);
  await db.destroy();
  return setAsideFile;
};

describe('a database with changed bytes', () => {
  it.each(Array.from({ length: 50 }, (_, index) => index + 1))(
    'is opened or set aside, and never keeps the app from starting (%i)',
    async (seed) => {
      const bytes = await readFile(await filledFile());
      const random = numbers(seed);
      // Every other one in the first pages, where the header, the schema and the migrations are.
      const range = seed % 2 === 0 ? bytes.length : 8_192;
      for (let flips = 0; flips < 6; flips += 1) {
        bytes[random.next().value % range] = random.next().value & 0xff;
      }
      const file = path.join(await tempFolder(), 'opus.sqlite');
      await writeFile(file, bytes);
      await opens(file);
    },
  );

  it.each([
    ['another write version', 18, 7],
    ['another schema format', 47, 9],
  ])('in the header (%s) is set aside', async (_what, at, value) => {
    const file = await filledFile();
    const bytes = await readFile(file);
    bytes[at] = value;
    await writeFile(file, bytes);
    expect(await opens(file)).not.toBeNull();
  });

  it.each([
    ['the name of a column', 'max_channels', 'mXx_channels'],
    ['the name of a migration', '0003-nvr-login', '0003-nvr-lXgin'],
    ['the time of a migration', `${new Date().getFullYear()}-`, 'ZZZZ-'],
  ])('in %s is set aside', async (_what, name, changed) => {
    const file = await filledFile();
    const text = (await readFile(file)).toString('latin1');
    await writeFile(file, text.replaceAll(name, changed), 'latin1');
    expect(await opens(file)).not.toBeNull();
  });
});

it.each([
  ['a PIN that would take a terabyte to compare', 'UPDATE admin_pin SET scrypt_n = 1073741824'],
  ['a PIN that no cost makes', 'UPDATE admin_pin SET scrypt_n = 0'],
  ['no place to count wrong PINs', 'DELETE FROM admin_lock'],
  ['an outage beyond all dates', 'INSERT INTO nvr_outage VALUES (1, 9007199254740991)'],
  [
    'a lock beyond all dates',
    "INSERT INTO nvr_login (nvr_id, state, until_ms) VALUES (1, 'locked', 1152921504606846976)",
  ],
])('%s is damage', async (_what, change) => {
  const file = await filledFile();
  const run = await startAdminLock(file);
  await run.lock.setPin(PIN);
  await run.stop();
  edit(file, change);
  expect(await opens(file)).not.toBeNull();
});

it('migrations that ran by a clock that was set back are no damage', async () => {
  const file = await filledFile();
  edit(
    file,
    "UPDATE kysely_migration SET timestamp = '2001-01-01T00:00:00.000Z' WHERE name > '0007'",
  );
  expect(await opens(file)).toBeNull();
});
