import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import type { CertificateTrust } from './certificate-trust.ts';

/** How long a question may take. */
export interface CallPatience {
  /** For one exchange from the first packet to the last byte: signing is another one, and slow recorders need 5 s for each. */
  readonly timeoutMs?: number;
  /** The pauses before each new attempt at a busy recorder; none left means giving up. */
  readonly busyDelaysMs?: readonly number[];
}

/** How a client behaves; all but the trust has a default. */
export interface HttpClientOptions extends CallPatience {
  readonly trust: CertificateTrust;
  readonly bodyLimitBytes?: number;
}

/** One question to the device; its patience is the client's unless given. */
export interface HttpCall extends CallPatience {
  /** Path and query string, percent-encoded. */
  readonly path: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** An XML document. */
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  /** Asks without a login first although one is at hand: the refusal tells whether the account is locked, at no risk. */
  readonly isUnsignedFirst?: boolean;
  /** The question is whether the login is good: unsigned first, before whoever waits, and a refusal is about the login, not this address. */
  readonly isLoginCheck?: boolean;
  /**
   * A success may be an answer without an end: it is given back with its head as `body`, which the caller reads and, in any case, destroys. The
   * time-out is over with the head, and it is none of the calls at a time any more.
   */
  readonly isLong?: boolean;
}

/** Reads a body. */
export type BodyParser<T> = (body: string) => Result<T, IsapiError>;
