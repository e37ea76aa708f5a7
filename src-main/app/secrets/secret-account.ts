import { randomUUID } from 'node:crypto';
import type { MissingPassword } from '@contract/models/nvr-login.ts';

const WITHOUT_LOGIN = 'none-';
const WITHOUT_PASSWORD = { 'never-given': 'not-given-', 'another-address': 'withheld-' };

/** A new name for a keychain entry. */
export function newAccount(): string {
  return `nvr-${randomUUID()}`;
}

/** What a camera that asks for no login names in the place of a keychain entry; there is none. */
export function accountWithoutEntry(): string {
  return `${WITHOUT_LOGIN}${randomUUID()}`;
}

/** What a recorder names whose password has to be typed first. */
export function accountWithoutPassword(why: keyof typeof WITHOUT_PASSWORD): string {
  return `${WITHOUT_PASSWORD[why]}${randomUUID()}`;
}

/** Why a password has to be typed, as far as the entry's name tells; null: there may be one. */
export function missingReason(account: string): MissingPassword | null {
  if (account.startsWith(WITHOUT_PASSWORD['never-given'])) return 'never-given';
  return account.startsWith(WITHOUT_PASSWORD['another-address']) ? 'another-address' : null;
}

/** False where there is nothing in the keychain, and nothing to be missed. */
export function hasEntry(account: string): boolean {
  return !account.startsWith(WITHOUT_LOGIN) && missingReason(account) === null;
}
