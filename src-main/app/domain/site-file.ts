import { hint } from '@contract/messages.ts';
import { z } from 'zod';
import { cameraEditSchema } from '@contract/models/camera-changes.ts';
import { deviceText, MAX_CHANNELS, nvrEditSchema } from '@contract/models/nvr.ts';
import { shownText } from '@contract/models/recorder-entries.ts';
import { viewSchema } from '@contract/models/view.ts';
import { addressKey } from './address-key.ts';

/** What a site file calls itself. */
export const SITE_FORMAT = 'opus-site';
/** Goes up when an older app could not read the file any more. */
export const SITE_VERSION = 1;
/** 128 MiB and about half a second for each guess at a passphrase; the file may be lost, and then there is no other lock. */
export const SITE_KDF = { name: 'scrypt', n: 131_072, r: 8, p: 1 } as const;

/** Most recorders of a file. */
export const MAX_NVRS = 1_024;
const MAX_POSITION = 1_000_000;
const APP_MAX_CHARS = 64;
/** Kept as it came, so longer than a name that somebody typed. */
const RECORDER_NAME_MAX_CHARS = 256;
/** Of 16 bytes. */
const BASE64_CHARS_16 = 24;
/** Of 12 bytes. */
const BASE64_CHARS_12 = 16;

const camera = cameraEditSchema.shape;
const nvr = nvrEditSchema.shape;

const siteCameraSchema = z.strictObject({
  channel: camera.channel,
  name: camera.name,
  /** Order on the wall over all recorders of the file; equal ones stand as in the file. */
  position: z.number().int().min(0).max(MAX_POSITION),
  hasSub: camera.hasSub,
  isEnabled: camera.isEnabled,
  quality: camera.quality,
  notes: camera.notes,
  /** The name the recorder gave it, which a later sync compares with. */
  recorderName: shownText(0, RECORDER_NAME_MAX_CHARS).nullable(),
  isGone: z.boolean(),
});

/** One recorder by itself, so that a broken file need not be read to its end. */
export const siteNvrSchema = z.strictObject({
  name: nvr.name,
  host: nvr.host,
  rtspPort: nvr.rtspPort,
  httpPort: nvr.httpPort,
  isHttps: z.boolean(),
  fingerprint: nvr.fingerprint,
  username: nvr.username,
  isEnabled: z.boolean(),
  layout: nvr.layout,
  maxChannels: z.number().int().min(1).max(MAX_CHANNELS),
  model: deviceText,
  serial: deviceText,
  firmware: deviceText,
  cameras: z
    .array(siteCameraSchema)
    .max(MAX_CHANNELS)
    .superRefine(sayTwins(({ channel }) => channel, 'channel')),
});

/** Passwords under a passphrase: AES-256-GCM with a key from scrypt; all bytes are Base64. */
const sealedSecretsSchema = z.strictObject({
  /** How many passwords there are. */
  passwords: z.number().int().min(0).max(MAX_NVRS),
  kdf: z.strictObject({
    name: z.literal(SITE_KDF.name),
    n: z.literal(SITE_KDF.n),
    r: z.literal(SITE_KDF.r),
    p: z.literal(SITE_KDF.p),
  }),
  salt: z.base64().length(BASE64_CHARS_16),
  iv: z.base64().length(BASE64_CHARS_12),
  cipher: z.base64().min(1),
  tag: z.base64().length(BASE64_CHARS_16),
});

/** A whole site as a file: what one station knows and another one needs. No ids and no keychain entries, which are each computer's own. */
export const siteFileContentSchema = z.strictObject({
  format: z.literal(SITE_FORMAT),
  version: z.literal(SITE_VERSION),
  createdAt: z.iso.datetime(),
  /** The version of the app that wrote it, for the eye. */
  app: shownText(0, APP_MAX_CHARS),
  view: viewSchema,
  nvrs: z.array(siteNvrSchema).max(MAX_NVRS).superRefine(sayTwins(addressKey, 'host')),
  secrets: sealedSecretsSchema.nullable(),
});

/** One camera of a site file. */
export type SiteCamera = z.output<typeof siteCameraSchema>;
/** One recorder of a site file, its cameras inside. */
export type SiteNvr = z.output<typeof siteNvrSchema>;
/** The sealed passwords of a site file. */
export type SealedSecrets = z.output<typeof sealedSecretsSchema>;
/** A whole site file. */
export type SiteFileContent = z.output<typeof siteFileContentSchema>;

/** Finds entries that stand for the same thing as an earlier one, and says it at the later one. */
function sayTwins<T>(keyOf: (entry: T) => unknown, field: string) {
  return (entries: T[], context: z.RefinementCtx<T[]>): void => {
    const seen = new Set<unknown>();
    entries.forEach((entry, index) => {
      const key = keyOf(entry);
      if (seen.has(key)) {
        context.addIssue({
          code: 'custom',
          path: [index, field],
          message: hint('occurs-twice'),
        });
      }
      seen.add(key);
    });
  };
}
