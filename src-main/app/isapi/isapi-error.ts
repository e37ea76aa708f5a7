/** Why a call to a recorder failed. `message` is a sentence for the person at the desk and never holds credentials. */
export type IsapiError = { message: string } &
  /** `closed`: the machine answered that nothing listens on this port; `broken`: the connection ended before an answer began. */
  (
    | { kind: 'unreachable'; reason: 'closed' | 'broken' | 'no-name' | 'no-route' }
    | { kind: 'timeout' }
    | TlsError
    | AuthError
    /** While an account is locked, right credentials are refused too and every try begins the time anew (Hikvision SDK guide). */
    | { kind: 'locked'; unlockInMs: number | null }
    /** 404, 403 "notSupport" or "Invalid Operation": says nothing about the password. */
    | { kind: 'not-supported' }
    /** Only logins that would show the password (Basic), or none that is known here. */
    | { kind: 'no-digest' }
    /** A redirect to HTTPS, or a port that speaks nothing else; never followed. */
    | { kind: 'https-wanted'; port: number }
    | { kind: 'too-large' }
    /** Made to harm its reader (entities, endless nesting): nothing is signed for such a device any more. */
    | { kind: 'hostile' }
    | { kind: 'bad-answer' }
    | { kind: 'cancelled' }
    | { kind: 'busy' }
  );

/** The encryption or the certificate: in all three cases no credentials were sent. */
export type TlsError =
  | { kind: 'tls'; reason: 'handshake' }
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
  | { kind: 'auth'; reason: 'not-activated' }
  | { kind: 'auth'; reason: 'no-permission' };

/** The kinds that need nothing beside their sentence. */
type PlainKind = Exclude<
  IsapiError['kind'],
  'unreachable' | 'tls' | 'auth' | 'locked' | 'https-wanted'
>;

const SENTENCES: Record<PlainKind, string> = {
  timeout: 'The NVR did not answer in time.',
  'not-supported': 'The NVR does not offer this.',
  'no-digest': 'The NVR offers no Digest login, the only safe one here. No password was sent.',
  hostile: 'No NVR sends such an answer. Nothing more was sent to this address.',
  'too-large': 'The NVR’s answer is too large to be one.',
  'bad-answer': 'The NVR’s answer could not be understood.',
  cancelled: 'Cancelled.',
  busy: 'The NVR is busy. Try again in a moment.',
};

/** Builds an error of a kind that is told by its sentence alone. */
export function plainError(kind: PlainKind, message: string = SENTENCES[kind]): IsapiError {
  return { kind, message };
}

/** Builds the error for a refused password. */
export function wrongPassword(triesLeft: number | null): IsapiError {
  const left = triesLeft === null ? '' : ` ${countOf(triesLeft, 'try', 'tries')} left.`;
  return {
    ...{ kind: 'auth', reason: 'wrong-password', triesLeft },
    message: `The NVR refused the user name or password.${left}`,
  };
}

const MS_PER_MINUTE = 60_000;

/** Builds the error for a locked account; minutes are rounded up, since trying early begins the time anew. */
export function locked(unlockInMs: number | null): IsapiError {
  const rest =
    unlockInMs === null
      ? ''
      : ` It opens in ${countOf(Math.ceil(unlockInMs / MS_PER_MINUTE), 'minute', 'minutes')}.`;
  return { kind: 'locked', unlockInMs, message: `The NVR has locked this account.${rest}` };
}

/** Builds the error for a device that waits for its first password. */
export function notActivated(): IsapiError {
  return {
    ...{ kind: 'auth', reason: 'not-activated' },
    message: 'This device is not activated: it needs its first password before it can be used.',
  };
}

/** Builds the error for a device that accepted the login and still refuses one address. */
export function noPermission(): IsapiError {
  return {
    ...{ kind: 'auth', reason: 'no-permission' },
    message: 'The NVR does not allow this account to do that.',
  };
}

/** Builds the error for a device whose HTTP port only points to its HTTPS port. */
export function httpsWanted(port: number): IsapiError {
  return {
    ...{ kind: 'https-wanted', port },
    message: `The NVR wants HTTPS, at port ${port}. Nothing was sent.`,
  };
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
