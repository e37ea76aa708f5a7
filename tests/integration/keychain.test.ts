import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';

/** The real keychain of this session: Secret Service, Keychain or Credential Manager. */
function storeWithAccount() {
  const store = new KeytarSecretStore();
  const account = `test-${randomUUID()}`;
  onTestFinished(() => store.delete(account));
  return { store, account };
}

describe('the keychain', () => {
  it('is available', async () => {
    expect(await new KeytarSecretStore().check()).toEqual({ state: 'available' });
  });

  it.each(['p@ss:w/rd #1%', ' ', 'ünïcødé 😀', '"\\\'`$(x)', 'x'.repeat(128)])(
    'keeps %j as it is',
    async (secret) => {
      const { store, account } = storeWithAccount();
      await store.set(account, secret);
      expect(await new KeytarSecretStore().get(account)).toBe(secret);
    },
  );

  it('replaces and forgets', async () => {
    const { store, account } = storeWithAccount();
    expect(await store.get(account)).toBeNull();
    await store.set(account, 'first');
    await store.set(account, 'second');
    expect(await store.get(account)).toBe('second');
    await store.delete(account);
    await store.delete(account);
    expect(await store.get(account)).toBeNull();
  });

  it('leaves nothing behind when it is asked whether it is there', async () => {
    const { store, account } = storeWithAccount();
    await store.set(account, 'kept');
    await store.check();
    await store.check();
    expect(await store.get(account)).toBe('kept');
  });
});
