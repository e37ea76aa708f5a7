import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { PASSWORD_PLACEHOLDER, type StreamLayout } from '@contract/models/stream-layout.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { takePathSecret } from './path-secret.ts';

/** A layout that may be stored, and the password that belongs to it. */
export interface LayoutWithoutSecret {
  layout: StreamLayout;
  /** Null: neither typed nor part of an address. */
  password: string | null;
}

/** True where a password belongs into an address, whoever logs in. */
export function wantsPassword(layout: StreamLayout): boolean {
  const paths = 'main' in layout ? [layout.main, layout.sub] : [];
  return paths.some((path) => path?.includes(PASSWORD_PLACEHOLDER));
}

/**
 * Takes a password out of pasted addresses: it becomes the recorder's password, which is kept in the keychain, and a placeholder takes
 * its place. There is one password for a recorder, so another one in the field, or in the second address, is refused.
 */
export function withoutLayoutSecret(
  layout: StreamLayout,
  typed: string | null,
): Result<LayoutWithoutSecret> {
  if (!('main' in layout)) return ok({ layout, password: typed });
  const main = takePathSecret(layout.main);
  const sub = layout.sub === null ? null : takePathSecret(layout.sub);
  const passwords = new Set([main?.secret, sub?.secret, typed ?? undefined]);
  passwords.delete(undefined);
  if (passwords.size > 1) return err(twoPasswords());
  const [password = null] = passwords;
  const paths = { main: main?.path ?? layout.main, sub: sub?.path ?? layout.sub };
  if ([paths.main, paths.sub ?? ''].some((path) => takePathSecret(path) !== null)) {
    return err(twoPasswords());
  }
  return ok({ layout: { ...layout, ...paths }, password: password ?? null });
}

function twoPasswords(): AppError {
  const said = message('two-passwords', { placeholder: PASSWORD_PLACEHOLDER });
  return appError('invalid-request', said, { 'layout.main': said, mainUrl: said });
}
