import { err, ok, type Result } from '@contract/result.ts';
import type { CallPatience } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { badAnswer, type IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, wholeNumber } from '../xml/xml-values.ts';

/** Where a device says whether a login is good (Hikvision ISAPI). */
export const USER_CHECK_PATH = '/ISAPI/Security/userCheck';
const ACCEPTED = 200;

/** Whether the stored login may be used. */
export type LoginCheck =
  | { state: 'ok' }
  /** One failed login was spent; nothing may be tried until somebody edits the password. */
  | { state: 'wrong-password'; triesLeft: number | null }
  /** Every try before the end begins the time anew. Null: the device does not say how long. */
  | { state: 'locked'; unlockInMs: number | null }
  | { state: 'not-activated' }
  /** The login was not refused, but the device knows no such check. */
  | { state: 'not-supported' }
  /** Nothing was learnt about the login: network, certificate, busy, cancelled … */
  | { state: 'unknown'; error: IsapiError };

const schema = element({ statusValue: wholeNumber });

/**
 * Asks once whether the login is good (Hikvision ISAPI `GET /ISAPI/Security/userCheck`). The question is put unsigned first: that
 * answer tells for free whether the account is locked, and then the password stays here. A wrong password costs one try, not two.
 */
export async function askUserCheck(
  client: HttpClient,
  signal?: AbortSignal,
  patience: CallPatience = {},
): Promise<Result<null, IsapiError>> {
  const call = { path: USER_CHECK_PATH, isLoginCheck: true, signal };
  const answer = await client.request({ ...patience, ...call });
  if (!answer.ok) return answer;
  const { text, isSigned } = answer.value;
  const body = parseBody(text, 'userCheck', schema);
  if (!body.ok) return body;
  const { statusValue } = body.value;
  if (statusValue !== null && statusValue !== ACCEPTED) return err(badAnswer());
  // Who answers anybody has checked nobody.
  return isSigned ? ok(null) : err({ kind: 'not-supported' });
}

/** The same as a state, for whoever decides whether a recorder's streams may be used. */
export async function checkLogin(
  client: HttpClient,
  signal?: AbortSignal,
  patience?: CallPatience,
): Promise<LoginCheck> {
  const answer = await askUserCheck(client, signal, patience);
  return answer.ok ? { state: 'ok' } : failedCheck(answer.error);
}

function failedCheck(error: IsapiError): LoginCheck {
  const { kind } = error;
  if (kind === 'locked') return { state: kind, unlockInMs: error.unlockInMs };
  if (kind === 'not-supported') return { state: kind };
  if (kind !== 'auth') return { state: 'unknown', error };
  switch (error.reason) {
    case 'no-permission':
    case 'forbidden':
      return { state: 'not-supported' };
    case 'not-activated':
      return { state: error.reason };
    case 'wrong-password':
      return { state: error.reason, triesLeft: error.triesLeft };
  }
}
