import path from 'node:path';
import { openDatabase } from '../../../src-main/app/db/database.ts';
import { insertCameras } from '../../../src-main/app/db/repositories/camera-repository.ts';

/** Nothing listens here: these recorders are never reached. */
const FIRST_PORT = 20_000;

/** Writes recorders with cameras into the data of an app that does not run. Their passwords are in no keychain. */
export async function seedCameras(userData: string, nvrs: number, channels: number): Promise<void> {
  const { db } = await openDatabase(path.join(userData, 'opus.sqlite'));
  try {
    for (let nvr = 1; nvr <= nvrs; nvr += 1) {
      const { id } = await db
        .insertInto('nvr')
        .values({
          ...{ name: `Building ${nvr}`, host: '127.0.0.1', username: 'guard' },
          ...{ rtsp_port: FIRST_PORT + nvr, http_port: FIRST_PORT, max_channels: channels },
          secret_account: `seed-${nvr}`,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const rows = Array.from({ length: channels }, (_, index) => ({
        ...{ nvr_id: id, channel: index + 1, name: `B${nvr} camera ${index + 1}` },
        ...{ position: (nvr - 1) * channels + index, main_path: '/main', sub_path: null },
        recorder_name: null,
      }));
      await insertCameras(db, rows);
    }
  } finally {
    await db.destroy();
  }
}
