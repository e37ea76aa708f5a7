import { createHash } from 'node:crypto';

/** Who may log in to a field device. */
export const FIELD_LOGIN = { username: 'guard', password: 'p@ss:w/rd #1%' };
/** The realm of a device that has no other. */
export const USUAL_REALM = 'field';
const FIELD = /(\w+)=(?:"([^"]*)"|([^\s,]+))/g;
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

/** What must have been signed. */
export interface ExpectedLogin {
  username: string;
  password: string;
  realm: string;
  method: string;
  uri: string;
}

/** Whether these fields sign it (RFC 7616, and RFC 2069 where there is no qop). */
export function isSignedBy(
  { username, password, realm, method, uri }: ExpectedLogin,
  login: ReadonlyMap<string, string>,
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
  return field('response') === hash(`${ha1}:${middle}:${hash(`${method}:${uri}${body}`)}`);
}
