import { z } from 'zod';
import { hint } from '../messages.ts';
import { QUALITY_CHOICES } from './camera.ts';
import { MAX_CHANNELS } from './nvr.ts';
import { parseRtspUrl } from './rtsp-url.ts';
import { rtspPathSchema } from './stream-layout.ts';
import { plainLines } from './unseen-signs.ts';
import {
  credential,
  NAME_MAX_CHARS,
  shownText,
  userName,
  wholeNumber,
} from './recorder-entries.ts';

/** More than any station has: 64 recorders with 64 channels are 4,096. */
const MAX_CAMERAS = 16_384;
const NOTES_MAX_CHARS = 2_000;
const URL_MAX_CHARS = 1_024;

const id = z.number().int().positive();
const ids = z.array(id).min(1, hint('choose-camera')).max(MAX_CAMERAS);
const name = shownText(1, NAME_MAX_CHARS, hint('enter-camera-name'));
const channel = wholeNumber(hint('enter-number', { from: 1, to: MAX_CHANNELS })).pipe(
  z
    .number()
    .min(1, hint('channel-from-1'))
    .max(MAX_CHANNELS, hint('channel-to', { most: MAX_CHANNELS })),
);

/** One more channel of a recorder that is there already. */
export const newCameraSchema = z.strictObject({ nvrId: id, channel, name, hasSub: z.boolean() });

/** Everything about one camera that can be changed; all of it is replaced. */
export const cameraEditSchema = z.strictObject({
  id,
  name,
  channel,
  hasSub: z.boolean(),
  quality: z.enum(QUALITY_CHOICES),
  notes: z
    .string()
    .transform(plainLines)
    .pipe(z.string().max(NOTES_MAX_CHARS, hint('too-long', { most: NOTES_MAX_CHARS }))),
  isEnabled: z.boolean(),
});

/** Cameras to show or to hide, all at once. */
export const camerasEnabledSchema = z.strictObject({ ids, isEnabled: z.boolean() });

/** New names, all or none. */
export const cameraNamesSchema = z.strictObject({
  names: z.array(z.strictObject({ id, name })).min(1, hint('choose-camera')).max(MAX_CAMERAS),
});

/** Cameras that go, in their present order, before another one; null: to the end of the wall. */
export const cameraMoveSchema = z.strictObject({ ids, beforeId: id.nullable() });

/** Cameras to remove. */
export const cameraRemovalSchema = z.strictObject({ ids });

const rtspUrl = z
  .string()
  .trim()
  .min(1, hint('enter-rtsp-address'))
  .max(URL_MAX_CHARS, hint('too-long', { most: URL_MAX_CHARS }))
  .refine((text) => parseRtspUrl(text) !== null, hint('rtsp-address-form'))
  .refine((text) => {
    const parts = parseRtspUrl(text);
    return parts === null || rtspPathSchema.safeParse(parts.path).success;
  }, hint('rtsp-address-escapes'));

/** One camera without a recorder. User and password are both empty where it asks for none. */
export const singleCameraSchema = z
  .strictObject({
    name,
    mainUrl: rtspUrl,
    /** Empty: it has no sub stream. */
    subUrl: z.union([z.literal(''), rtspUrl]),
    username: z.union([z.literal(''), userName(hint('enter-user'))]),
    password: z.union([z.literal(''), credential(hint('enter-password'))]),
  })
  .refine(({ username, password }) => username === '' || password !== '', {
    path: ['password'],
    message: hint('enter-password-of-user'),
  })
  .refine(({ username, password }) => username !== '' || password === '', {
    path: ['username'],
    message: hint('enter-user-of-password'),
  })
  .refine(({ mainUrl, subUrl }) => subUrl === '' || isSameServer(mainUrl, subUrl), {
    path: ['subUrl'],
    message: hint('streams-of-one-server'),
  });

/** One more channel, validated. */
export type NewCamera = z.output<typeof newCameraSchema>;
/** A changed camera, validated. */
export type CameraEdit = z.output<typeof cameraEditSchema>;
/** The same as a form holds it. */
export type CameraEditInput = z.input<typeof cameraEditSchema>;
/** Cameras to show or hide. */
export type CamerasEnabled = z.output<typeof camerasEnabledSchema>;
/** Cameras and their new names. */
export type CameraNames = z.output<typeof cameraNamesSchema>;
/** Cameras and their new place. */
export type CameraMove = z.output<typeof cameraMoveSchema>;
/** A camera without a recorder, password included: it travels to main once and never back. */
export type SingleCamera = z.output<typeof singleCameraSchema>;

/** What is no address is said at its own field. */
function isSameServer(one: string, other: string): boolean {
  const [a, b] = [parseRtspUrl(one), parseRtspUrl(other)];
  return a === null || b === null || (a.host === b.host && a.port === b.port);
}
