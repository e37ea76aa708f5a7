import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Nvr } from '@contract/models/nvr.ts';
import type { UndoTicket } from '@contract/models/undo.ts';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import type { SecretStore } from '../../src-main/app/secrets/secret-store.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import {
  createApp,
  filledIn,
  loginOf,
  play,
  startApp,
  type AppUnderTest,
} from '../support/app-under-test.ts';
import { keychainEntries } from '../support/keychain-entries.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';

const PASSWORD = `p@ss:w/rd #1% ${randomUUID()}`;

async function site(secrets: SecretStore, password = PASSWORD) {
  const recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  const app = await startApp({ secrets });
  const { rtspPort, httpPort } = recorder;
  const form = filledIn({ rtspPort, httpPort, password, maxChannels: 2 });
  const result = await app.nvrs.add(form);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { recorder, app, form, nvr: result.value };
}

async function removed(app: AppUnderTest, { id }: Nvr): Promise<UndoTicket> {
  const result = await app.removal.remove(id);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function failures({ counters: { failedLogins } }: SimulatedRecorder): number {
  return failedLogins.rtsp + failedLogins.http;
}

describe('a removed recorder', () => {
  it('comes back as it was: ids, names, positions, pictures, without a failed login', async () => {
    const { recorder, app, nvr } = await site(new LockableSecretStore());
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    const cameras = await app.nvrs.listCameras();
    const ticket = await removed(app, nvr);
    expect(ticket.cameras).toBe(2);
    expect(await app.nvrs.listCameras()).toEqual([]);

    expect(await app.undo.run(ticket.undoId)).toEqual({ ok: true, value: null });

    expect(await app.nvrs.listNvrs()).toMatchObject([nvr]);
    expect(await app.nvrs.listCameras()).toEqual(cameras);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await (await play(app, `nvr${nvr.id}-ch1-sub`)).close();
    expect(failures(recorder)).toBe(0);
    expect(await app.undo.run(ticket.undoId)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('comes back refused if it was refused: the wrong password is not tried again', async () => {
    const secrets = new LockableSecretStore();
    const { recorder, app, nvr } = await site(secrets, 'wrong');
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    const ticket = await removed(app, nvr);
    await app.undo.run(ticket.undoId);
    expect(await loginOf(app)).toBe('refused');
    await app.group.stop();
    const next = await startApp({ secrets, userData: app.userData });
    expect(await loginOf(next)).toBe('refused');
    expect(failures(recorder)).toBe(1);
  });

  it('cannot come back to an address that another one has meanwhile, and says so', async () => {
    const { app, nvr, form } = await site(new KeytarSecretStore());
    const ticket = await removed(app, nvr);
    const twin = await app.nvrs.add({ ...form, name: 'Twin', password: `${PASSWORD}2` });
    if (!twin.ok) throw new Error('not added');
    expect(await app.undo.run(ticket.undoId)).toMatchObject({
      error: { message: { key: 'nvr-address-taken', parameters: { twin: 'Twin' } } },
    });
    expect(await app.nvrs.listNvrs()).toHaveLength(1);
    expect(await keychainEntries(PASSWORD)).toBe(0);
    await removed(app, twin.value);
    await app.undo.stop();
    expect(await keychainEntries(`${PASSWORD}2`)).toBe(0);
  });

  it('keeps its password until there is no way back, and over a crash until the next start', async () => {
    const secrets = new KeytarSecretStore();
    const { app, nvr } = await site(secrets);
    await removed(app, nvr);
    expect(await keychainEntries(PASSWORD)).toBe(1);
    // The first app goes on running as a crashed one would have been cut off: its removal is never settled.
    const next = await createApp({ secrets, userData: app.userData });
    await next.group.start();
    await expect.poll(() => keychainEntries(PASSWORD), PATIENT).toBe(0);
    expect(await next.nvrs.listNvrs()).toEqual([]);
  });

  it('leaves its password to the next start where the keychain refuses to delete it', async () => {
    const secrets = new LockableSecretStore();
    const { app, nvr } = await site(secrets);
    await removed(app, nvr);
    secrets.isLocked = true;
    await app.group.stop();
    expect(secrets.count).toBe(1);
    secrets.isLocked = false;
    await startApp({ secrets, userData: app.userData });
    await expect.poll(() => secrets.count, PATIENT).toBe(0);
  });
});
