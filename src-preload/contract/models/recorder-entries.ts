import { z } from 'zod';
import { readHost } from './device-address.ts';
import { hasUnseen, plainlyTyped, plainText } from './unseen-signs.ts';

/** Longest name of a recorder or camera: longer than what any device was seen to send, so that no name is cut. */
export const NAME_MAX_CHARS = 200;
const CREDENTIAL_MAX_CHARS = 128;

/** A whole number, or the text of one as a form field holds it. Coercion alone would also take true, [80] and 0x50. */
export const wholeNumber = (hint: string) =>
  z
    .union(
      [z.number(), z.string().transform(plainlyTyped).pipe(z.string().regex(/^\d+$/, hint))],
      hint,
    )
    .transform(Number)
    .pipe(z.number().int('Enter a whole number.'));

const port = wholeNumber('Enter a number from 1 to 65535.').pipe(
  z.number().min(1, 'Ports go from 1 to 65535.').max(65_535, 'Ports go from 1 to 65535.'),
);

/** No control characters, which no recorder knows and C strings end at, and no half of a surrogate pair, which no URL can carry. */
const UNUSABLE = /[\p{Cc}\p{Cs}]/u;

/** A password, any other character included. */
export const credential = (hint: string) =>
  z
    .string()
    .min(1, hint)
    .max(CREDENTIAL_MAX_CHARS, `At most ${CREDENTIAL_MAX_CHARS} characters.`)
    .refine((text) => !UNUSABLE.test(text), 'Contains a character that recorders do not know.')
    .refine((text) => !hasUnseen(text), 'Contains a sign that cannot be seen. Type it by hand.');

/** A user name: no recorder knows one with spaces around it, and a clipboard adds them. */
export const userName = (hint: string) => z.string().trim().pipe(credential(hint));

/**
 * A text in one line that people are shown: a name, or what a device says of itself. Whoever writes it, a person, a device or a file,
 * breaks no line of a window or a log with it, and turns no text around it.
 */
export const shownText = (minChars: number, maxChars: number, hint?: string) =>
  z
    .string()
    .transform(plainText)
    .pipe(z.string().min(minChars, hint).max(maxChars, `At most ${maxChars} characters.`));

const fingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/, 'Not a fingerprint.');

/** SHA-256 of a certificate that a person accepted; null: none, as over plain HTTP. */
export const acceptedFingerprint = fingerprint.nullable();

const NO_HOST =
  'Enter only an IP address or host name, for example 192.168.1.64, without http:// or a port.';

const entries = {
  host: z
    .string()
    .trim()
    .min(1, 'Enter the NVR’s IP address or host name.')
    .transform((text, context) => {
      const host = readHost(text);
      if (host !== null) return host;
      context.addIssue({ code: 'custom', message: NO_HOST });
      return z.NEVER;
    }),
  rtspPort: port,
  /** The HTTPS port where `isHttps`. */
  httpPort: port,
  isHttps: z.boolean().default(false),
  username: userName('Enter the user name the NVR knows.'),
  password: credential('Enter the password.'),
};

/** What is typed to look at a recorder. The name may come from the recorder, so it may be empty. */
export const entriesToCheck = { name: shownText(0, NAME_MAX_CHARS), ...entries };

/** What a recorder is stored with. */
export const entriesToStore = {
  name: shownText(1, NAME_MAX_CHARS, 'Give the NVR a name, for example “Warehouse”.'),
  ...entries,
};
