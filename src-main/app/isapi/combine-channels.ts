import { MAX_CHANNELS } from '@contract/models/nvr.ts';
import type { ProbedChannel, ProbedStream } from '@contract/models/probe.ts';
import type { IpChannel, IpChannelStatus } from './parse-input-proxy.ts';
import type { StreamingChannel } from './parse-streaming-channels.ts';
import type { AnalogChannel } from './parse-video-inputs.ts';

/** A camera before its streams are known. */
export interface ListedChannel extends Pick<ProbedChannel, 'channel' | 'kind' | 'online'> {
  readonly name: string | null;
  /** Streams the recorder names for it elsewhere than in its stream list. */
  readonly streamIds: readonly number[];
}

/** What a recorder says about its cameras. */
export interface ChannelLists {
  readonly analog: readonly AnalogChannel[];
  readonly ip: readonly IpChannel[];
  readonly status: readonly IpChannelStatus[];
  /** Analog sockets as the capabilities count them. */
  readonly analogInputs: number;
}

const STREAMS_PER_CHANNEL = 100;
const MAIN_DIGIT = 1;
const SUB_DIGIT = 2;

/** Gives every camera the one number that its streams carry: analog inputs come first, IP cameras follow them. */
export function listChannels(lists: ChannelLists): ListedChannel[] {
  const analog = lists.analog.flatMap(({ id, name, hasPicture }): ListedChannel[] => {
    const channel = trailingNumber(id);
    if (channel === null) return [];
    return [{ channel, kind: 'analog', name, online: hasPicture, streamIds: [] }];
  });
  const firstIp = Math.max(lists.analogInputs, ...analog.map(({ channel }) => channel), 0) + 1;
  const states = new Map(lists.status.map((each) => [each.id, each]));
  const ip = lists.ip.flatMap(({ id, name }): ListedChannel[] => {
    const state = states.get(id);
    const streamIds = (state?.streamIds ?? []).filter((each) => each > STREAMS_PER_CHANNEL);
    const channel = ipNumber(id, streamIds, firstIp);
    if (channel === null) return [];
    return [{ channel, kind: 'ip', name, online: state?.online ?? null, streamIds }];
  });
  return inOrder([...ip, ...analog]);
}

/** The cameras of a device that lists none but streams some, as a camera by itself does. */
export function channelsOfStreams(streams: readonly StreamingChannel[]): ListedChannel[] {
  const mains = streams.filter(({ digit }) => digit === MAIN_DIGIT);
  return inOrder(
    mains.map(({ channel, name }) => ({ channel, kind: 'ip', name, online: null, streamIds: [] })),
  );
}

/** Adds to each camera the streams that exist: not every channel has a sub stream, so none is assumed. */
export function addStreams(
  channels: readonly ListedChannel[],
  streams: readonly StreamingChannel[],
): ProbedChannel[] {
  return channels.map(({ channel, kind, online, name, streamIds }) => {
    const own = streams.filter((stream) => stream.channel === channel);
    const label = name ?? own.find((stream) => stream.name !== null)?.name;
    const stream = (digit: number): ProbedStream | null =>
      own.length > 0 ? describe(own, digit) : named(streamIds, channel, digit);
    return {
      ...{ channel, kind, online },
      name: label ?? '',
      main: stream(MAIN_DIGIT),
      sub: stream(SUB_DIGIT),
    };
  });
}

/** Each number once (the last one counts), and no number that no recorder has. */
function inOrder(channels: readonly ListedChannel[]): ListedChannel[] {
  const real = channels.filter(({ channel }) => channel >= 1 && channel <= MAX_CHANNELS);
  const unique = new Map(real.map((each) => [each.channel, each]));
  return [...unique.values()].sort((a, b) => a.channel - b.channel);
}

function describe(own: readonly StreamingChannel[], digit: number): ProbedStream | null {
  const found = own.find((stream) => stream.digit === digit);
  // A sub stream that is switched off cannot be played; a main stream is kept, since a camera is nothing without.
  if (found === undefined || (digit !== MAIN_DIGIT && found.isEnabled === false)) return null;
  const { codec, widthPx, heightPx, fps } = found;
  return { codec, widthPx, heightPx, fps };
}

function named(ids: readonly number[], channel: number, digit: number): ProbedStream | null {
  const exists = ids.includes(channel * STREAMS_PER_CHANNEL + digit);
  return exists ? { codec: null, widthPx: null, heightPx: null, fps: null } : null;
}

/** The stream ids say it best; else an id beyond the analog inputs is the number itself, and "I-1" or 1 is the first after them. */
function ipNumber(id: string, streamIds: readonly number[], firstIp: number): number | null {
  const [streamId] = streamIds;
  if (streamId !== undefined) return Math.floor(streamId / STREAMS_PER_CHANNEL);
  const number = trailingNumber(id);
  if (number === null) return null;
  return number >= firstIp && /^\d+$/.test(id) ? number : firstIp - 1 + number;
}

function trailingNumber(id: string): number | null {
  const digits = /(\d{1,6})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
