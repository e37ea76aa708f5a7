import { badAnswer, type IsapiError } from '../isapi-error.ts';
import type { ExchangeAnswer } from './http-exchange.ts';
import { meaningOf, parseResponseStatus } from '../endpoints/parse-response-status.ts';

const NOT_SUPPORTED = new Set([403, 404, 405, 410, 501]);
const SERVICE_UNAVAILABLE = 503;

/** What an answer's status means for the caller, a 401 aside; null for a success. The body knows more than the status: 403 is mostly "cannot", not "may not". */
export function judgeAnswer(answer: ExchangeAnswer): IsapiError | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return redirected(answer.location);
  const told = parseResponseStatus(answer.text);
  const meaning = told === null ? null : meaningOf(told);
  if (meaning !== null) return meaning;
  if (status === SERVICE_UNAVAILABLE) return { kind: 'busy' };
  if (NOT_SUPPORTED.has(status)) return { kind: 'not-supported' };
  return badAnswer({ status });
}

const HTTPS_PORT = 443;

/**
 * Recorders with "redirect to HTTPS" answer each address so. It is never followed: where the login goes next is a person's choice, and
 * that is the host that was typed, whatever name or address the recorder has for itself.
 */
function redirected(location: string | null): IsapiError {
  const url = location !== null && URL.canParse(location) ? new URL(location) : null;
  if (url?.protocol === 'https:') {
    return { kind: 'https-wanted', port: url.port === '' ? HTTPS_PORT : Number(url.port) };
  }
  return badAnswer('redirect');
}
