import { describe, expect, it } from 'vitest';
import { deleteNvr, insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { listOutages } from '../../src-main/app/db/repositories/outage-repository.ts';
import { OutageLog } from '../../src-main/app/recorders/reach/outage-log.ts';
import { databaseFile, NVR, open } from '../support/database-files.ts';
import { recordLog } from '../support/recorded-log.ts';

/** A log on a database with one recorder; `again` reads the same database anew, as a restart does. */
async function outages() {
  const { db } = await open(await databaseFile());
  const { id } = await insertNvr(db, NVR);
  const { log, lines } = recordLog();
  const clock = { ms: 1_000 };
  const again = async () => {
    const sinceMs = (await listOutages(db)).get(id) ?? null;
    return new OutageLog({ db, id, sinceMs, log, now: () => clock.ms });
  };
  return { db, id, lines, clock, again, book: await again() };
}

describe('since when a recorder fails', () => {
  it('is the first failure, whatever the reason becomes, also after a restart', async () => {
    const { book, clock, again } = await outages();
    expect(book.sinceMs).toBeNull();
    await book.note({ state: 'unreachable' });
    clock.ms = 5_000;
    await book.note({ state: 'checking' });
    await book.note({ state: 'refused', door: 'web', triesLeft: null });
    expect(book.sinceMs).toBe(1_000);
    const later = await again();
    await later.note({ state: 'no-password', reason: 'missing' });
    expect(later.sinceMs).toBe(1_000);
  });

  it('ends with an accepted login', async () => {
    const { book, clock, again } = await outages();
    await book.note({ state: 'locked', untilMs: 9 });
    await book.note({ state: 'accepted' });
    expect((await again()).sinceMs).toBeNull();
    clock.ms = 7_000;
    await book.note({ state: 'unreachable' });
    expect((await again()).sinceMs).toBe(7_000);
  });

  it('is no error for a recorder that was removed meanwhile', async () => {
    const { db, id, book, lines, again } = await outages();
    await deleteNvr(db, id);
    await book.note({ state: 'unreachable' });
    expect(lines).toEqual([]);
    expect((await again()).sinceMs).toBeNull();
  });

  it('counts also where it cannot be written', async () => {
    const { db, book, lines } = await outages();
    await db.schema.dropTable('nvr_outage').execute();
    await book.note({ state: 'unreachable' });
    expect(book.sinceMs).toBe(1_000);
    expect(lines.join()).toContain('was not stored');
  });
});
