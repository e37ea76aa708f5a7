import { z } from 'zod';
import { hint } from '../messages.ts';

/** Stands for the channel's number in a template. */
export const CHANNEL_PLACEHOLDER = '{channel}';
/** Stands for the password in a path, for devices that take it there: it is filled in when they are asked. */
export const PASSWORD_PLACEHOLDER = '{password}';
const PATH_MAX_CHARS = 512;

/** No spaces, quotes or control characters: what a URL would have to escape, a template must hold escaped. No fragment: go2rtc reads its options there. */
const RTSP_PATH = /^\/[^\s\p{Cc}"'<>\\^`{|}#]*$/u;
const withoutPlaceholders = (text: string): string =>
  text.replaceAll(CHANNEL_PLACEHOLDER, '').replaceAll(PASSWORD_PLACEHOLDER, '');

/** An RTSP URL's path with its query, as one camera has it. */
export const rtspPathSchema = z
  .string()
  .trim()
  .max(PATH_MAX_CHARS, hint('too-long', { most: PATH_MAX_CHARS }))
  .refine(
    (text) => RTSP_PATH.test(text.replaceAll(PASSWORD_PLACEHOLDER, '')),
    hint('enter-path', { example: '/live/main' }),
  );

const template = z
  .string()
  .trim()
  .max(PATH_MAX_CHARS, hint('too-long', { most: PATH_MAX_CHARS }))
  .refine(
    (text) => RTSP_PATH.test(withoutPlaceholders(text)),
    hint('enter-path', { example: `/live/${CHANNEL_PLACEHOLDER}/main` }),
  )
  .refine(
    (text) => text.includes(CHANNEL_PLACEHOLDER),
    hint('enter-channel-place', { placeholder: CHANNEL_PLACEHOLDER }),
  );

/**
 * How a device's stream addresses are made from a channel's number. `single` is one camera without a recorder: its templates
 * are plain paths.
 */
export const streamLayoutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hikvision') }),
  z.strictObject({ kind: z.literal('dahua') }),
  z.strictObject({ kind: z.literal('custom'), main: template, sub: template.nullable() }),
  z.strictObject({
    kind: z.literal('single'),
    main: rtspPathSchema,
    sub: rtspPathSchema.nullable(),
  }),
]);

/** A device's way of naming streams. */
export type StreamLayout = z.output<typeof streamLayoutSchema>;
