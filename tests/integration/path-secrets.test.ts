import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SingleCamera } from '@contract/models/camera-changes.ts';
import { StoredPathSecrets } from '../../src-main/app/nvr/stored-path-secrets.ts';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { UnusedSecrets } from '../../src-main/app/secrets/unused-secrets.ts';
import { createApp, type AppUnderTest } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { recordLog } from '../support/recorded-log.ts';
import { siteOf } from '../support/synced-site.ts';

const SECRET = 'Sup3rS3cret';
const PASTED = `/user=admin_password=${SECRET}_channel=1_stream=0.sdp?real_stream`;
const KEPT = '/user=admin_password={password}_channel=1_stream=0.sdp?real_stream';
const CAMERA: SingleCamera = {
  ...{ name: 'Gate', mainUrl: `rtsp://192.0.2.9:554${PASTED}`, subUrl: '' },
  ...{ username: '', password: '' },
};
const VIEW = { layout: '2x2', page: 0 } as never;

/** Every byte the app keeps in its folder. */
async function everything(app: AppUnderTest): Promise<string> {
  const files = await readdir(app.userData, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((each) => each.isFile())
    .map((each) => readFile(path.join(each.parentPath, each.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

describe('a password inside a pasted path', () => {
  it('is kept in the keychain, and neither in the database nor in a site file', async () => {
    const secrets = new LockableSecretStore();
    const app = await createApp({ secrets });
    const added = await app.singles.add(CAMERA);
    expect(added).toMatchObject({ ok: true, value: { layout: { main: KEPT } } });
    expect(secrets.count).toBe(1);
    expect(await everything(app)).not.toContain(SECRET);
    const file = await app.transfer.export(null, { app: 'test', view: VIEW });
    expect(file.ok && file.value).toContain(KEPT);
    expect(file.ok && file.value).not.toContain(SECRET);
    expect(app.lines.join()).not.toContain(SECRET);
  });

  it('that contradicts the field is refused', async () => {
    const app = await createApp({ secrets: new LockableSecretStore() });
    const login = { username: 'admin', password: 'another' };
    expect(await app.singles.add({ ...CAMERA, ...login })).toMatchObject({
      error: { code: 'invalid-request', fields: { mainUrl: { key: 'two-passwords' } } },
    });
  });

  it('of an earlier version moves into the keychain, once that is open', async () => {
    const secrets = new LockableSecretStore();
    const app = await createApp({ secrets });
    const added = await app.singles.add({ ...CAMERA, mainUrl: 'rtsp://192.0.2.9:554/x' });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    const { edit } = siteOf(app, added.value.id);
    await edit('UPDATE camera SET main_path = ?', PASTED);
    await edit('UPDATE nvr SET main_template = ?', PASTED);
    const { db } = await openDatabase(path.join(app.userData, 'opus.sqlite'));
    const { log } = recordLog();
    const move = new StoredPathSecrets({
      ...{ db, secrets, log },
      unusedSecrets: new UnusedSecrets({ db, secrets, log }),
    });
    secrets.isLocked = true;
    await move.start();
    expect(await everything(app)).toContain(SECRET);
    secrets.isLocked = false;
    await move.start();
    await db.destroy();
    expect(await everything(app)).not.toContain(SECRET);
    expect(await app.nvrs.listNvrs()).toMatchObject([{ layout: { main: KEPT } }]);
    expect(secrets.count).toBe(1);
  });
});
