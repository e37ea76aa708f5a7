/** A hash that both sides can compute; `-sess` variants mix the first nonce into the secret. */
export type DigestAlgorithm =
  'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess' | 'SHA-512-256' | 'SHA-512-256-sess';

/** What a device demands to be signed (RFC 7616). */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly algorithm: DigestAlgorithm;
  /** `auth-int` only where there is nothing else; null for devices that still follow RFC 2069 and know no counter. */
  readonly qop: 'auth' | 'auth-int' | null;
  /** Null: not sent, and then not to be sent back. */
  readonly opaque: string | null;
  /** The algorithm as it was spelled; null as for `opaque`. */
  readonly spelledAlgorithm: string | null;
  /** The signature was right but its nonce is too old: sign again, the password is not wrong. */
  readonly isStale: boolean;
}

/** Strongest first, of those that devices do well: newer Hikvision firmware offers two hashes and lets the client choose. */
const ALGORITHMS: readonly DigestAlgorithm[] = [
  ...(['SHA-256', 'SHA-256-sess', 'SHA-512-256', 'SHA-512-256-sess', 'MD5', 'MD5-sess'] as const),
];
const NEXT_CHALLENGE = /,\s*(?=(?:basic|digest|bearer|negotiate|ntlm)\s)/gi;

/** How text between quotation marks is read. */
interface Quoting {
  readonly quoted: RegExp;
  readonly parameter: RegExp;
}

/** As RFC 7230 writes it: a backslash makes the next sign part of the text. */
const ESCAPED: Quoting = {
  quoted: /"(?:[^"\\]|\\.)*"/g,
  parameter: /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi,
};
/** As some devices do: a realm may end with a backslash, which is nothing but a backslash. */
const LITERAL: Quoting = {
  quoted: /"[^"]*"/g,
  parameter: /([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/gi,
};

/** Picks the best Digest challenge out of the WWW-Authenticate headers, or null when there is none that can be met: Basic never can. */
export function chooseChallenge(headers: readonly string[]): DigestChallenge | null {
  const challenges = challengesOf(headers, ESCAPED) ?? challengesOf(headers, LITERAL) ?? [];
  const rank = ({ algorithm }: DigestChallenge): number => ALGORITHMS.indexOf(algorithm);
  return challenges.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Null where none can be read in this way. */
function challengesOf(headers: readonly string[], quoting: Quoting): DigestChallenge[] | null {
  const challenges = headers
    .flatMap((header) => splitChallenges(header, quoting))
    .flatMap((challenge) => readChallenge(challenge, quoting) ?? []);
  return challenges.length === 0 ? null : challenges;
}

/** One header may hold several challenges. What looks like the next one may be part of a quoted realm. */
function splitChallenges(header: string, { quoted }: Quoting): string[] {
  const unquoted = header.replaceAll(quoted, (text) => '_'.repeat(text.length));
  const starts = [0, ...Array.from(unquoted.matchAll(NEXT_CHALLENGE), ({ index }) => index + 1)];
  return starts.map((start, order) => header.slice(start, starts[order + 1]));
}

/** http-auth-utils reads such headers too but throws at any parameter it does not know, of which firmware has some. */
function readChallenge(challenge: string, { parameter }: Quoting): DigestChallenge | null {
  const scheme = /^[\s,]*digest\s/i.exec(challenge)?.[0];
  if (scheme === undefined) return null;
  const fields = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of challenge
    .slice(scheme.length)
    .matchAll(parameter)) {
    fields.set(name.toLowerCase(), quoted ?? bare);
  }
  // Some leave it out; one that is there and cannot be read is another matter.
  const realm = fields.get('realm') ?? (/\brealm\s*=/i.test(challenge) ? undefined : '');
  const nonce = fields.get('nonce');
  const told = fields.get('algorithm') ?? '';
  const spelledAlgorithm = told === '' ? null : told;
  const algorithm = algorithmOf(spelledAlgorithm);
  const qop = qopOf(fields.get('qop') ?? '');
  if (realm === undefined || nonce === undefined || algorithm === undefined || qop === undefined)
    return null;
  return {
    ...{ realm, nonce, algorithm, spelledAlgorithm, qop },
    opaque: fields.get('opaque') ?? null,
    isStale: fields.get('stale')?.toLowerCase() === 'true',
  };
}

function algorithmOf(spelled: string | null): DigestAlgorithm | undefined {
  if (spelled === null) return 'MD5';
  // Seen: SHA256 and SHA_256.
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
  return ALGORITHMS.find((each) => plain(each) === plain(spelled));
}

/** Undefined: something else is demanded. */
function qopOf(told: string): DigestChallenge['qop'] | undefined {
  const offered = told
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (offered.length === 0) return null;
  return (['auth', 'auth-int'] as const).find((each) => offered.includes(each));
}
