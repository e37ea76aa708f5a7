import { z } from 'zod';
import { hint } from '../messages.ts';
import { readHost } from './device-address.ts';
import { hasUnseen, plainlyTyped, plainText } from './unseen-signs.ts';

/** Longest name of a recorder or camera: longer than what any device was seen to send, so that no name is cut. */
export const NAME_MAX_CHARS = 200;
const CREDENTIAL_MAX_CHARS = 128;

/** A whole number, or the text of one as a form field holds it. Coercion alone would also take true, [80] and 0x50. */
export const wholeNumber = (said: string) =>
  z
    .union(
      [z.number(), z.string().transform(plainlyTyped).pipe(z.string().regex(/^\d+$/, said))],
      said,
    )
    .transform(Number)
    .pipe(z.number().int(hint('enter-whole-number')));

const port = wholeNumber(hint('enter-number', { from: 1, to: 65_535 })).pipe(
  z.number().min(1, hint('port-range')).max(65_535, hint('port-range')),
);

/** No control characters, which no recorder knows and C strings end at, and no half of a surrogate pair, which no URL can carry. */
const UNUSABLE = /[\p{Cc}\p{Cs}]/u;

/** A password, any other character included. */
export const credential = (said: string) =>
  z
    .string()
    .min(1, said)
    .max(CREDENTIAL_MAX_CHARS, hint('too-long', { most: CREDENTIAL_MAX_CHARS }))
    .refine((text) => !UNUSABLE.test(text), hint('unknown-character'))
    .refine((text) => !hasUnseen(text), hint('unseen-character'));

/** A user name: no recorder knows one with spaces around it, and a clipboard adds them. */
export const userName = (said: string) => z.string().trim().pipe(credential(said));

/**
 * A text in one line that people are shown: a name, or what a device says of itself. Whoever writes it, a person, a device or a file,
 * breaks no line of a window or a log with it, and turns no text around it.
 */
export const shownText = (minChars: number, maxChars: number, said?: string) =>
  z
    .string()
    .transform(plainText)
    .pipe(
      z
        .string()
        .min(minChars, said)
        .max(maxChars, hint('too-long', { most: maxChars })),
    );

const fingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/, hint('not-a-fingerprint'));

/** SHA-256 of a certificate that a person accepted; null: none, as over plain HTTP. */
export const acceptedFingerprint = fingerprint.nullable();

const NO_HOST = hint('host-only');

const entries = {
  host: z
    .string()
    .trim()
    .min(1, hint('enter-host'))
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
  username: userName(hint('enter-nvr-user')),
  password: credential(hint('enter-password')),
};

/** What is typed to look at a recorder. The name may come from the recorder, so it may be empty. */
export const entriesToCheck = { name: shownText(0, NAME_MAX_CHARS), ...entries };

/** What a recorder is stored with. */
export const entriesToStore = {
  name: shownText(1, NAME_MAX_CHARS, hint('enter-nvr-name')),
  ...entries,
};
