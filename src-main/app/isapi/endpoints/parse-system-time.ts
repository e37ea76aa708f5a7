import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, text } from '../xml/xml-values.ts';

/** A device's clock as it was written; null where it does not say. */
export interface SystemTime {
  /** Its offset may be another one than that of its events, or that of winter in summer. */
  readonly localTime: string | null;
  /** POSIX, with the sign turned around: "CST-8:00:00" is UTC+8. */
  readonly timeZone: string | null;
  /** "ntp", "manual". */
  readonly mode: string | null;
}

const schema = element({ localTime: text, timeZone: text, timeMode: text }).transform(
  ({ localTime, timeZone, timeMode }): SystemTime => ({
    ...{ localTime, timeZone, mode: timeMode?.toLowerCase() ?? null },
  }),
);

/** Body of Hikvision ISAPI `GET /ISAPI/System/time`. */
export function parseSystemTime(body: string): Result<SystemTime, IsapiError> {
  return parseBody(body, 'Time', schema);
}
