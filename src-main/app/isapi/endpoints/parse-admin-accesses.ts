import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, flag, listOf, text, wholeNumber } from '../xml/xml-values.ts';

const MAX_PORT = 65_535;

const schema = element({
  AdminAccessProtocol: listOf(element({ protocol: text, enabled: flag, portNo: wholeNumber })),
}).transform(({ AdminAccessProtocol: doors }) => {
  const rtsp = doors.find(
    ({ protocol, enabled }) => protocol?.toUpperCase() === 'RTSP' && enabled !== false,
  );
  const port = rtsp?.portNo ?? 0;
  return port > 0 && port <= MAX_PORT ? port : null;
});

/** The RTSP port in Hikvision ISAPI `GET /ISAPI/Security/adminAccesses`, or null; sites move it away from 554. */
export function parseRtspPort(body: string): Result<number | null, IsapiError> {
  return parseBody(body, 'AdminAccessProtocolList', schema);
}
