import { createHash } from 'node:crypto';

/** The realm of a device that has no other. */
export const USUAL_REALM = 'field';
const FIELD = /(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g;
const HASHES: Readonly<Record<string, string>> = {
  ...{ md5: 'md5', 'sha-256': 'sha256', sha256: 'sha256', 'sha-512-256': 'sha512-256' },
};

/** The fields of an Authorization header. */
export function readLogin(authorization: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(authorization.matchAll(FIELD), ([, name = '', quoted, bare]): [string, string] => [
      name,
      quoted ?? bare ?? '',
    ]),
  );
}

/** Whether these fields sign a GET of this address (RFC 7616, and RFC 2069 where there is no qop). */
export function isSignedBy(
  { username, password }: { username: string; password: string },
  realm = USUAL_REALM,
  login: ReadonlyMap<string, string>,
  uri: string,
): boolean {
  const field = (name: string): string => login.get(name) ?? '';
  const spelled = (login.get('algorithm') ?? 'md5').toLowerCase();
  const algorithm = HASHES[spelled.replace(/-sess$/, '')];
  if (algorithm === undefined) return false;
  const hash = (text: string): string => createHash(algorithm).update(text, 'latin1').digest('hex');
  const nonce = field('nonce');
  const secret = hash(`${username}:${realm}:${password}`);
  const ha1 = spelled.endsWith('-sess') ? hash(`${secret}:${nonce}:${field('cnonce')}`) : secret;
  const middle = login.has('qop')
    ? `${nonce}:${field('nc')}:${field('cnonce')}:${field('qop')}`
    : nonce;
  const body = field('qop') === 'auth-int' ? `:${hash('')}` : '';
  return field('response') === hash(`${ha1}:${middle}:${hash(`GET:${uri}${body}`)}`);
}
