/**
 * Signs that cannot be seen: marks, overrides and isolates that turn the text around them, spaces without width, fillers and tags. They
 * make two texts look alike that are not, and turn what stands beside them around (Unicode Technical Report 36, 2.5).
 */
const UNSEEN =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
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

/** An address or a number as it was meant: without what a clipboard adds, and in ASCII where an East Asian keyboard wrote it in full width. */
export function plainlyTyped(text: string): string {
  return withoutUnseen(text)
    .replaceAll(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll(IDEOGRAPHIC_STOP, '.')
    .trim();
}
