import { z } from 'zod';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, flag, listOf, text, wholeNumber } from '../xml/xml-values.ts';

/** One stream that the recorder offers. */
export interface StreamingChannel {
  /** 1-based. */
  readonly channel: number;
  /** 1 main, 2 sub, 3 third, 4 transcoded. */
  readonly digit: number;
  readonly name: string | null;
  readonly isEnabled: boolean | null;
  readonly codec: string | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  /** Null also for "full rate", which is written as 0. */
  readonly fps: number | null;
}

/** An id is channel x 100 + stream; below it lies the zero channel, a picture of all cameras. */
const STREAMS_PER_CHANNEL = 100;
const FRAME_RATE_SCALE = 100;

const stream = element({
  id: wholeNumber.pipe(z.number().min(STREAMS_PER_CHANNEL)),
  channelName: text,
  enabled: flag,
  Video: element({
    videoCodecType: text,
    videoResolutionWidth: wholeNumber,
    videoResolutionHeight: wholeNumber,
    maxFrameRate: wholeNumber,
  }),
}).transform(({ id, channelName, enabled, Video }) => ({
  channel: Math.floor(id / STREAMS_PER_CHANNEL),
  digit: id % STREAMS_PER_CHANNEL,
  name: channelName,
  isEnabled: enabled,
  codec: Video.videoCodecType,
  widthPx: Video.videoResolutionWidth,
  heightPx: Video.videoResolutionHeight,
  fps: Video.maxFrameRate ? Video.maxFrameRate / FRAME_RATE_SCALE : null,
}));
const schema = element({ StreamingChannel: listOf(stream) }).transform(
  (list) => list.StreamingChannel,
);

/** Body of Hikvision ISAPI `GET /ISAPI/Streaming/channels`: which streams exist, in one call. Frame rates come in hundredths. */
export function parseStreamingChannels(body: string): Result<StreamingChannel[], IsapiError> {
  return parseBody(body, 'StreamingChannelList', schema);
}
