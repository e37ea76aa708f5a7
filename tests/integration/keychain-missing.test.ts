import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import { createApp, filledIn } from '../support/app-under-test.ts';
import { PATIENT } from '../support/patience.ts';

const isLinux = process.platform === 'linux';
if (isLinux) {
  // This file has a process of its own, and libsecret looks for the bus when it is first used.
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent/bus';
  for (const name of ['XDG_RUNTIME_DIR', 'DISPLAY']) Reflect.deleteProperty(process.env, name);
} else {
  console.log(`skipped: ${process.platform} always has a keychain; only Linux can lack one`);
}

describe.runIf(isLinux)('without a keychain', () => {
  it('says so, with the reason', async () => {
    const status = await new KeytarSecretStore().check();
    expect(status).toEqual({ state: 'unavailable', reason: expect.stringMatching(/\w/) as string });
  });

  it('adds no recorder and writes nothing anywhere', async () => {
    const app = await createApp({ secrets: new KeytarSecretStore() });
    const password = 'canary-without-keychain';
    const added = await app.nvrs.add(filledIn({ password }));
    expect(added).toMatchObject({
      ok: false,
      error: { code: 'keychain-unavailable', isRetryable: true },
    });
    expect(await app.nvrs.listNvrs()).toEqual([]);
    expect(await app.nvrs.listCameras()).toEqual([]);
    for (const name of await readdir(app.userData)) {
      const bytes = await readFile(path.join(app.userData, name));
      expect(bytes.includes(password), name).toBe(false);
    }
  });

  it('runs all the same, and tells the page', async () => {
    const app = await createApp({ secrets: new KeytarSecretStore() });
    await app.group.start();
    await expect.poll(() => app.secrets.status.state, PATIENT).toBe('unavailable');
    await expect.poll(() => app.go2rtc.status.state, PATIENT).toBe('running');
  });
});
