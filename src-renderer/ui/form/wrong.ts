/** What is wrong with a form, in words by field; what belongs to no field is under `root`. Empty: nothing. */
export type Wrong = Readonly<Record<string, string>>;

/** Under which name a form holds what belongs to no field. */
export const rootOf = 'root';

/** The form is not done, and the reason was said elsewhere, by a toast for example. */
export const SAID_ELSEWHERE: Wrong = { [rootOf]: '' };

/** What main refused, as a form shows it. */
export function refusedEntries(refusal: {
  message: string;
  fields?: Readonly<Record<string, string>>;
}): Wrong {
  return refusal.fields ?? { [rootOf]: refusal.message };
}
