import { z } from 'zod';
import { hint } from '../messages.ts';
import type { NvrLogin } from './nvr-login.ts';
import {
  acceptedFingerprint,
  credential,
  entriesToStore,
  NAME_MAX_CHARS,
  shownText,
  wholeNumber,
} from './recorder-entries.ts';
import { streamLayoutSchema, type StreamLayout } from './stream-layout.ts';

/** Most channels one recorder can have; Hikvision's largest models stop at 256. */
export const MAX_CHANNELS = 256;
/** Longest text a device says about itself; serial numbers of 70 characters exist. */
export const DEVICE_TEXT_MAX_CHARS = 128;

/** One thing a device says about itself; null where it was not asked or did not say. */
export const deviceText = shownText(0, DEVICE_TEXT_MAX_CHARS).nullable();

/** How many channels a recorder has. */
export const channelCount = wholeNumber(hint('enter-number', { from: 1, to: MAX_CHANNELS })).pipe(
  z
    .number()
    .min(1, hint('channels-at-least-1'))
    .max(MAX_CHANNELS, hint('channels-at-most', { most: MAX_CHANNELS })),
);

const importedChannel = z.strictObject({
  channel: z.number().int().min(1).max(MAX_CHANNELS),
  /** Empty: the recorder has no name for it. */
  name: shownText(0, NAME_MAX_CHARS),
  hasSub: z.boolean(),
});

const importedChannels = z
  .array(importedChannel)
  .min(1, hint('choose-camera'))
  .max(MAX_CHANNELS)
  .refine(
    (channels) => new Set(channels.map(({ channel }) => channel)).size === channels.length,
    hint('channel-twice'),
  );

const stored = { ...entriesToStore, fingerprint: acceptedFingerprint.default(null) };

/**
 * A recorder to add: with channels 1 to `maxChannels` by its vendor's pattern, or with those that somebody chose from its own
 * list. The same schema speaks at the field in the renderer and guards the boundary in main.
 */
export const newNvrSchema = z.discriminatedUnion('source', [
  z.strictObject({
    ...stored,
    source: z.literal('pattern').optional(),
    layout: streamLayoutSchema.default({ kind: 'hikvision' }),
    /** Those of 1 to `maxChannels` that somebody chose; left out: all, each with a sub stream where the layout has one. */
    channels: importedChannels.optional(),
    maxChannels: channelCount,
  }),
  z.strictObject({
    ...stored,
    source: z.literal('import'),
    device: z.strictObject({ model: deviceText, serial: deviceText, firmware: deviceText }),
    channels: importedChannels,
  }),
]);

/** A recorder to be added, password included: it travels from the form to main once and never back. */
export type NewNvr = z.output<typeof newNvrSchema>;

/** The form's raw values, where numbers are still text. */
export type NewNvrInput = z.input<typeof newNvrSchema>;

/** One channel that was chosen from the recorder's own list. */
export type ImportedChannel = z.output<typeof importedChannel>;

/** A new password for a recorder whose login was refused. */
export const newPasswordSchema = z.strictObject({
  id: z.number().int().positive(),
  password: credential(hint('enter-password')),
});

const { password, username, ...editable } = entriesToStore;

/** Everything about a recorder that can be changed; all of it is replaced, but for the password. */
export const nvrEditSchema = z
  .strictObject({
    ...editable,
    id: z.number().int().positive(),
    /** Empty only for a camera that asks for no login. */
    username: z.union([z.literal(''), username]),
    /** Null: the stored one stays. */
    password: password.nullable(),
    fingerprint: acceptedFingerprint,
    isBasicAllowed: z.boolean(),
    layout: streamLayoutSchema,
  })
  .refine(({ username, layout }) => username !== '' || layout.kind === 'single', {
    path: ['username'],
    message: hint('enter-nvr-user'),
  })
  .refine(({ username, password }) => username !== '' || password === null, {
    path: ['username'],
    message: hint('enter-user-of-password'),
  });

/** A changed recorder, validated. */
export type NvrEdit = z.output<typeof nvrEditSchema>;
/** The same as a form holds it. */
export type NvrEditInput = z.input<typeof nvrEditSchema>;

/** A recorder to use or to leave alone. */
export const nvrEnabledSchema = z.strictObject({
  id: z.number().int().positive(),
  isEnabled: z.boolean(),
});

/** A recorder as every world but the keychain knows it. */
export interface Nvr {
  id: number;
  name: string;
  host: string;
  rtspPort: number;
  /** The HTTPS port where `isHttps`. */
  httpPort: number;
  isHttps: boolean;
  /** SHA-256 of the certificate that may see credentials; null: none was accepted. */
  fingerprint: string | null;
  username: string;
  /** Somebody allowed its RTSP server to get the password in the clear where it offers nothing but Basic. */
  isBasicAllowed: boolean;
  /** A disabled recorder is kept, but nothing is sent to it and its cameras are not on the wall. */
  isEnabled: boolean;
  layout: StreamLayout;
  /** How many channels were added with it. */
  maxChannels: number;
  /** As the recorder says; null where it was not asked or did not say. */
  model: string | null;
  serial: string | null;
  firmware: string | null;
}

/** How a recorder is at this moment: whether it may be asked for pictures. */
export interface RecorderState {
  id: number;
  login: NvrLogin;
  /** Unix time in ms since when its login has not been accepted or nobody has answered, also over restarts; null: no failure is known. */
  sinceMs: number | null;
  /** False: the login was accepted, but nobody answers at the address now. Streams that play all the same are right. */
  isAnswering: boolean;
}

/** A recorder as it is stored, and how it is. */
export type NvrWithLogin = Nvr & RecorderState;
