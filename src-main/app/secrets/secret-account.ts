import { randomUUID } from 'node:crypto';

const WITHOUT_ENTRY = 'none-';

/** A new name for a keychain entry. */
export function newAccount(): string {
  return `nvr-${randomUUID()}`;
}

/** What a camera that asks for no login names in the place of a keychain entry; there is none. */
export function accountWithoutEntry(): string {
  return `${WITHOUT_ENTRY}${randomUUID()}`;
}

/** False where there is nothing in the keychain, and nothing to be missed. */
export function hasEntry(account: string): boolean {
  return !account.startsWith(WITHOUT_ENTRY);
}
