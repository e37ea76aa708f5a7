import type { SecretsStatus } from '@contract/models/secrets.ts';

/** The keychain cannot be used now: missing, locked, or it refused. */
export class KeychainUnavailableError extends Error {
  override readonly name = 'KeychainUnavailableError';
}

/** The only place passwords are kept. Every call may throw KeychainUnavailableError. */
export interface SecretStore {
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  delete(account: string): Promise<void>;
  /** Finds out now, by asking the keychain. */
  check(): Promise<SecretsStatus>;
}
