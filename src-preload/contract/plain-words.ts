import { z } from 'zod';

/** What is said of several possible shapes of which none fits, and which have no words of their own. */
const NO_SHAPE_FITS = 'This is none of what can be here.';
const OTHERWISE = 'This cannot be used here.';
/** More than so many possible values are no help. */
const MOST_VALUES_SAID = 8;

const KINDS: Readonly<Record<string, string>> = {
  string: 'Write a text here, in quotes.',
  number: 'Write a usual number here.',
  int: 'Write a whole number of usual size here.',
  boolean: 'Write true or false here.',
  array: 'Write a list here, in [ ].',
  object: 'Write entries here, in { }.',
  null: 'Write null here.',
};

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

/** Zod's own words speak of schemas, "expected number, received number" among them. Whoever reads a site file's refusal edits that file. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? OTHERWISE;
    case 'too_big':
      return `At most ${String(issue.maximum)}${UNITS[issue.origin] ?? ''}.`;
    case 'too_small':
      return `At least ${String(issue.minimum)}${UNITS[issue.origin] ?? ''}.`;
    case 'invalid_value':
      return valuesSaid(issue.values);
    case 'invalid_union':
      return NO_SHAPE_FITS;
    case 'unrecognized_keys':
      return `“${issue.keys[0] ?? ''}” does not belong here.`;
    case 'invalid_format':
      return 'This is not written the way the app writes it.';
    case 'custom':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return OTHERWISE;
  }
}

function valuesSaid(values: readonly unknown[]): string {
  const list = values.slice(0, MOST_VALUES_SAID).map(String).join(', ');
  return values.length > 1 ? `Write one of these here: ${list}.` : `Only ${list} can be here.`;
}

// Once for every schema of a world that imports the contract: a schema's own hints go before.
z.config({ customError: plainWords });

/** What to say of one finding. Of several possible shapes without words of their own, the last one says what to enter. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union' || issue.message !== NO_SHAPE_FITS) return issue.message;
  const inner = issue.errors.at(-1)?.[0];
  return inner === undefined ? issue.message : sentenceOf(inner);
}
