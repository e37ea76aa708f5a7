import { expect, it } from 'vitest';
import { MAX_CHANNELS } from '@contract/models/nvr.ts';
import { openRaw } from '../support/raw-database.ts';
import { siteNvr, siteText } from '../support/site-file-text.ts';
import { station, valueOf } from '../support/site-station.ts';

const RECORDERS = 24;

/** How often the event loop comes round while something is done: a wall's dials and requests are answered in between. */
async function turnsDuring(task: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  await task();
  clearImmediate(next);
  return turns;
}

it('a large site is brought in and put back in pieces, and as one', async () => {
  const app = await station();
  const nvrs = Array.from({ length: RECORDERS }, (_, index) =>
    siteNvr({ host: `10.1.0.${index + 1}`, maxChannels: MAX_CHANNELS }, MAX_CHANNELS),
  );
  const { previewId } = valueOf(await app.transfer.preview(siteText({ nvrs })));
  const count = (): unknown => openRaw(app).prepare('SELECT count(*) FROM camera').pluck().get();
  let halfway: unknown;
  const turns = await turnsDuring(async () => {
    const imported = app.transfer.import({ previewId, passphrase: null });
    for (let turn = 0; turn < RECORDERS / 2; turn += 1) await new Promise(setImmediate);
    halfway = count();
    valueOf(await imported);
  });
  expect(turns).toBeGreaterThanOrEqual(RECORDERS);
  expect(halfway).toBe(0);
  expect(count()).toBe(RECORDERS * MAX_CHANNELS);

  const { backupId } = valueOf(await app.backups.create());
  const statements = Math.floor((RECORDERS * MAX_CHANNELS) / 1_000);
  const restoring = await turnsDuring(async () => valueOf(await app.backups.restore(backupId)));
  expect(restoring).toBeGreaterThanOrEqual(statements);
  expect(count()).toBe(RECORDERS * MAX_CHANNELS);
});
