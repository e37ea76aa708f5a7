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
  /** Which use of this nonce it is, from 1. */
  readonly count: number;
  readonly clientNonce: string;
}

const COUNT_DIGITS = 8;

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
  const { realm, nonce, opaque, spelledAlgorithm, hasQop } = challenge;
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
  if (hasQop) parts.push('qop=auth', `nc=${nc}`);
  if (hasQop || isSession(challenge)) parts.push(`cnonce="${request.clientNonce}"`);
  return `Digest ${parts.join(', ')}`;
}

function responseHash(
  challenge: DigestChallenge,
  credentials: Credentials,
  request: SignedRequest,
  nc: string,
): string {
  const { realm, nonce } = challenge;
  const { method, uri, clientNonce: cnonce } = request;
  const username = asBytes(credentials.username);
  const password = asBytes(credentials.password);
  const algorithm = challenge.algorithm.startsWith('SHA-256') ? 'sha256' : 'md5';
  const hash = (text: string): string => createHash(algorithm).update(text, 'latin1').digest('hex');
  const secret = hash(`${username}:${realm}:${password}`);
  const ha1 = isSession(challenge) ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const ha2 = hash(`${method}:${uri}`);
  // Without qop as in RFC 2069, which old firmware still follows.
  return hash(
    challenge.hasQop ? `${ha1}:${nonce}:${nc}:${cnonce}:auth:${ha2}` : `${ha1}:${nonce}:${ha2}`,
  );
}

function isSession({ algorithm }: DigestChallenge): boolean {
  return algorithm.endsWith('-sess');
}
