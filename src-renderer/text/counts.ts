/** The forms of a word that a number asks for; `#` stands for the number. Languages with more forms than English add theirs. */
export type Forms = Readonly<
  Record<'other', string> & Partial<Record<Intl.LDMLPluralRule, string>>
>;

const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');
const lists = new Intl.ListFormat('en');

/** A number as people read it, such as "4,096". */
export function numberText(count: number): string {
  return numbers.format(count);
}

/** "one, two, and three". */
export function listText(parts: readonly string[]): string {
  return lists.format(parts);
}

/** The form that a number asks for, where the number itself stands elsewhere. */
export function wordOf(count: number, forms: Forms): string {
  return forms[rules.select(count)] ?? forms.other;
}

/** A number with its word, such as "1 try" or "4,096 cameras". */
export function countOf(count: number, forms: Forms): string {
  return wordOf(count, forms).replace('#', numbers.format(count));
}
