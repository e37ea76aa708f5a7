import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import type { PlaybackStatus, StreamFeed, StreamNewsEvent } from '../models/playback.ts';

/** Names a stream that plays now. */
const streamSchema = z.strictObject({ stream: z.string().max(64) });

/** Requests about playing streams. */
export const playbackRequests = {
  'playback:get-status': request({ access: 'anyone', output: typed<PlaybackStatus>() }),
  /** Whether the stream has sound. */
  'playback:has-sound': request({
    access: 'anyone',
    input: streamSchema,
    output: typed<boolean>(),
  }),
  /** What is sent for the stream; the answer takes more than a second. */
  'playback:get-feed': request({
    access: 'anyone',
    input: streamSchema,
    output: typed<StreamFeed>(),
  }),
  'playback:restart': request({ access: 'anyone', output: typed<null>() }),
};

/** What main tells about playing streams. */
export const playbackEvents = {
  'playback:changed': event<PlaybackStatus>(),
  /** What main learnt about a stream, such as why it cannot be had. */
  'playback:stream-news': event<StreamNewsEvent>(),
};
