import { MAX_CHANNELS } from '@contract/models/nvr.ts';
import type { ChannelRange, ProbedChannel, ProbedStream } from '@contract/models/probe.ts';
import { ipChannelNumbers } from './ip-channel-numbers.ts';
import type { IpChannel, IpChannelStatus } from '../endpoints/parse-input-proxy.ts';
import type { StreamingChannel } from '../endpoints/parse-streaming-channels.ts';
import type { AnalogChannel } from '../endpoints/parse-video-inputs.ts';

/** A list of a recorder. `absent`: such devices have none. `unread`: this one may have it, and it could not be read. */
export type Listed<T> = readonly T[] | 'absent' | 'unread';

/** What a recorder says about its cameras. */
export interface ChannelLists {
  readonly analog: Listed<AnalogChannel>;
  readonly ip: Listed<IpChannel>;
  readonly status: Listed<IpChannelStatus>;
  readonly streams: Listed<StreamingChannel>;
  /** Analog sockets as the capabilities count them; null: not told. */
  readonly analogInputs: number | null;
}

/** The cameras of a recorder, by what could be read. */
export interface CombinedChannels {
  /** Ascending by channel. */
  readonly channels: ProbedChannel[];
  /** Where a number that is not among them is no camera. */
  readonly complete: ChannelRange[];
  /** Cameras above the last number that can be stored; they are not among the channels. */
  readonly leftOut: number;
}

/** A camera before its streams are known. */
interface ListedChannel extends Pick<ProbedChannel, 'channel' | 'kind' | 'online'> {
  readonly name: string | null;
  /** Streams the recorder names for it elsewhere than in its stream list. */
  readonly streamIds: readonly number[];
}

const STREAMS_PER_CHANNEL = 100;
const MAIN_DIGIT = 1;
const SUB_DIGIT = 2;

/**
 * Gives every camera the one number that its streams carry: analog inputs come first, IP cameras follow them. A list that could not be
 * read is replaced by what the others say of its cameras: the states name IP cameras, the streams name all.
 */
export function combineChannels(told: ChannelLists): CombinedChannels {
  const lists = withoutContradiction(told);
  const analog = analogChannels(read(lists.analog));
  const inputs = Math.max(lists.analogInputs ?? 0, ...analog.map(({ channel }) => channel), 0);
  const { ip, offset } = ipChannels(lists, inputs);
  const lastAnalog = Math.max(inputs, offset ?? 0);
  const listed = [...ip, ...analog];
  const others = unlisted(lists, listed, lastAnalog);
  const all = inOrder([...others, ...listed]);
  const storable = all.filter(({ channel }) => channel <= MAX_CHANNELS);
  const channels = storable.map((each) => withStreams(each, lists.streams));
  const leftOut = all.length - storable.length;
  return { channels, complete: completeRanges(lists, lastAnalog), leftOut };
}

/** A device that counts coax inputs, or tells the state of IP cameras, has the list of them, whatever it answered this time. */
function withoutContradiction(lists: ChannelLists): ChannelLists {
  const { analog, ip, status, streams, analogInputs } = lists;
  const hasAnalog = analog === 'absent' && (analogInputs ?? 0) > 0;
  const isIpEmpty = ip === 'absent' || (isRead(ip) && ip.length === 0);
  // Streams of cameras that no list names: an IP list without any is not one that was told in full.
  const isNobodys = isRead(ip) && read(analog).length === 0 && read(streams).length > 0;
  const hasIp = isIpEmpty && (read(status).length > 0 || isNobodys);
  return { ...lists, analog: hasAnalog ? 'unread' : analog, ip: hasIp ? 'unread' : ip };
}

function analogChannels(list: readonly AnalogChannel[]): ListedChannel[] {
  return list.flatMap(({ id, name, hasPicture }): ListedChannel[] => {
    const digits = /(\d{1,6})$/.exec(id)?.[1];
    if (digits === undefined) return [];
    const channel = Number(digits);
    const label = isNumberOnly(name, [channel]) ? null : name;
    return [{ channel, kind: 'analog', name: label, online: hasPicture, streamIds: [] }];
  });
}

