import type { z } from 'zod';
import { err, ok, type Result } from '@contract/result.ts';
import { badAnswer, type IsapiError } from '../isapi-error.ts';
import { meaningOf, parseResponseStatus } from '../endpoints/parse-response-status.ts';
import { readXml } from './xml-document.ts';
import { isSameTag } from './xml-values.ts';

/** Reads one kind of body: its root must be `root`. A ResponseStatus in its place is the device's own excuse, sent with status 200 by some. */
export function parseBody<T>(
  body: string,
  root: string,
  schema: z.ZodType<T>,
): Result<T, IsapiError> {
  const document = readXml(body);
  if (!document.ok) return document;
  if (!isSameTag(document.value.root, root)) {
    const status = parseResponseStatus(body);
    return err((status === null ? null : meaningOf(status)) ?? badAnswer());
  }
  const parsed = schema.safeParse(document.value.content);
  // Every field may be missing, so only a list that is far too long fails.
  return parsed.success ? ok(parsed.data) : err({ kind: 'too-large' });
}
