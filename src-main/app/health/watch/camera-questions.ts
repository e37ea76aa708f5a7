import {
  type IpChannelStatus,
  parseIpChannelStatus,
} from '../../isapi/endpoints/parse-input-proxy.ts';
import { parseVideoInputs } from '../../isapi/endpoints/parse-video-inputs.ts';
import { type ChannelLists, combineChannels } from '../../isapi/probe/combine-channels.ts';
import type { Question } from './question.ts';
import type { ToldHealth } from './told-health.ts';

const NO_LISTS: ChannelLists = {
  ...{ analog: 'absent', ip: 'absent', status: 'absent', streams: 'absent' },
  analogInputs: null,
};
const STREAMS_PER_CHANNEL = 100;

/** Which of its IP cameras are connected. */
export const CAMERAS: Question = {
  name: 'cameras',
  everyMs: ({ camerasMs }) => camerasMs,
  call: () => ({ path: '/ISAPI/ContentMgmt/InputProxy/channels/status' }),
  takeIn: ({ text }, told, { analogInputs }) => {
    const read = parseIpChannelStatus(text);
    if (!read.ok) return read.error;
    // Without the count of its analog inputs only a camera's streams tell its number for sure: no camera is called lost for another.
    const sure = read.value.filter((each) => analogInputs !== null || namesStreams(each));
    const ip = sure.map(({ id }) => ({ id, name: null }));
    note(told, { ...NO_LISTS, ip, status: sure, analogInputs });
    return null;
  },
};

/** Which of its analog inputs have a picture. */
export const INPUTS: Question = {
  name: 'inputs',
  everyMs: ({ camerasMs }) => camerasMs,
  call: (_told, { analogInputs }) =>
    (analogInputs ?? 0) > 0 ? { path: '/ISAPI/System/Video/inputs/channels' } : null,
  takeIn: ({ text }, told, { analogInputs }) => {
    const read = parseVideoInputs(text);
    if (!read.ok) return read.error;
    note(told, { ...NO_LISTS, analog: read.value, analogInputs });
    return null;
  },
};

function namesStreams({ streamIds }: IpChannelStatus): boolean {
  return streamIds.some((each) => each > STREAMS_PER_CHANNEL);
}

/** What a recorder leaves out is neither connected nor lost. */
function note(told: ToldHealth, lists: ChannelLists): void {
  for (const { channel, online } of combineChannels(lists).channels) {
    if (online === null) told.online.delete(channel);
    else told.online.set(channel, online);
  }
}
