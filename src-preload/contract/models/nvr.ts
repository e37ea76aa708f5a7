import { z } from 'zod';
import type { NvrLogin } from './nvr-login.ts';

/** Most channels one recorder can have; Hikvision's largest models stop at 256. */
export const MAX_CHANNELS = 256;
const NAME_MAX_CHARS = 64;
const CREDENTIAL_MAX_CHARS = 128;

/** A whole number, or the text of one as a form field holds it. Coercion alone would also take true, [80] and 0x50. */
const wholeNumber = (hint: string) =>
  z
    .union([z.number(), z.string().trim().regex(/^\d+$/, hint)], hint)
    .transform(Number)
    .pipe(z.number().int('Enter a whole number.'));

const port = wholeNumber('Enter a number from 1 to 65535.').pipe(
  z.number().min(1, 'Ports go from 1 to 65535.').max(65_535, 'Ports go from 1 to 65535.'),
);

/** No control characters, which no recorder knows and C strings end at, and no half of a surrogate pair, which no URL can carry. */
const UNUSABLE = /[\p{Cc}\p{Cs}]/u;
const credential = (hint: string) =>
  z
    .string()
    .min(1, hint)
    .max(CREDENTIAL_MAX_CHARS, `At most ${CREDENTIAL_MAX_CHARS} characters.`)
    .refine((text) => !UNUSABLE.test(text), 'Contains a character that recorders do not know.');

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const ONLY_DIGITS_AND_DOTS = /^[\d.]+$/;

const isHost = (host: string): boolean =>
  z.ipv4().safeParse(host).success ||
  z.ipv6().safeParse(host).success ||
  (HOST_NAME.test(host) && !ONLY_DIGITS_AND_DOTS.test(host));

/** The form that adds a recorder. The same schema speaks at the field in the renderer and guards the boundary in main. */
export const newNvrSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give the recorder a name, for example “Warehouse”.')
    .max(NAME_MAX_CHARS, `At most ${NAME_MAX_CHARS} characters.`),
  host: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'Enter the recorder’s IP address or host name.')
    .refine(
      isHost,
      'Enter only an IP address or host name, for example 192.168.1.64, without http:// or a port.',
    ),
  rtspPort: port,
  httpPort: port,
  username: credential('Enter the user name the recorder knows.'),
  password: credential('Enter the password.'),
  maxChannels: wholeNumber(`Enter a number from 1 to ${MAX_CHANNELS}.`).pipe(
    z
      .number()
      .min(1, 'A recorder has at least 1 channel.')
      .max(MAX_CHANNELS, `A recorder has at most ${MAX_CHANNELS} channels.`),
  ),
});

/** A recorder to be added, password included: it travels from the form to main once and never back. */
export type NewNvr = z.output<typeof newNvrSchema>;

/** The form's raw values, where numbers are still text. */
export type NewNvrInput = z.input<typeof newNvrSchema>;

/** A new password for a recorder whose login was refused. */
export const newPasswordSchema = z.strictObject({
  id: z.number().int().positive(),
  password: credential('Enter the password.'),
});

/** Which recorder, and its new password. */
export type NewPassword = z.output<typeof newPasswordSchema>;

/** A recorder as every world but the keychain knows it. */
export interface Nvr {
  id: number;
  name: string;
  host: string;
  rtspPort: number;
  httpPort: number;
  username: string;
  maxChannels: number;
}

/** A recorder and whether it may be asked for pictures. */
export interface NvrWithLogin extends Nvr {
  login: NvrLogin;
}
