import { likelyEncoding } from './likely-encoding.ts';

const UTF_8 = 'utf-8';
/** A declaration stands in the first line; nothing of a body's content may be taken for one. */
const PROLOG_CHARS = 200;
const PROLOG = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i;
/** Names that devices use and the Encoding Standard does not know; ASCII is a part of UTF-8, not of windows-1252 as there. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{ cp936: 'gbk', ms936: 'gbk', cp950: 'big5', ms950: 'big5' },
  ...{ ascii: UTF_8, 'us-ascii': UTF_8 },
};
const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]+)/i;

/**
 * A body's text. A byte order mark decides; then bytes that are UTF-8 and not declared otherwise by the document itself; then what the
 * document (XML 1.0, 4.3.3) or the Content-Type declares. Firmware declares one encoding in the head and sends another, so a declaration
 * of UTF-8 is believed only where the bytes are; where nothing else is declared, the bytes have to tell.
 */
export function decodeBody(body: Buffer, contentType: string): string {
  const marked = markedEncoding(body);
  if (marked !== null) return new TextDecoder(marked).decode(body);
  const start = body.subarray(0, PROLOG_CHARS).toString('latin1');
  const inside = encodingOf(PROLOG.exec(start)?.[1]);
  const declared = encodingOf(CHARSET.exec(contentType)?.[1]);
  const outside = declared === UTF_8 ? null : declared;
  const asUtf8 = strictUtf8(body);
  if (inside === UTF_8 || inside === null) {
    return asUtf8 ?? new TextDecoder(outside ?? likelyEncoding(body)).decode(body);
  }
  return asUtf8 !== null && declared === UTF_8 ? asUtf8 : new TextDecoder(inside).decode(body);
}

/** By a byte order mark, or by where the zeros of a first "<" stand. */
function markedEncoding(body: Buffer): string | null {
  const [first, second, third, fourth] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) return UTF_8;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second === 0x3c && third === 0 && fourth !== 0 ? 'utf-16be' : null;
}

/** The WHATWG name of a declared encoding; null for none, an unknown one, and for UTF-16, which these bytes are not. */
function encodingOf(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(ALIASES[label.toLowerCase()] ?? label);
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

function strictUtf8(body: Buffer): string | null {
  try {
    return new TextDecoder(UTF_8, { fatal: true }).decode(body);
  } catch {
    return null;
  }
}
