import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, text } from '../xml/xml-values.ts';

const schema = element({ localTime: text }).transform(({ localTime }) => localTime);

/** The device's clock in Hikvision ISAPI `GET /ISAPI/System/time`, as it was written: its offset may be another one than that of its events. */
export function parseSystemTime(body: string): Result<string | null, IsapiError> {
  return parseBody(body, 'Time', schema);
}
