import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { AdminSeal } from '../../src-main/app/admin/admin-seal.ts';
import { resetAdminPin } from '../../src-main/app/admin/reset-admin-pin.ts';
import { listSecretAccounts } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { listUnusedSecrets } from '../../src-main/app/db/repositories/unused-secret-repository.ts';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import { KeychainUnavailableError } from '../../src-main/app/secrets/secret-store.ts';
import { edit, fail, PIN, startAdminLock, WRONG } from '../support/admin-lock-under-test.ts';
import { recordLog } from '../support/recorded-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const OTHERS_PIN = '99887766';
const ADD_NVR = `INSERT INTO nvr (name, host, rtsp_port, http_port, username, max_channels, secret_account)
  VALUES ('Warehouse', '10.0.0.1', 554, 80, 'guard', 1, 'nvr-of-warehouse')`;

/** A keychain that may refuse, or not answer at all. */
class Keychain extends MemorySecretStore {
  state: 'open' | 'locked' | 'silent' = 'open';

  override get(account: string): Promise<string | null> {
    if (this.state === 'locked') return Promise.reject(new KeychainUnavailableError('locked'));
    return this.state === 'silent' ? new Promise(() => undefined) : super.get(account);
  }

  override set(account: string, secret: string): Promise<void> {
    if (this.state === 'locked') return Promise.reject(new KeychainUnavailableError('locked'));
    return super.set(account, secret);
  }

  override async check(): Promise<SecretsStatus> {
    return this.state === 'open'
      ? { state: 'available' }
      : { state: 'unavailable', reason: this.state };
  }
}

let file: string;
let keychain: Keychain;
let seal: AdminSeal;

const start = () => startAdminLock(file, { seal });

/** Past its first start, with one recorder, ended in order. */
beforeEach(async () => {
  file = path.join(await tempFolder(), 'opus.sqlite');
  keychain = new Keychain();
  const { log } = recordLog();
  seal = new AdminSeal({ secrets: keychain, account: 'admin', log, patienceMs: 50 });
  const first = await start();
  await first.lock.setPin(PIN);
  await first.stop();
  edit(file, ADD_NVR);
});

describe('with access to the files, but without the PIN', () => {
  it('deleting the PIN brings it back', async () => {
    edit(file, 'DELETE FROM admin_pin');
    const { lock, db, lines } = await start();
    expect(lock.status.state).toBe('locked');
    expect(await lock.setPin(OTHERS_PIN)).toMatchObject({ ok: false });
    expect(await lock.unlock(PIN)).toMatchObject({ ok: true });
    expect(await listSecretAccounts(db)).toEqual(['nvr-of-warehouse']);
    expect(lines.join()).toContain('put back');
  });

  it('deleting it while the app runs changes nothing', async () => {
    const { lock } = await start();
    edit(file, 'DELETE FROM admin_pin');
    expect(await lock.setPin(OTHERS_PIN)).toMatchObject({ ok: false });
    expect(await lock.unlock(PIN)).toMatchObject({ ok: true });
  });

  const plantPin = async () => {
    const other = path.join(await tempFolder(), 'opus.sqlite');
    const elsewhere = await startAdminLock(other);
    await elsewhere.lock.setPin(OTHERS_PIN);
    await elsewhere.stop();
    edit(
      file,
      `ATTACH '${other}' AS other; DELETE FROM admin_pin;
      INSERT INTO admin_pin SELECT * FROM other.admin_pin`,
    );
  };

  it('a PIN of one’s own is worth nothing', async () => {
    await plantPin();
    const { lock } = await start();
    expect(await lock.unlock(OTHERS_PIN)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await lock.unlock(PIN)).toMatchObject({ ok: true });
  });

  it('a PIN of one’s own is worth nothing either once a keychain that was locked at the start opens', async () => {
    await plantPin();
    keychain.state = 'locked';
    const { lock } = await start();
    expect(await lock.unlock(OTHERS_PIN)).toMatchObject({ ok: true });
    keychain.state = 'open';
    expect(await lock.confirm(OTHERS_PIN)).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(lock.status.state).toBe('locked');
    expect(await lock.unlock(PIN)).toMatchObject({ ok: true });
  });

  it('whoever is in by such a PIN is out when that keychain opens, and the right one stays in', async () => {
    keychain.state = 'locked';
    const owner = await start();
    await owner.lock.unlock(PIN);
    keychain.state = 'open';
    await owner.lock.checkSeal();
    expect(owner.lock.status.state).toBe('unlocked');
    await owner.stop();

    await plantPin();
    keychain.state = 'locked';
    const { lock } = await start();
    await lock.unlock(OTHERS_PIN);
    keychain.state = 'open';
    await lock.checkSeal();
    expect(lock.status.state).toBe('locked');
  });

  it('an older copy of the database brings no fresh tries', async () => {
    const run = await start();
    await fail(run, 4);
    await run.stop();
    edit(file, 'UPDATE admin_lock SET failed_tries = 0, block_left_ms = 0');
    const { lock } = await start();
    expect(lock.status).toMatchObject({ state: 'locked', triesLeft: 1 });
    expect(await lock.unlock(WRONG)).toMatchObject({
      error: { attempts: { blockedForMs: expect.any(Number) as number } },
    });
  });
});

it('a PIN that nobody knows any more, in a database with recorders, is a reset', async () => {
  edit(file, 'DELETE FROM admin_pin');
  await keychain.delete('admin');
  const { lock, db } = await start();
  expect(lock.status.state).toBe('setup-needed');
  expect(await listUnusedSecrets(db)).toEqual(['nvr-of-warehouse']);
  expect(await listSecretAccounts(db)).not.toContain('nvr-of-warehouse');
});

it.each(['locked', 'silent'] as const)(
  'a keychain that is %s leaves the database’s PIN in force, and no PIN is a reset',
  async (state) => {
    keychain.state = state;
    const run = await start();
    expect(await run.lock.unlock(PIN)).toMatchObject({ ok: true });
    await run.stop();
    edit(file, 'DELETE FROM admin_pin');
    const { lock, db } = await start();
    expect(lock.status.state).toBe('setup-needed');
    expect(await listUnusedSecrets(db)).toEqual(['nvr-of-warehouse']);
  },
);

it('an installation from before has its PIN sealed at the next start', async () => {
  await keychain.delete('admin');
  await (await start()).stop();
  edit(file, 'DELETE FROM admin_pin');
  expect((await start()).lock.status.state).toBe('locked');
});

it('a changed PIN is sealed, and a reset one is not put back', async () => {
  const run = await start();
  await run.lock.changePin(PIN, OTHERS_PIN);
  await run.stop();
  edit(file, 'DELETE FROM admin_pin');
  const next = await start();
  expect(await next.lock.unlock(OTHERS_PIN)).toMatchObject({ ok: true });
  await next.lock.stop();
  await resetAdminPin({ db: next.db, secrets: keychain, seal, log: recordLog().log });
  await next.stop();
  expect((await start()).lock.status.state).toBe('setup-needed');
});
