import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import type { PlaybackStatus, StreamFeed, StreamNewsEvent } from '../models/playback.ts';
import {
  leftStreamsSchema,
  type PlaybackReport,
  playbackReportSchema,
} from '../models/stream-report.ts';
import type { Subject } from '../permission.ts';

/** Names a stream that plays now. */
const streamSchema = z.strictObject({ stream: z.string().max(64) });
const ofStream = ({ stream }: z.output<typeof streamSchema>): Subject => ({ streams: [stream] });
const ofStreams = ({ shown, left }: PlaybackReport): Subject => ({
  streams: [...shown.map(({ stream }) => stream), ...left],
});

/** Requests about playing streams. */
export const playbackRequests = {
  'playback:get-status': request({ permission: 'watch', output: typed<PlaybackStatus>() }),
  /** Whether the stream has sound. */
  'playback:has-sound': request({
    permission: 'watch',
    input: streamSchema,
    output: typed<boolean>(),
    concerns: ofStream,
  }),
  /** What is sent for the stream; the answer takes more than a second. */
  'playback:get-feed': request({
    permission: 'watch',
    input: streamSchema,
    output: typed<StreamFeed>(),
    concerns: ofStream,
  }),
  /** What the streams of this window have become; at most about once a second, and only what changed. */
  'playback:report': request({
    permission: 'watch',
    input: playbackReportSchema,
    output: typed<null>(),
    concerns: ofStreams,
  }),
  /** This window plays these no more, nor waits for them: dials that are under way need not go on. */
  'playback:leave': request({
    permission: 'watch',
    input: leftStreamsSchema,
    output: typed<null>(),
    concerns: ({ streams }) => ({ streams }),
  }),
  'playback:restart': request({ permission: 'watch', output: typed<null>() }),
};

/** What main tells about playing streams. */
export const playbackEvents = {
  'playback:changed': event<PlaybackStatus>(),
  /** What main learnt about a stream, such as why it cannot be had. */
  'playback:stream-news': event<StreamNewsEvent>(),
};
