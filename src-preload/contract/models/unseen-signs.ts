/**
 * Signs that cannot be seen: marks, overrides and isolates that turn the text around them, spaces without width, fillers and tags. They
 * make two texts look alike that are not, and turn what stands beside them around (Unicode Technical Report 36, 2.5).
 */
const UNSEEN =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Joiners shape Arabic and Indic letters and combined emoji; behind anything else they are as unseen as the others. */
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}\p{Lo}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gu;
/** Control characters, line and paragraph separators, and halves of surrogate pairs. */
const BREAK = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
/** The whole run, so that the time does not grow with the square of its length. */
const SPACES_AND_BREAKS = /[\s\p{Cc}\p{Cs}]+/gu;
/** What ends no line and is no tab. */
const CONTROLS_IN_LINES = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Zl}\p{Zp}]/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const IDEOGRAPHIC_STOP = '\u3002';

/** Leaves them out. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '');
}

/** Whether there is any. */
export function hasUnseen(text: string): boolean {
  return text.search(UNSEEN) >= 0;
}

/** A name, or what a device says of itself, as a window and a log may show it: in one line. */
export function plainText(text: string): string {
  return withoutUnseen(text)
    .replaceAll(STRAY_JOINER, '')
    .replaceAll(SPACES_AND_BREAKS, (run) => (BREAK.test(run) ? ' ' : run))
    .trim();
}

/** The same for a text that may have lines. */
export function plainLines(text: string): string {
  return withoutUnseen(text).replaceAll(STRAY_JOINER, '').replaceAll(CONTROLS_IN_LINES, '');
}

/** An address or a number as it was meant: without what a clipboard adds, and in ASCII where an East Asian keyboard wrote it in full width. */
export function plainlyTyped(text: string): string {
  return withoutUnseen(text)
    .replaceAll(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll(IDEOGRAPHIC_STOP, '.')
    .trim();
}
