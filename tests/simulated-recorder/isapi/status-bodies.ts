import { ISAPI_ROOT, toXml } from './xml.ts';

/** Body of an accepted `GET /ISAPI/Security/userCheck`. */
export function loginAccepted(): string {
  return toXml({ userCheck: { ...ISAPI_ROOT, statusValue: 200, statusString: 'OK' } });
}

/** Body of a 401, as older firmware sends it: without the lock's state. */
export function loginRefused(): string {
  return toXml({ userCheck: { ...ISAPI_ROOT, statusValue: 401, statusString: 'Unauthorized' } });
}

/** Body of the 403 that means "this recorder cannot do that", not a bad login. */
export function notSupported(requestUrl: string): string {
  return toXml({
    ResponseStatus: {
      ...ISAPI_ROOT,
      requestURL: requestUrl,
      statusCode: 4,
      statusString: 'Invalid Operation',
      subStatusCode: 'notSupport',
    },
  });
}
