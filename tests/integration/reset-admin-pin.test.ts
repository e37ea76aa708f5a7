import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AdminLock } from '../../src-main/app/admin/admin-lock.ts';
import { resetAdminPin } from '../../src-main/app/admin/reset-admin-pin.ts';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { listNvrs, listSecretAccounts } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { NvrService } from '../../src-main/app/nvr/nvr-service.ts';
import { KeychainReader } from '../../src-main/app/recorders/login/keychain-reader.ts';
import type { LoginQuestions } from '../../src-main/app/recorders/login/device/login-questions.ts';
import { RecorderRegistry } from '../../src-main/app/recorders/recorder-registry.ts';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import { KeychainUnavailableError } from '../../src-main/app/secrets/secret-store.ts';
import { UnusedSecrets } from '../../src-main/app/secrets/unused-secrets.ts';
import { filledIn } from '../support/app-under-test.ts';
import { answering } from '../support/fixed-questions.ts';
import { RecordedGateway } from '../support/recorded-gateway.ts';
import { recordLog } from '../support/recorded-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const PIN = '048213';
const PASSWORDS = ['canary-one', 'canary-two'];

/** Two recorders with passwords in the real keyring, and a PIN. */
async function site() {
  const { log, redactor } = recordLog();
  const { db } = await openDatabase(path.join(await tempFolder(), 'opus.sqlite'));
  onTestFinished(() => db.destroy());
  const secrets = new KeytarSecretStore();
  /** Recorders as a start of the app finds them. */
  const recordersAsking = (verify: LoginQuestions['verify']): RecorderRegistry =>
    new RecorderRegistry({
      ...{ db, keychain: new KeychainReader(secrets), log, redactor },
      ...{ gateway: new RecordedGateway(), currentClient: () => null },
      questionsTo: () => answering({ verify }),
    });
  const recorders = recordersAsking(async () => ({ state: 'unreachable' }));
  const unusedSecrets = new UnusedSecrets({ db, secrets, log });
  const nvrs = new NvrService({ db, secrets, unusedSecrets, recorders, log, redactor });
  const lock = new AdminLock({ db, log, cost: { n: 16, r: 1, p: 1 } });
  await lock.start();
  await lock.setPin(PIN);
  for (const [index, password] of PASSWORDS.entries()) {
    const host = `10.0.0.${index}`;
    await nvrs.add(filledIn({ name: `NVR ${index}`, host, password, maxChannels: 2 }));
  }
  await lock.stop();
  const accounts = await listSecretAccounts(db);
  onTestFinished(async () => {
    for (const account of accounts) await secrets.delete(account).catch(() => undefined);
  });
  const restarted = async (): Promise<AdminLock> => {
    const next = new AdminLock({ db, log });
    await next.start();
    return next;
  };
  const stored = () => Promise.all(accounts.map((account) => secrets.get(account)));
  return { db, log, secrets, stored, restarted, recordersAsking };
}

describe('resetting the PIN', () => {
  it('forgets every recorder password with it, keeps the recorders, and logs in to none', async () => {
    const { db, log, secrets, stored, restarted, recordersAsking } = await site();
    expect((await stored()).sort()).toEqual(PASSWORDS);

    await resetAdminPin({ db, secrets, log });

    expect((await restarted()).status.state).toBe('setup-needed');
    expect(await stored()).toEqual([null, null]);
    expect(await listNvrs(db)).toHaveLength(2);
    const verify = vi.fn<LoginQuestions['verify']>();
    const recorders = recordersAsking(verify);
    await recorders.refresh();
    await recorders.checkAll();
    expect(verify).not.toHaveBeenCalled();
    expect(recorders.get(1)?.login.state).toEqual({ state: 'no-password', reason: 'missing' });
  });

  it('forgets blocks too', async () => {
    const { db, log, secrets, restarted } = await site();
    const blocked = await restarted();
    for (let count = 0; count < 6; count += 1) await blocked.unlock('111111');
    await blocked.stop();
    await resetAdminPin({ db, secrets, log });
    const lock = await restarted();
    expect((await lock.setPin('999999')).ok).toBe(true);
    expect(lock.lock()).toMatchObject({ triesLeft: 5, blockedForMs: 0 });
  });

  it('keeps the PIN when the keychain does not let a password go', async () => {
    const { db, log, secrets, restarted } = await site();
    vi.spyOn(secrets, 'delete').mockRejectedValueOnce(new KeychainUnavailableError('locked'));
    await expect(resetAdminPin({ db, secrets, log })).rejects.toThrow('PIN was kept');
    vi.restoreAllMocks();
    expect((await restarted()).status.state).toBe('locked');
  });
});
