import type { IsapiError } from '../isapi-error.ts';
import type { HttpAnswer } from '../http/http-exchange.ts';
import { readXml } from '../xml/xml-document.ts';
import { element, flag, isSameTag, text, wholeNumber } from '../xml/xml-values.ts';

const MS_PER_SECOND = 1000;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const ACCEPTED = 200;
/** As userCheck and as ResponseStatus name it; "unlock" holds "lock", so only whole words count. */
const LOCKED =
  /^(?:lock|locked|(?:user|account|ip|login|theaccountis|useris)locked|illegalloginlock)$/;

const schema = element({
  statusValue: wholeNumber,
  subStatusCode: text,
  isActivated: flag,
  lockStatus: text,
  unlockTime: wholeNumber,
  retryLoginTime: wholeNumber,
  // Another spelling of the same.
  retryTimes: wholeNumber,
});

/** What the body of a 401 tells beside the refusal (Hikvision ISAPI userCheck). Older firmware tells nothing of it. */
export interface LoginRefusal {
  readonly isLocked: boolean;
  /** Null: not told. */
  readonly unlockInMs: number | null;
  readonly triesLeft: number | null;
  readonly isActivated: boolean;
}

/** Reads a 401's body; recorders add the lock's state even where no login was tried, so asking is free. */
export function readLoginRefusal(body: string): LoginRefusal {
  const document = readXml(body);
  const found = schema.parse(document.ok ? document.value.content : {});
  const seconds = found.unlockTime ?? 0;
  const triesLeft = found.retryLoginTime ?? found.retryTimes;
  const state = (found.lockStatus ?? found.subStatusCode)?.toLowerCase();
  const isTimeRunning = found.lockStatus === null && seconds > 0 && triesLeft === 0;
  return {
    isLocked: isTimeRunning || LOCKED.test(state ?? ''),
    unlockInMs: seconds > 0 ? seconds * MS_PER_SECOND : null,
    triesLeft,
    isActivated: found.isActivated !== false && !/notActivated/i.test(body),
  };
}

/**
 * Whether an answer is about the login. Beside 401 that is 403 from devices that have no other number for it: with a challenge, or with the
 * body of a refused check. Some say so in the body alone.
 */
export function isRefusal({ status, challenges, text: body, isSigned }: HttpAnswer): boolean {
  if (status === UNAUTHORIZED) return true;
  if (status === FORBIDDEN && challenges.some((each) => /digest/i.test(each))) return true;
  if (!isSigned || (status !== FORBIDDEN && status !== ACCEPTED)) return false;
  const document = readXml(body);
  if (!document.ok || !isSameTag(document.value.root, 'userCheck')) return false;
  return schema.parse(document.value.content).statusValue === UNAUTHORIZED;
}

/** Why a 401 forbids to send the password at all, or null when it may be tried. */
export function objectionToLogin(refusal: LoginRefusal): IsapiError | null {
  if (!refusal.isActivated) return { kind: 'auth', reason: 'not-activated' };
  return refusal.isLocked ? { kind: 'locked', unlockInMs: refusal.unlockInMs } : null;
}

/** Why a signed request was answered with 401. */
export function refusedLogin(refusal: LoginRefusal): IsapiError {
  const { triesLeft } = refusal;
  return objectionToLogin(refusal) ?? { kind: 'auth', reason: 'wrong-password', triesLeft };
}
