/** A hash that both sides can compute; `-sess` variants mix the first nonce into the secret. */
export type DigestAlgorithm = 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess';

/** What a device demands to be signed (RFC 7616). */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly algorithm: DigestAlgorithm;
  /** False for devices that still follow RFC 2069 and know no counter. */
  readonly hasQop: boolean;
  /** Null: not sent, and then not to be sent back. */
  readonly opaque: string | null;
  /** The algorithm as it was spelled; null as for `opaque`. */
  readonly spelledAlgorithm: string | null;
  /** The signature was right but its nonce is too old: sign again, the password is not wrong. */
  readonly isStale: boolean;
}

/** Strongest first: newer Hikvision firmware offers both hashes and lets the client choose. */
const ALGORITHMS: readonly DigestAlgorithm[] = ['SHA-256', 'SHA-256-sess', 'MD5', 'MD5-sess'];
const NEXT_CHALLENGE = /,\s*(?=(?:basic|digest|bearer|negotiate|ntlm)\s)/gi;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const PARAMETER = /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi;

/** Picks the best Digest challenge out of the WWW-Authenticate headers, or null when there is none that can be met: Basic never can. */
export function chooseChallenge(headers: readonly string[]): DigestChallenge | null {
  const challenges = headers
    .flatMap(splitChallenges)
    .flatMap((challenge) => readChallenge(challenge) ?? []);
  const rank = ({ algorithm }: DigestChallenge): number => ALGORITHMS.indexOf(algorithm);
  return challenges.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** One header may hold several challenges. What looks like the next one may be part of a quoted realm. */
function splitChallenges(header: string): string[] {
  const unquoted = header.replaceAll(QUOTED, (text) => '_'.repeat(text.length));
  const starts = [0, ...Array.from(unquoted.matchAll(NEXT_CHALLENGE), ({ index }) => index + 1)];
  return starts.map((start, order) => header.slice(start, starts[order + 1]));
}

/** http-auth-utils reads such headers too but throws at any parameter it does not know, of which firmware has some. */
function readChallenge(challenge: string): DigestChallenge | null {
  const scheme = /^[\s,]*digest\s/i.exec(challenge)?.[0];
  if (scheme === undefined) return null;
  const fields = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of challenge
    .slice(scheme.length)
    .matchAll(PARAMETER)) {
    fields.set(name.toLowerCase(), quoted ?? bare);
  }
  const realm = fields.get('realm');
  const nonce = fields.get('nonce');
  const spelledAlgorithm = fields.get('algorithm') ?? null;
  const algorithm = algorithmOf(spelledAlgorithm);
  const qop = fields.get('qop');
  if (realm === undefined || nonce === undefined || algorithm === undefined) return null;
  if (qop !== undefined && !/(?:^|[\s,])auth(?:$|[\s,])/i.test(qop)) return null;
  return {
    ...{ realm, nonce, algorithm, spelledAlgorithm },
    hasQop: qop !== undefined,
    opaque: fields.get('opaque') ?? null,
    isStale: fields.get('stale')?.toLowerCase() === 'true',
  };
}

function algorithmOf(spelled: string | null): DigestAlgorithm | undefined {
  if (spelled === null) return 'MD5';
  return ALGORITHMS.find((each) => each.toLowerCase() === spelled.toLowerCase());
}
