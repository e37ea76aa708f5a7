import { z } from 'zod';
import { NAME_MAX_CHARS } from '@contract/models/recorder-entries.ts';
import { plainText } from '@contract/models/unseen-signs.ts';
import { decodeEntities } from './xml-entities.ts';

/** Hikvision's largest recorders have 256 channels with three streams each. */
const MAX_ITEMS = 2_048;

/** Firmware cuts names at a number of bytes, also within a sign. */
const CUT_SIGN = /\s*\uFFFD+$/;

/** Optional, or an object would refuse to be without it before the transform is asked. */
const anything = z.unknown().optional();

/** The text of an element; null when it is missing, empty or holds elements instead. Of repeated ones the first counts. */
export const text = anything.transform((value) => textOf(value));

/** A whole number of at most nine digits, else null. */
export const wholeNumber = anything.transform((value) => {
  const found = textOf(value);
  return found !== null && /^\d{1,9}$/.test(found) ? Number(found) : null;
});

/** true or false, else null: a missing flag is unknown, not false. */
export const flag = anything.transform((value) => {
  const found = textOf(value)?.toLowerCase();
  if (found === 'true' || found === '1') return true;
  return found === 'false' || found === '0' ? false : null;
});

/** An element with children; missing or empty ones count as having none, since an empty element parses to ''. */
export function element<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'object' && first !== null ? respelled(first, Object.keys(shape)) : {};
  }, z.object(shape));
}

/** Makers differ in capitals (id, Id, ID), so names of elements are compared without them. */
export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The children that are asked for, under the names by which they are asked for. */
function respelled(children: object, names: readonly string[]): Record<string, unknown> {
  const byName = new Map(Object.entries(children));
  for (const [name, child] of Object.entries(children)) {
    const lower = name.toLowerCase();
    if (!byName.has(lower)) byName.set(lower, child);
  }
  return Object.fromEntries(
    names.map((name) => [name, byName.get(name) ?? byName.get(name.toLowerCase())]),
  );
}

/** Every element of a name, be there none, one or many; those that do not fit are left out, and more than any device has are refused. Never trust a list's `size`. */
export function listOf<T>(item: z.ZodType<T>) {
  return anything.transform((value, context): T[] => {
    const items: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    if (items.length > MAX_ITEMS) context.addIssue({ code: 'custom', message: 'too many' });
    return items.slice(0, MAX_ITEMS).flatMap((each) => {
      const result = item.safeParse(each);
      return result.success ? [result.data] : [];
    });
  });
}

function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return null;
  // Cut before it is searched: a text of a megabyte is no name.
  const decoded = decodeEntities(first).trim().slice(0, NAME_MAX_CHARS);
  const clean = plainText(decoded).replace(CUT_SIGN, '');
  return clean === '' ? null : clean;
}
