const SHORT_LENGTH_MAX = 0x7f;
const LONG_LENGTH_FLAG = 0x80;
const SIGN_BIT = 0x80;

/** One ASN.1 value in DER with its tag; the content is joined. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

/** A constructed sequence. */
export function sequence(...content: readonly Uint8Array[]): Buffer {
  return der(0x30, ...content);
}

/** A positive whole number from its big-endian bytes, in the shortest form, as DER demands: a zero in front only where the sign would be. */
export function integer(bytes: Uint8Array): Buffer {
  const digits = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  const sign = (digits[0] ?? 0) >= SIGN_BIT ? [0] : [];
  return der(0x02, Buffer.from(sign), digits);
}

/** A UTC time to the second. */
export function generalizedTime(date: Date): Buffer {
  const text = date.toISOString().replaceAll(/\.\d+|[-:T]/g, '');
  return der(0x18, Buffer.from(text));
}

/** A whole number of bytes as a bit string. */
export function bitString(bytes: Uint8Array): Buffer {
  return der(0x03, Buffer.from([0]), bytes);
}

function lengthOf(size: number): Buffer {
  if (size <= SHORT_LENGTH_MAX) return Buffer.from([size]);
  const digits = size.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([LONG_LENGTH_FLAG + bytes.length]), bytes]);
}
