/** The five that XML defines by itself. No other is ever expanded, which leaves an entity bomb nothing to explode with. */
const BASIC: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const MAX_CODE_POINT = 0x10_ff_ff;

/** Text as it was meant. A bare ampersand, which recorders write in camera names, and unknown entities stay as they are. */
export function decodeEntities(text: string): string {
  return text.replaceAll(
    REFERENCE,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return BASIC[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point <= MAX_CODE_POINT ? String.fromCodePoint(point) : whole;
    },
  );
}
