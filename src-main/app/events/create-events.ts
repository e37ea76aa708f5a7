import path from 'node:path';
import type { Kysely } from 'kysely';
import { message, type Message } from '@contract/messages.ts';
import type { Schema } from '../db/schema.ts';
import type { Logger } from '../logging/logger.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { EventService } from './event-service.ts';
import { Journal } from './journal/journal.ts';
import { openJournal } from './journal/journal-file.ts';
import { PictureFolder } from './pictures/picture-folder.ts';
import { Places } from './places.ts';
import { StoredRules } from './rules/stored-rules.ts';

/** What they are built from. */
export interface CreateEventsOptions {
  db: Kysely<Schema>;
  databaseFile: string;
  recorders: RecorderRegistry;
  log: Logger;
}

/** Builds what notices events. The journal and its pictures lie beside the database; `notices` is what the person at the desk must read. */
export function createEvents({ db, databaseFile, recorders, log }: CreateEventsOptions): {
  events: EventService;
  notices: Message[];
} {
  const folder = path.dirname(databaseFile);
  const { sqlite, setAsideFile } = openJournal(path.join(folder, 'events.sqlite'));
  if (setAsideFile !== null)
    log.error('the journal was damaged and was set aside', { setAsideFile });
  const onRefused = (error: unknown): void => log.error('events could not be written', { error });
  const events = new EventService({
    journal: new Journal({ sqlite, onRefused }),
    pictures: new PictureFolder(path.join(folder, 'event-pictures')),
    places: new Places(db),
    rules: new StoredRules(db, log),
    ...{ recorders, log },
  });
  const notices =
    setAsideFile === null ? [] : [message('journal-set-aside', { file: setAsideFile })];
  return { events, notices };
}
