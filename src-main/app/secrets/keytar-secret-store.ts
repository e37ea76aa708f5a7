import type { SecretsStatus } from '@contract/models/secrets.ts';
import {
  askKeychain,
  KEYCHAIN_SERVICE,
  type KeychainAnswer,
  type KeychainQuestion,
  type KeychainWish,
} from './keychain-question.ts';
import { askSecretService, type KeyringState } from './secret-service.ts';
import { KeychainUnavailableError, type SecretStore } from './secret-store.ts';

const PROBE_ACCOUNT = 'availability-check';

const SHUT: Partial<Record<KeyringState, string>> = {
  locked: 'The keyring is locked.',
  absent: 'No keyring answers.',
};

/** Asks a question in a new process, which ends with it. */
export type AskInChild = (question: KeychainQuestion) => Promise<KeychainAnswer>;

/** What a store may be told; both have a default. */
export interface KeytarOptions {
  service?: string;
  askInChild?: AskInChild | null;
}

/** Passwords in the OS keychain: Credential Manager, Keychain or the Secret Service. keytar is archived upstream, so only this folder knows it. */
export class KeytarSecretStore implements SecretStore {
  readonly mayPrompt = process.platform === 'darwin';
  readonly #service: string;
  readonly #askInChild: AskInChild | null;
  readonly #keyringState: () => Promise<KeyringState>;
  #ask: AskInChild = askKeychain;
  #turn: Promise<unknown> = Promise.resolve();

  /** `service` is the name under which the keychain shows the entries. */
  constructor({ service = KEYCHAIN_SERVICE, askInChild = null }: KeytarOptions = {}) {
    this.#service = service;
    this.#askInChild = askInChild;
    this.#keyringState =
      process.platform === 'linux'
        ? () => askSecretService(service)
        : () => Promise.resolve('unknown');
  }

  async get(account: string): Promise<string | null> {
    const value = await this.#inTurn({ kind: 'get', account });
    if (value !== null) return value;
    // A locked keyring says the same of every entry as of one that is not there.
    const reason = SHUT[await this.#keyringState()];
    if (reason !== undefined) throw new KeychainUnavailableError(reason);
    return null;
  }

  async set(account: string, secret: string): Promise<void> {
    await this.#inTurn({ kind: 'set', account, secret });
  }

  async delete(account: string): Promise<void> {
    await this.#inTurn({ kind: 'delete', account });
  }

  async check(): Promise<SecretsStatus> {
    try {
      const reason = SHUT[await this.#keyringState()];
      if (reason !== undefined) return { state: 'unavailable', reason };
      // There is no such entry, and so nothing to unlock.
      await this.#inTurn({ kind: 'get', account: PROBE_ACCOUNT });
      return { state: 'available' };
    } catch (error) {
      return { state: 'unavailable', reason: (error as Error).message };
    }
  }

  async unlock(): Promise<void> {
    await this.#inTurn({ kind: 'unlock' }).catch(() => undefined);
  }

  /**
   * One question at a time: each holds a thread of Node's pool until the keychain answers, and a few recorders with a locked
   * keychain would hold them all, while the admin PIN waits to be hashed.
   */
  #inTurn(wish: KeychainWish): Promise<string | null> {
    const turn = this.#turn.then(() => this.#askNow({ ...wish, service: this.#service }));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #askNow(question: KeychainQuestion): Promise<string | null> {
    let answer = await this.#ask(question);
    if (!answer.ok && this.#ask === askKeychain && (await this.#isDeafToKeyring())) {
      this.#ask = this.#askInChild ?? askKeychain;
      answer = await this.#ask(question);
    }
    if (answer.ok) return answer.value;
    throw new KeychainUnavailableError(answer.reason);
  }

  /** True when a keyring answers others: libsecret clings to one that is gone, for as long as this process lives. */
  async #isDeafToKeyring(): Promise<boolean> {
    const state = await this.#keyringState();
    return this.#askInChild !== null && (state === 'open' || state === 'locked');
  }
}
