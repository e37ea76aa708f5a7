import { z } from 'zod';

/** How a stream looks in a tile, the best first: a camera that one window shows live is live. */
export const SHOWN_STATES = [
  'live',
  'late',
  'damaged',
  'connecting',
  'still',
  'stale',
  'offline',
  'unsupported',
  'refused',
] as const;

/** One of them; what each means is said where the player makes them. */
export type ShownState = (typeof SHOWN_STATES)[number];

/** Why it does not look better, where that is known. */
export const SHOWN_FAULTS = [
  'server-gone',
  'stream-unknown',
  'timeout',
  'slow',
  'login-missing',
  'basic-only',
  'not-allowed',
  'channel-missing',
  'camera-offline',
  'channel-gone',
  'session-limit',
  'sessions-used',
  'session-ended',
  'udp-only',
  'elsewhere',
  'no-video',
  'rejected',
  'bad-answer',
  'unreachable',
  'port-closed',
  'connection-lost',
  'refused-here',
  'encrypted',
  'no-format',
  'no-picture',
  'first-picture',
  'no-media',
  'decode-error',
  'too-many-players',
  'unknown',
] as const;

/** One of them. */
export type ShownFault = (typeof SHOWN_FAULTS)[number];

/** More than the tiles of the largest wall, those of the page before and the main streams on their way. */
const MOST_STREAMS = 256;
const streamName = z.string().max(64);
/** Page and main have no clock in common, so instants cross as ages. Milliseconds. */
const age = z.number().nonnegative();

const streamReportSchema = z.strictObject({
  stream: streamName,
  state: z.enum(SHOWN_STATES),
  fault: z.enum(SHOWN_FAULTS).nullable(),
  /** For how long it has been like that. */
  forMs: age,
  /** How long ago a new picture was shown; null: none has been. */
  pictureAgoMs: age.nullable(),
  /** How often its connection was made anew since the last report of this stream. */
  reconnects: z.number().int().nonnegative(),
});

/** What a window's streams have become since it last said so. */
export const playbackReportSchema = z.strictObject({
  shown: z.array(streamReportSchema).max(MOST_STREAMS),
  /** Those that it shows no more. */
  left: z.array(streamName).max(MOST_STREAMS),
});

/** Streams that a window wants no more. */
export const leftStreamsSchema = z.strictObject({
  streams: z.array(streamName).max(MOST_STREAMS),
});

/** How one window shows one stream. */
export type StreamReport = z.output<typeof streamReportSchema>;
/** What has changed in a window. */
export type PlaybackReport = z.output<typeof playbackReportSchema>;
