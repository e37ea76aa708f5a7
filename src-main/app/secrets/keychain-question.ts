import type * as Keytar from 'keytar';

/** The name under which passwords of recorders are kept. */
export const KEYCHAIN_SERVICE = 'opus-nvr';

/** What is wanted of the system's keychain. `unlock` may open its dialog, and answers null. */
export type KeychainWish =
  | { kind: 'get'; account: string }
  | { kind: 'set'; account: string; secret: string }
  | { kind: 'delete'; account: string }
  | { kind: 'unlock' };

/** The same, with the name under which our entries are kept. */
export type KeychainQuestion = KeychainWish & { service: string };

/** Its answer; the reason is the keychain's own. */
export type KeychainAnswer = { ok: true; value: string | null } | { ok: false; reason: string };

/** Asks in this process. Never rejects. */
export async function askKeychain(question: KeychainQuestion): Promise<KeychainAnswer> {
  try {
    // Loaded late: where libsecret is missing, the import itself fails and the app must still run.
    const { default: keytar } = await import('keytar');
    return { ok: true, value: await put(keytar, question) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function put(keytar: typeof Keytar, question: KeychainQuestion): Promise<string | null> {
  switch (question.kind) {
    case 'get':
      return keytar.getPassword(question.service, question.account);
    case 'set':
      await keytar.setPassword(question.service, question.account, question.secret);
      return null;
    case 'delete':
      await keytar.deletePassword(question.service, question.account);
      return null;
    case 'unlock':
      await keytar.findCredentials(question.service);
      return null;
  }
}
