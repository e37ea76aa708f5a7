import { type IsapiError, plainError } from './isapi-error.ts';
import type { ExchangeAnswer } from './http-exchange.ts';
import { meaningOf, parseResponseStatus } from './parse-response-status.ts';

const NOT_SUPPORTED = new Set([403, 404, 405, 410, 501]);
const SERVICE_UNAVAILABLE = 503;

/** What an answer's status means for the caller, a 401 aside; null for a success. The body knows more than the status: 403 is mostly "cannot", not "may not". */
export function judgeAnswer(answer: ExchangeAnswer): IsapiError | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return redirected(answer.location);
  const told = parseResponseStatus(answer.body.toString('utf8'));
  const meaning = told === null ? null : meaningOf(told);
  if (meaning !== null) return meaning;
  if (status === SERVICE_UNAVAILABLE) return plainError('busy');
  if (NOT_SUPPORTED.has(status)) return plainError('not-supported');
  return plainError('bad-answer', `The NVR answered with error ${status}.`);
}

function redirected(location: string | null): IsapiError {
  const isToHttps = location !== null && /^https:/i.test(location);
  return plainError(
    'bad-answer',
    isToHttps
      ? 'The NVR wants HTTPS: use its HTTPS port.'
      : 'The NVR points to another address, which is not followed.',
  );
}
