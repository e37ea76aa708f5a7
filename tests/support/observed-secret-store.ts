import { KeychainUnavailableError } from '../../src-main/app/secrets/secret-store.ts';
import { LockableSecretStore } from './lockable-secret-store.ts';

/** A keychain that a test can look into, and that stops taking passwords after so many. */
export class ObservedSecretStore extends LockableSecretStore {
  readonly entries = new Map<string, string>();
  setsLeft = Infinity;

  override async set(account: string, secret: string): Promise<void> {
    if (this.setsLeft <= 0) throw new KeychainUnavailableError('full');
    await super.set(account, secret);
    this.setsLeft -= 1;
    this.entries.set(account, secret);
  }

  override async delete(account: string): Promise<void> {
    await super.delete(account);
    this.entries.delete(account);
  }
}
