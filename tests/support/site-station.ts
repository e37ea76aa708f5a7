import type { Result } from '@contract/result.ts';
import type { View } from '@contract/models/view.ts';
import type { TakenOver } from '../../src-main/app/site/site-transfer.ts';
import { createApp, filledIn, type AppUnderTest } from './app-under-test.ts';
import { ObservedSecretStore } from './observed-secret-store.ts';
import { openRaw } from './raw-database.ts';

/** Of every file in these tests. */
export const PASSPHRASE = 'correct horse battery';
/** Of the first recorder; the second one's has a 2 before it. */
export const PASSWORD = 'p@ss:w/rd #1%"\\';
/** How the exporting station's wall is left. */
export const VIEW: View = {
  gridSide: 2,
  page: 1,
  fit: 'cover',
  isKeepingPages: false,
  isPoppingUp: true,
  volume: 0.3,
};
/** What the exporting station says of itself. */
export const STATION = { app: '0.1.0', view: VIEW };

/** An app with a keychain of its own, in memory. */
export interface Station extends AppUnderTest {
  keychain: ObservedSecretStore;
}

/** An empty station; not started. */
export async function station(): Promise<Station> {
  const secrets = new ObservedSecretStore();
  return { ...(await createApp({ secrets })), keychain: secrets };
}

/** What a request answered; throws its error. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A station with two recorders, whose cameras stand mixed on the wall. */
export async function filledStation(): Promise<Station> {
  const app = await station();
  await app.nvrs.add(
    filledIn({ name: 'Gate', host: '10.0.0.1', password: PASSWORD, maxChannels: 3 }),
  );
  await app.nvrs.add(
    filledIn({ name: 'Yard', host: '10.0.0.2', password: `2${PASSWORD}`, maxChannels: 2 }),
  );
  const sqlite = openRaw(app);
  sqlite.exec(`
    UPDATE camera SET position = 100 - id;
    UPDATE camera SET quality = 'main', notes = 'north', is_enabled = 0, sub_path = NULL WHERE id = 2`);
  return app;
}

/** Previews a file and takes it over. */
export async function importAt(
  app: Station,
  text: string,
  passphrase: string | null,
): Promise<Result<TakenOver>> {
  const { previewId } = valueOf(await app.transfer.preview(text));
  return app.transfer.import({ previewId, passphrase });
}
