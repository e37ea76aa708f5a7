import { percentEncode } from '../../src-main/app/domain/percent-encode.ts';

/** Every way a password could lie somewhere, for a search that must find nothing. */
export function spellings(password: string): string[] {
  return [
    password,
    encodeURIComponent(password),
    percentEncode(password),
    encodeURIComponent(percentEncode(password)),
    new URLSearchParams([['', password]]).toString().slice(1),
    JSON.stringify(password).slice(1, -1),
    Buffer.from(password).toString('base64'),
    Buffer.from(`admin:${password}`).toString('base64'),
  ];
}
