import type { z } from 'zod';
import { sentenceOf } from './plain-words.ts';

/** Zod's findings as one sentence a field, the first of each. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    fields[issue.path.join('.')] ??= sentenceOf(issue);
  }
  return fields;
}
