import { createHash } from 'node:crypto';
import { DIGEST, parseAuthorizationHeader } from 'http-auth-utils';

/** What a client claims in its Authorization header. */
export interface DigestCredentials {
  readonly username: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly qop?: string;
  readonly nc?: string;
  readonly cnonce?: string;
}

/** What the recorder knows and compares a claim with. */
export interface DigestExpectation {
  readonly user: string;
  readonly password: string;
  readonly realm: string;
  readonly method: string;
}

/** Reads a Digest header; anything else (Basic, garbage) is undefined and counts as a failed login. */
export function parseDigest(header: string): DigestCredentials | undefined {
  try {
    return parseAuthorizationHeader(header, [DIGEST], { strict: false }).data;
  } catch {
    return undefined;
  }
}

/** Decides whether the claim proves the password, with qop=auth (RFC 2617) or without (RFC 2069, usual in RTSP). */
export function isDigestValid(claim: DigestCredentials, expected: DigestExpectation): boolean {
  const { user, password, realm, method } = expected;
  if (!namesUser(claim.username, user)) return false;
  const { nonce, uri, qop } = claim;
  if (qop === undefined) return claim.response === legacyHash(expected, nonce, uri);
  if (qop !== 'auth' || claim.nc === undefined || claim.cnonce === undefined) return false;
  const { nc, cnonce } = claim;
  return (
    claim.response ===
    DIGEST.computeHash({
      algorithm: 'md5',
      username: user,
      ...{ password, realm, method, uri, nonce, nc, cnonce, qop },
    })
  );
}

/** http-auth-utils leaves quoted-pair escapes in, and half of the clients do not write them: accept both. */
function namesUser(claimed: string, user: string): boolean {
  return claimed === user || claimed.replace(/\\(.)/g, '$1') === user;
}

/** http-auth-utils always joins nc, cnonce and qop into the hash, which is wrong when they are absent. */
function legacyHash(expected: DigestExpectation, nonce: string, uri: string): string {
  const { user, realm, password, method } = expected;
  return md5(`${md5(`${user}:${realm}:${password}`)}:${nonce}:${md5(`${method}:${uri}`)}`);
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
