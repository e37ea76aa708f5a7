import { z } from 'zod';
import { hint, message, type Message, type MessageParameters, readHint } from './messages.ts';

/** More than so many possible values are no help. */
const MOST_VALUES_SAID = 8;

type Kind = MessageParameters['write-kind']['kind'];
type Unit = MessageParameters['at-most']['unit'];

const KINDS: readonly string[] = [
  ...(['string', 'number', 'int', 'boolean', 'array', 'object', 'null'] satisfies Kind[]),
];
const NO_SHAPE_FITS = hint('no-shape-fits');

/** Zod's own words speak of schemas, "expected number, received number" among them. Whoever reads a site file's refusal edits that file. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS.includes(issue.expected)
        ? hint('write-kind', { kind: issue.expected as Kind })
        : hint('unusable-here');
    case 'too_big':
      return hint('at-most', { most: Number(issue.maximum), unit: unitOf(issue.origin) });
    case 'too_small':
      return hint('at-least', { least: Number(issue.minimum), unit: unitOf(issue.origin) });
    case 'invalid_value':
      return valuesSaid(issue.values);
    case 'invalid_union':
      return NO_SHAPE_FITS;
    case 'unrecognized_keys':
      return hint('foreign-name', { name: issue.keys[0] ?? '' });
    case 'invalid_format':
      return hint('not-ours-in-form');
    case 'custom':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return hint('unusable-here');
  }
}

function unitOf(origin: string): Unit {
  return origin === 'string' || origin === 'array' ? origin : null;
}

function valuesSaid(all: readonly unknown[]): string {
  const values = all.slice(0, MOST_VALUES_SAID).map(String).join(', ');
  return all.length > 1 ? hint('write-one-of', { values }) : hint('write-only', { values });
}

// Once for every schema of a world that imports the contract: a schema's own hints go before.
z.config({ customError: plainWords });

/** What to say of one finding. Of several possible shapes without words of their own, the last one says what to enter. */
export function messageOf(issue: z.core.$ZodIssue): Message {
  if (issue.code === 'unrecognized_keys')
    return message('foreign-name', { name: issue.keys[0] ?? '' });
  if (issue.code !== 'invalid_union' || issue.message !== NO_SHAPE_FITS) {
    return readHint(issue.message);
  }
  const inner = issue.errors.at(-1)?.[0];
  return inner === undefined ? readHint(issue.message) : messageOf(inner);
}
