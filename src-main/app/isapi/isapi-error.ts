import type { BadAnswer } from '@contract/models/probe.ts';

/** Why a call to a recorder failed, with what a person needs to know of it. Facts only, the page has the words; never holds credentials. */
export type IsapiError =
  /** `closed`: the machine answered that nothing listens on this port; `broken`: the connection ended before an answer began. */
  | { kind: 'unreachable'; reason: 'closed' | 'broken' | 'no-name' | 'no-route' }
  | { kind: 'timeout' }
  | TlsError
  | AuthError
  /** While an account is locked, right credentials are refused too and every try begins the time anew (Hikvision SDK guide). */
  | { kind: 'locked'; unlockInMs: number | null }
  /** 404, 403 "notSupport" or "Invalid Operation": says nothing about the password. `answer`: something else than ISAPI came everywhere. */
  | { kind: 'not-supported'; answer?: BadAnswer }
  /** Only logins that would show the password (Basic), or none that is known here. */
  | { kind: 'no-digest' }
  /** A redirect to HTTPS, or a port that speaks nothing else; never followed. */
  | { kind: 'https-wanted'; port: number }
  | { kind: 'too-large' }
  /** Made to harm its reader (entities, endless nesting): nothing is signed for such a device any more. */
  | { kind: 'hostile' }
  | { kind: 'bad-answer'; answer: BadAnswer }
  | { kind: 'cancelled' }
  /** `isTooMany`: more clients than it bears (deployExceedMax). */
  | { kind: 'busy'; isTooMany?: true };

/** The encryption or the certificate: in all three cases no credentials were sent. */
export type TlsError =
  /** `plain-http`: the port speaks that. */
  | { kind: 'tls'; reason: 'handshake' | 'plain-http' }
  | { kind: 'tls'; reason: 'unknown-certificate'; fingerprint: string }
  | {
      kind: 'tls';
      reason: 'changed-certificate';
      fingerprint: string;
      pinnedFingerprint: string;
    };

/** The login; only `wrong-password` has cost one of the tries. */
export type AuthError =
  | { kind: 'auth'; reason: 'wrong-password'; triesLeft: number | null }
  /** The device waits for its first password. */
  | { kind: 'auth'; reason: 'not-activated' }
  /** It accepted the login and still refuses an address. */
  | { kind: 'auth'; reason: 'no-permission' }
  /** It took no login anywhere and gave no reason: no rights, a wrong password, or no recorder at all. May have cost two tries. */
  | { kind: 'auth'; reason: 'forbidden' };

/** The error for an answer that cannot be used. */
export function badAnswer(answer: BadAnswer = 'unreadable'): IsapiError {
  return { kind: 'bad-answer', answer };
}
