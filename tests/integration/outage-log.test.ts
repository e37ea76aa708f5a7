import { describe, expect, it } from 'vitest';
import { deleteNvr, insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { OutageLog } from '../../src-main/app/gate/outage-log.ts';
import { databaseFile, NVR, open } from '../support/database-files.ts';
import { recordLog } from '../support/recorded-log.ts';

/** A log on a database with one recorder; `again` reads the same database anew, as a restart does. */
async function outages() {
  const { db } = await open(await databaseFile());
  const { id } = await insertNvr(db, NVR);
  const { log, lines } = recordLog();
  const clock = { ms: 1_000 };
  const again = async () => {
    const read = new OutageLog({ db, log, now: () => clock.ms });
    await read.start();
    return read;
  };
  return { db, id, lines, clock, again, book: await again() };
}

describe('since when a recorder fails', () => {
  it('is the first failure, whatever the reason becomes, also after a restart', async () => {
    const { id, book, clock, again } = await outages();
    expect(book.sinceOf(id)).toBeNull();
    await book.note(id, { state: 'unreachable' });
    clock.ms = 5_000;
    await book.note(id, { state: 'checking' });
    await book.note(id, { state: 'refused', door: 'web', triesLeft: null });
    expect(book.sinceOf(id)).toBe(1_000);
    const later = await again();
    await later.note(id, { state: 'no-password', reason: 'missing' });
    expect(later.sinceOf(id)).toBe(1_000);
  });

  it('ends with an accepted login', async () => {
    const { id, book, clock, again } = await outages();
    await book.note(id, { state: 'locked', untilMs: 9 });
    await book.note(id, { state: 'accepted' });
    expect((await again()).sinceOf(id)).toBeNull();
    clock.ms = 7_000;
    await book.note(id, { state: 'unreachable' });
    expect((await again()).sinceOf(id)).toBe(7_000);
  });

  it('is no error for a recorder that was removed meanwhile', async () => {
    const { db, id, book, lines, again } = await outages();
    await deleteNvr(db, id);
    await book.note(id, { state: 'unreachable' });
    expect(lines).toEqual([]);
    expect((await again()).sinceOf(id)).toBeNull();
  });

  it('counts also where it cannot be written', async () => {
    const { db, id, book, lines } = await outages();
    await db.schema.dropTable('nvr_outage').execute();
    await book.note(id, { state: 'unreachable' });
    expect(book.sinceOf(id)).toBe(1_000);
    expect(lines.join()).toContain('was not stored');
  });
});
