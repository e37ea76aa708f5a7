import { Emitter } from '../../lifecycle/emitter.ts';
import { hasEntry } from '../../secrets/secret-account.ts';
import { KeychainUnavailableError, type SecretStore } from '../../secrets/secret-store.ts';

/** Reads the recorders' passwords one after the other: each look-up in a locked keychain may open the system's dialog, and one dialog is enough. */
export class KeychainReader {
  /** Tells why the keychain gave no password. */
  readonly shut = new Emitter<string>();
  readonly #secrets: SecretStore;
  #reading: Promise<unknown> = Promise.resolve();
  #isShut = false;

  constructor(secrets: SecretStore) {
    this.#secrets = secrets;
  }

  /** A keychain that gave nothing may be asked again. */
  tryAgain(): void {
    this.#isShut = false;
  }

  /** Null: it has none. Rejects where the keychain does not answer, and until `tryAgain` for all that wait. */
  read(account: string): Promise<string | null> {
    if (!hasEntry(account)) return Promise.resolve('');
    const reading = this.#reading.then(async () => {
      if (this.#isShut) throw new KeychainUnavailableError('The keychain gave no password.');
      try {
        return await this.#secrets.get(account);
      } catch (error) {
        this.#isShut = true;
        throw error;
      }
    });
    this.#reading = reading.catch(() => undefined);
    return reading;
  }
}
