import { ChangeFeed } from '../../src-main/app/events/change-feed.ts';
import { Journal } from '../../src-main/app/events/journal/journal.ts';
import { openJournal } from '../../src-main/app/events/journal/journal-file.ts';
import { eventRow } from './event-row.ts';

/** A process that writes rows and tells of them as fast as it can, until it is killed: new ones, and the last ones again. */
process.once('message', (file: string) => {
  const { sqlite } = openJournal(file);
  const journal = new Journal({
    sqlite,
    onRefused: (error) => {
      throw error;
    },
  });
  const feed = new ChangeFeed({
    journal,
    toShown: (row) => ({ ...row, hasPicture: false }),
    summary: () => ({ unacknowledged: 0, open: [], highest: null, unwritten: 0 }),
  });
  feed.changed.on(({ rows }) => process.send?.(rows.map(({ id, count }) => [id, count])));
  let last = eventRow({ id: journal.nextId() });
  setInterval(() => {
    feed.note({ ...last, count: 2 });
    last = eventRow({ id: journal.nextId() });
    feed.note(last);
    feed.tell();
  }, 1);
});
