import type { LockStatus } from '../auth/lock-out.ts';
import { ISAPI_ROOT, toXml } from './xml.ts';

/** Body of an accepted `GET /ISAPI/Security/userCheck`. */
export function loginAccepted(): string {
  return toXml({ userCheck: { ...ISAPI_ROOT, statusValue: 200, statusString: 'OK' } });
}

/** Body of a 401: it tells anybody whether the account is locked, for how many seconds, and how many tries are left. */
export function loginRefused({ isLocked, unlockInS, triesLeft }: LockStatus): string {
  return toXml({
    userCheck: {
      ...ISAPI_ROOT,
      statusValue: 401,
      statusString: 'Unauthorized',
      isActivated: true,
      lockStatus: isLocked ? 'lock' : 'unlock',
      unlockTime: unlockInS,
      retryLoginTime: triesLeft,
    },
  });
}

/** Body of the 403 that means "this recorder cannot do that", not a bad login. */
export function notSupported(requestUrl: string): string {
  return responseStatus(requestUrl, 4, 'Invalid Operation', 'notSupport');
}

/** Body of the 403 that means "this account may not". */
export function lowPrivilege(requestUrl: string): string {
  return responseStatus(requestUrl, 4, 'Invalid Operation', 'lowPrivilege');
}

/** Body of the 503 that means "no such thing here", though it says otherwise. */
export function deviceBusy(requestUrl: string): string {
  return responseStatus(requestUrl, 2, 'Device Busy', 'deviceBusy');
}

/** Body of the 500 for whatever went wrong inside. */
export function deviceError(requestUrl: string): string {
  return responseStatus(requestUrl, 3, 'Device Error', 'deviceError');
}

/** Body of a change that was carried out. */
export function accepted(requestUrl: string): string {
  return responseStatus(requestUrl, 1, 'OK', 'ok');
}

/** Body of the 400 for a document without what the recorder insists on. */
export function badContent(requestUrl: string): string {
  return responseStatus(requestUrl, 6, 'Invalid XML Content', 'badXmlContent');
}

/** Body of the 503 that means "too many at once". */
export function tooMany(requestUrl: string): string {
  return responseStatus(requestUrl, 2, 'Device Busy', 'deployExceedMax');
}

/** Body of the 403 that means "too many clients listen already"; the code is 0x60006018. */
export function tooManyListen(requestURL: string): string {
  const status = { requestURL, statusCode: 4, statusString: 'Invalid Operation' };
  const code = {
    subStatusCode: 'deployExceedMax',
    errorCode: 1610637336,
    errorMsg: 'deployExceedMax',
  };
  return toXml({ ResponseStatus: { ...ISAPI_ROOT, ...status, ...code } });
}

/** What a web server without ISAPI has for every address. */
export const PAGE_NOT_FOUND =
  '<!DOCTYPE html><html><head><title>404</title></head><body>Not found</body></html>';

function responseStatus(
  requestURL: string,
  statusCode: number,
  statusString: string,
  subStatusCode: string,
): string {
  const status = { requestURL, statusCode, statusString, subStatusCode };
  return toXml({ ResponseStatus: { ...ISAPI_ROOT, ...status } });
}
