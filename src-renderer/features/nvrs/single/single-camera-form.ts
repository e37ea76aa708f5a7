import type { SingleCamera } from '@contract/models/camera-changes.ts';
import { splitLogin } from '../entries/pasted-login.ts';

/** What is typed about a camera without a recorder. */
export type SingleEntries = SingleCamera;

/** The form after something was typed or pasted. */
export function withTyped(
  entries: SingleEntries,
  field: keyof SingleEntries,
  text: string,
): SingleEntries {
  const isUrl = field === 'mainUrl' || field === 'subUrl';
  const split = isUrl ? splitLogin(text) : null;
  if (split === null) return { ...entries, [field]: text };
  const { rest, username, password } = split;
  return { ...entries, [field]: rest, username, password: password ?? entries.password };
}
