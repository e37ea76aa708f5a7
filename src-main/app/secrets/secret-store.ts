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
  /** Finds out now, by asking the keychain; opens no dialog, unless `mayPrompt`. */
  check(): Promise<SecretsStatus>;
  /** True where merely asking may open the system's dialog, so that it must not be repeated by itself. */
  readonly mayPrompt?: boolean;
  /** Lets the system ask a person to unlock the keychain. Never rejects. */
  unlock?(): Promise<void>;
}
