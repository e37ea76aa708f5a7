import type { z } from 'zod';
import { fieldErrors } from '@contract/field-errors.ts';
import type { Message } from '@contract/messages.ts';
import { text } from './catalogue.ts';

type Words = string | ((parameters: never, say: (message: Message) => string) => string);

/** A message in words. */
export function messageText(message: Message): string {
  const words: Words = text.messages[message.key];
  if (typeof words === 'string') return words;
  // The catalogue's type binds the parameters to the key.
  return words(('parameters' in message ? message.parameters : null) as never, messageText);
}

/** The messages of a form's fields in words. */
export function fieldTexts(fields: Readonly<Record<string, Message>>): Record<string, string> {
  const entries = Object.entries(fields).map(([field, said]) => [field, messageText(said)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** What a schema of the contract finds wrong with a form, in words, by field. */
export function entryErrors(error: z.ZodError): Record<string, string> {
  return fieldTexts(fieldErrors(error));
}

/** The same for entries that a schema is to judge; empty: nothing is wrong. */
export function wrongEntries(schema: z.ZodType, entries: unknown): Record<string, string> {
  const parsed = schema.safeParse(entries);
  return parsed.success ? {} : entryErrors(parsed.error);
}

/** The first of them, for a form of one field. */
export function entryError(error: z.ZodError): string | undefined {
  return Object.values(entryErrors(error))[0];
}
