import type { z } from 'zod';
import type { IsapiError } from '../isapi-error.ts';
import { element, isSameTag, text, wholeNumber } from '../xml/xml-values.ts';
import { readJson } from '../xml/json-document.ts';
import { readXml } from '../xml/xml-document.ts';

/** Hikvision ISAPI status codes. */
const DEVICE_BUSY = 2;
const DEVICE_ERROR = 3;
const INVALID_OPERATION = 4;

/** deployExceedMax as a number: 0x60006018. */
const TOO_MANY = '1610637336';
const ROOT = 'ResponseStatus';

const schema = element({
  ...{ statusCode: wholeNumber, statusString: text, subStatusCode: text },
  ...{ errorCode: text, errorMsg: text },
});

/** What a device says about a call it did not carry out (Hikvision ISAPI ResponseStatus). */
export type ResponseStatus = z.output<typeof schema>;

/** Reads such a body, or null when it is anything else. */
export function parseResponseStatus(body: string): ResponseStatus | null {
  const isJson = body.trimStart().startsWith('{');
  const document = isJson ? readJson(body, ROOT) : readXml(body);
  if (!document.ok || !isSameTag(document.value.root, ROOT)) return null;
  const status = schema.parse(document.value.content);
  // In JSON the name of the root is missing.
  const isStatus = !isJson || status.statusCode !== null || status.subStatusCode !== null;
  return isStatus ? status : null;
}

/** What it means for the caller; null when it says nothing we know. A statusCode of 3 asks for another try. */
export function meaningOf(status: ResponseStatus): IsapiError | null {
  const code = (status.subStatusCode ?? status.errorMsg ?? '').toLowerCase();
  if (code === 'notactivated') return { kind: 'auth', reason: 'not-activated' };
  if (code === 'deployexceedmax' || status.errorCode === TOO_MANY) {
    return { kind: 'busy', isTooMany: true };
  }
  if (code === 'devicebusy') return { kind: 'busy' };
  if (code === 'lowprivilege') return { kind: 'auth', reason: 'no-permission' };
  if (code === 'notsupport' || code === 'invalidoperation') return { kind: 'not-supported' };
  const { statusCode } = status;
  if (statusCode === DEVICE_BUSY || statusCode === DEVICE_ERROR) return { kind: 'busy' };
  return statusCode === INVALID_OPERATION ? { kind: 'not-supported' } : null;
}
