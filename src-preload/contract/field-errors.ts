import type { z } from 'zod';
import type { Message } from './messages.ts';
import { messageOf } from './plain-words.ts';

/** Zod's findings as one message a field, the first of each. */
export function fieldErrors(error: z.ZodError): Record<string, Message> {
  const fields: Record<string, Message> = {};
  for (const issue of error.issues) {
    fields[issue.path.join('.')] ??= messageOf(issue);
  }
  return fields;
}
