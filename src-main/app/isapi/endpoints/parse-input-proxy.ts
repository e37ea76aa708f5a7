import { z } from 'zod';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, flag, listOf, text, wholeNumber } from '../xml/xml-values.ts';

/** An IP camera in the recorder's list; empty slots are absent. */
export interface IpChannel {
  /** Not always a number: old hybrids write "I-1". */
  readonly id: string;
  readonly name: string | null;
}

/** How an IP camera is doing. */
export interface IpChannelStatus {
  readonly id: string;
  /** Null where the device leaves it out, which does not mean offline. */
  readonly online: boolean | null;
  /** Channel x 100 + stream; a few devices count 1, 2 instead. */
  readonly streamIds: readonly number[];
}

/** One list may write 1 where the other one writes 01. */
const id = text.pipe(z.string()).transform((told) => told.replace(/^0+(?=\d)/, ''));
const channels = element({
  InputProxyChannel: listOf(element({ id, name: text })),
}).transform((list) => list.InputProxyChannel);

const status = element({
  id,
  online: flag,
  streamingProxyChannelIdList: element({ streamingProxyChannelId: listOf(wholeNumber) }),
}).transform(({ id, online, streamingProxyChannelIdList: { streamingProxyChannelId } }) => ({
  ...{ id, online },
  streamIds: streamingProxyChannelId.filter((each) => each !== null),
}));
const statuses = element({ InputProxyChannelStatus: listOf(status) }).transform(
  (list) => list.InputProxyChannelStatus,
);

/** Body of Hikvision ISAPI `GET /ISAPI/ContentMgmt/InputProxy/channels`. A DVR's list may be empty whatever its `size` says. */
export function parseIpChannels(body: string): Result<IpChannel[], IsapiError> {
  return parseBody(body, 'InputProxyChannelList', channels);
}

/** Body of Hikvision ISAPI `GET /ISAPI/ContentMgmt/InputProxy/channels/status`. */
export function parseIpChannelStatus(body: string): Result<IpChannelStatus[], IsapiError> {
  return parseBody(body, 'InputProxyChannelStatusList', statuses);
}
