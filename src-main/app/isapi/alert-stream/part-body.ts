import type { PartHead } from './part-head.ts';

/** What a body is by its first bytes. `wide`: UTF-16, of which only a told length gives the end. */
export type BodyStart = 'xml' | 'json' | 'wide' | 'blank' | 'dashes' | 'other' | 'wait';

const [TAG, BRACE, DASH, MARK_1, MARK_2, MARK_3] = [0x3c, 0x7b, 0x2d, 0xef, 0xbb, 0xbf];
const BLANKS = new Set(Buffer.from(' \t\r\n'));
/** Old firmware pads with NULs. */
const PADDING = new Set([...BLANKS, 0]);

/** True for what may stand between parts. */
export function isPadding(byte: number | undefined): boolean {
  return byte !== undefined && PADDING.has(byte);
}

/** Looks at the first bytes of what may be a body. */
export function startOf(bytes: Buffer): BodyStart {
  const [first = 0, second, third] = bytes;
  if (BLANKS.has(first)) return 'blank';
  if (first === BRACE) return 'json';
  if (first === DASH) return 'dashes';
  const mayBeMore = first === TAG || first === MARK_1 || first === 0 || first >= 0xfe;
  if (!mayBeMore) return 'other';
  if (second === undefined) return 'wait';
  if (first === TAG) return second === 0 ? 'wide' : 'xml';
  if (first === 0) return second === TAG ? 'wide' : 'other';
  if (first !== MARK_1) return first + second === 0xfe + 0xff ? 'wide' : 'other';
  if (second !== MARK_2) return 'other';
  if (third === undefined) return 'wait';
  return third === MARK_3 ? 'xml' : 'other';
}

/** The same head, with so many bytes of the body gone. */
export function without(head: PartHead, bytes: number): PartHead {
  const { lengthBytes } = head;
  return { ...head, lengthBytes: lengthBytes === null ? null : Math.max(0, lengthBytes - bytes) };
}
