import { NAME_MAX_CHARS } from './recorder-entries.ts';

/** A name from a device as the app can keep it: no control characters, and cut where it is too long. */
export function usableName(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  let kept = '';
  for (const character of plain) {
    if (kept.length + character.length > NAME_MAX_CHARS) break;
    kept += character;
  }
  return kept.trim();
}
