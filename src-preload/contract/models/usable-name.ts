import { NAME_MAX_CHARS } from './recorder-entries.ts';
import { withoutUnseen } from './unseen-signs.ts';

/** Control characters, line and paragraph separators, and halves of surrogate pairs, with the spaces around them. */
const BREAKS = /\s*[\p{Cc}\p{Cs}\p{Zl}\p{Zp}][\s\p{Cc}\p{Cs}]*/gu;
/** Joiners shape Arabic and Indic letters and combined emoji; behind anything else they are as unseen as the others. */
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}\p{Lo}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gu;

/** A text of a device as a window may show it, in one line. */
export function plainText(text: string): string {
  return withoutUnseen(text).replaceAll(STRAY_JOINER, '').replaceAll(BREAKS, ' ').trim();
}

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
