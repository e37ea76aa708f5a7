/** What would turn, hide or end a line for whoever reads a log in a terminal: controls, separators, halves of pairs, unseen signs. */
const DISTURBING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}]/gu;
const DISTURBING_IN_LINES = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Cf}]/gu;

/** A sentence that may hold a name of a device or a file, as one line that shows each of its signs. */
export function inOneLine(text: string): string {
  return text.replaceAll(DISTURBING, escaped);
}

/** Facts with an error's stack among them: the lines that follow are set in, so that none can pass for an entry of the log. */
export function inLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(DISTURBING_IN_LINES, escaped)
    .replaceAll('\n', '\n    ');
}

function escaped(sign: string): string {
  if (sign === '\n') return String.raw`\n`;
  return String.raw`\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}
