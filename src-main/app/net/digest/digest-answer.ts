import { createHash } from 'node:crypto';
import type { DigestChallenge } from './digest-challenge.ts';

/** Who logs in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The one request that a signature is good for. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query string as bytes: recorders hash both. */
  readonly uri: string;
  /** Its body, which `auth-int` signs too. */
  readonly body: string;
  /** Which use of this nonce it is, from 1. */
  readonly count: number;
  readonly clientNonce: string;
}

const COUNT_DIGITS = 8;
const HASHES: Readonly<Record<string, string>> = {
  ...{ 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' },
};

/** Text as the bytes of its UTF-8, one character each. */
function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/**
 * The value of an Authorization header, like the challenge as bytes read as Latin-1: a realm in whatever encoding goes back byte for byte,
 * and what we add is UTF-8. Written out here because http-auth-utils, whose Digest it could be, quotes `nc` and
 * `qop`, which RFC 7616 forbids and no client known to work with recorders does.
 */
export function digestAuthorization(
  challenge: DigestChallenge,
  credentials: Credentials,
  request: SignedRequest,
): string {
  const { realm, nonce, opaque, spelledAlgorithm, qop } = challenge;
  const nc = request.count.toString(16).padStart(COUNT_DIGITS, '0');
  const response = responseHash(challenge, credentials, request, nc);
  const username = asBytes(credentials.username).replaceAll(/["\\]/g, String.raw`\$&`);
  const parts = [
    `username="${username}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${request.uri}"`,
    `response="${response}"`,
  ];
  if (opaque !== null) parts.push(`opaque="${opaque}"`);
  if (spelledAlgorithm !== null) parts.push(`algorithm=${spelledAlgorithm}`);
  if (qop !== null) parts.push(`qop=${qop}`, `nc=${nc}`);
  if (qop !== null || isSession(challenge)) parts.push(`cnonce="${request.clientNonce}"`);
  return `Digest ${parts.join(', ')}`;
}

function responseHash(
  challenge: DigestChallenge,
  credentials: Credentials,
  request: SignedRequest,
  nc: string,
): string {
  const { realm, nonce, qop } = challenge;
  const { method, uri, body, clientNonce: cnonce } = request;
  const username = asBytes(credentials.username);
  const password = asBytes(credentials.password);
  const algorithm = HASHES[challenge.algorithm.replace(/-sess$/, '')] ?? 'md5';
  const hash = (text: string): string => createHash(algorithm).update(text, 'latin1').digest('hex');
  const secret = hash(`${username}:${realm}:${password}`);
  const ha1 = isSession(challenge) ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const signedBody = qop === 'auth-int' ? `:${hash(asBytes(body))}` : '';
  const ha2 = hash(`${method}:${uri}${signedBody}`);
  // Without qop as in RFC 2069, which old firmware still follows.
  return hash(
    qop === null ? `${ha1}:${nonce}:${ha2}` : `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`,
  );
}

function isSession({ algorithm }: DigestChallenge): boolean {
  return algorithm.endsWith('-sess');
}
