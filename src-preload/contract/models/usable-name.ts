import { NAME_MAX_CHARS } from './recorder-entries.ts';
import { plainText } from './unseen-signs.ts';

/** A text of a device, cut to a length that can be kept, between whole characters. */
export function shortText(text: string, maxChars: number): string {
  let kept = '';
  for (const character of plainText(text)) {
    if (kept.length + character.length > maxChars) break;
    kept += character;
  }
  return kept.trim();
}

/** A name from a device as the app can keep it. */
export function usableName(text: string): string {
  return shortText(text, NAME_MAX_CHARS);
}