function ipChannels(
  { ip, status, streams }: ChannelLists,
  inputs: number,
): { ip: ListedChannel[]; offset: number | null } {
  const states = new Map(read(status).map((each) => [each.id, each]));
  const list = isRead(ip) ? ip : [...states.values()].map(({ id }) => ({ id, name: null }));
  const streamed = new Set(read(streams).map(({ channel }) => channel));
  const entries = list.map(({ id, name }) => {
    const state = states.get(id);
    const streamIds = (state?.streamIds ?? []).filter((each) => each > STREAMS_PER_CHANNEL);
    return { id, name, online: state?.online ?? null, streamIds };
  });
  const { numbers, offset } = ipChannelNumbers(entries, inputs, streamed);
  const channels = entries.flatMap(({ id, name, online, streamIds }, index): ListedChannel[] => {
    const channel = numbers[index] ?? null;
    if (channel === null) return [];
    const label = isNumberOnly(name, [channel, Number(id)]) ? null : name;
    return [{ channel, kind: 'ip', name: label, online, streamIds }];
  });
  return { ip: channels, offset };
}

/** Cameras that only their streams tell of, because the list they belong to is missing. */
function unlisted(
  { ip, analog, status, streams }: ChannelLists,
  listed: readonly ListedChannel[],
  lastAnalog: number,
): ListedChannel[] {
  const isIpMissing = !isRead(ip) && read(status).length === 0;
  const isEveryListMissing = isIpMissing && !isRead(analog);
  const known = new Set(listed.map(({ channel }) => channel));
  const firstKnown = Math.min(...known);
  const belongs = (channel: number): boolean => {
    if (isEveryListMissing) return true;
    if (isIpMissing && ip === 'unread') return channel > lastAnalog || analog === 'unread';
    if (analog !== 'unread') return false;
    return lastAnalog > 0 ? channel <= lastAnalog : channel < firstKnown;
  };
  return read(streams)
    .filter(({ channel, digit }) => digit === MAIN_DIGIT && !known.has(channel) && belongs(channel))
    .map(({ channel }) => {
      const kind = channel <= lastAnalog ? 'analog' : 'ip';
      return { channel, kind, name: null, online: null, streamIds: [] };
    });
}

/** Only a list that was read can tell that a camera is none any more. */
function completeRanges(
  { ip, analog, streams, analogInputs }: ChannelLists,
  lastAnalog: number,
): ChannelRange[] {
  const all = { from: 1, to: MAX_CHANNELS };
  if (ip === 'absent' && analog === 'absent') return isRead(streams) ? [all] : [];
  // Where the sockets end is then unknown.
  if (analog === 'unread' && analogInputs === null) return [];
  return [
    ...(isRead(analog) && lastAnalog > 0 ? [{ from: 1, to: lastAnalog }] : []),
    ...(isRead(ip) ? [{ from: lastAnalog + 1, to: MAX_CHANNELS }] : []),
  ];
}

/** Each number once (the last one counts), and no number below the first. */
function inOrder(channels: readonly ListedChannel[]): ListedChannel[] {
  const real = channels.filter(({ channel }) => channel >= 1);
  const unique = new Map(real.map((each) => [each.channel, each]));
  return [...unique.values()].sort((a, b) => a.channel - b.channel);
}

/** Adds the streams that exist: not every channel has a sub stream, so none is assumed. */
function withStreams(camera: ListedChannel, streams: Listed<StreamingChannel>): ProbedChannel {
  const { channel, kind, online, name, streamIds } = camera;
  const own = read(streams).filter((stream) => stream.channel === channel);
  const ids = own.map(({ digit }) => channel * STREAMS_PER_CHANNEL + digit);
  const labels = own
    .map((each) => each.name)
    .filter((each) => !isNumberOnly(each, [...ids, channel]));
  const label = name ?? labels.find((each) => each !== null);
  const sub = own.length > 0 ? describe(own, SUB_DIGIT) : named(streamIds, channel, SUB_DIGIT);
  const main = own.length > 0 ? describe(own, MAIN_DIGIT) : named(streamIds, channel, MAIN_DIGIT);
  // Some states name main streams only, which is no word about the sub stream while the list that would tell is missing.
  const isUntold = streams === 'unread' && sub === null;
  return { channel, kind, online, name: label ?? '', main: isUntold ? null : main, sub };
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

/** Recorders call streams and slots that nobody has named like their ids: that is no name. */
function isNumberOnly(name: string | null, ids: readonly number[]): boolean {
  return name !== null && /^\d{1,6}$/.test(name) && ids.includes(Number(name));
}

function isRead<T>(list: Listed<T>): list is readonly T[] {
  return typeof list !== 'string';
}

function read<T>(list: Listed<T>): readonly T[] {
  return isRead(list) ? list : [];
}
