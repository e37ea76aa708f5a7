import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { err, ok, type Result } from '@contract/result.ts';
import type { Schema } from '../db/schema.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { readPassword } from '../secrets/stored-password.ts';
import type { SiteNvr } from '../domain/site-file.ts';

/** A station may have a hundred; the sentence must still be read. */
const NAMES_SAID = 5;

/** The passwords of these recorders, null for a camera that has no login. Says whose are missing, if any is: half a file helps nobody. */
export async function readPasswords(
  db: Kysely<Schema>,
  secrets: SecretStore,
  site: readonly { id: number; nvr: SiteNvr }[],
): Promise<Result<(string | null)[]>> {
  const passwords: (string | null)[] = [];
  const missing: string[] = [];
  for (const { id, nvr } of site) {
    const password = await readPassword(db, secrets, id);
    // Every further question to a locked keychain would open the system's dialog again.
    if (!password.ok && password.error.code === 'keychain-unavailable') {
      const said = password.error.message;
      const reason =
        'parameters' in said && said.key === 'keychain-gave-nothing' ? said.parameters.reason : '';
      const unreadable = message('password-unreadable', { name: nvr.name, reason });
      return err(appError('keychain-unavailable', unreadable));
    }
    if (!password.ok) missing.push(nvr.name);
    passwords.push(password.ok && password.value !== '' ? password.value : null);
  }
  if (missing.length === 0) return ok(passwords);
  const names = missing.slice(0, NAMES_SAID);
  const more = missing.length - names.length;
  return err(appError('invalid-request', message('passwords-missing', { names, more })));
}
