import { type IsapiError, locked, notActivated, wrongPassword } from './isapi-error.ts';
import { readXml } from './xml-document.ts';
import { element, flag, text, wholeNumber } from './xml-values.ts';

const MS_PER_SECOND = 1000;

const schema = element({
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
  return {
    // The whole word: "unlock" holds "lock".
    isLocked: found.lockStatus?.toLowerCase() === 'lock',
    unlockInMs: seconds > 0 ? seconds * MS_PER_SECOND : null,
    triesLeft: found.retryLoginTime ?? found.retryTimes,
    isActivated: found.isActivated !== false && !/notActivated/i.test(body),
  };
}

/** Why a 401 forbids to send the password at all, or null when it may be tried. */
export function objectionToLogin(refusal: LoginRefusal): IsapiError | null {
  if (!refusal.isActivated) return notActivated();
  return refusal.isLocked ? locked(refusal.unlockInMs) : null;
}

/** Why a signed request was answered with 401. */
export function refusedLogin(refusal: LoginRefusal): IsapiError {
  return objectionToLogin(refusal) ?? wrongPassword(refusal.triesLeft);
}
