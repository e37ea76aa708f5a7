import type { ChannelState, RecorderState } from '../recorder-state.ts';
import { type StreamId, streamNumber } from '../stream-id.ts';
import { ENCODINGS } from '../media/encodings.ts';
import { formatOf } from '../media/stream-formats.ts';
import { ISAPI_ROOT, toXml } from './xml.ts';

/** ISAPI counts frame rates in hundredths. */
const FRAME_RATE_SCALE = 100;

/** Body of `GET /ISAPI/System/Video/inputs/channels`: a socket is listed also when nothing is plugged in. */
export function videoInputs(state: RecorderState): string {
  const list = channelsOf(state, 'analog').map(({ number, name, isConnected }) => ({
    id: number,
    inputPort: number,
    videoInputEnabled: true,
    name,
    resDesc: isConnected ? '1080P25' : 'NO VIDEO',
  }));
  return toXml({ VideoInputChannelList: { ...ISAPI_ROOT, VideoInputChannel: list } });
}

/** Body of `GET /ISAPI/ContentMgmt/InputProxy/channels`. */
export function inputProxyChannels(state: RecorderState): string {
  const list = channelsOf(state, 'ip').map((channel) => ({
    id: channel.number,
    name: channel.name,
    sourceInputPortDescriptor: sourceOf(channel),
  }));
  return toXml({
    InputProxyChannelList: { ...ISAPI_ROOT, '@_size': list.length, InputProxyChannel: list },
  });
}

/** Body of `GET /ISAPI/ContentMgmt/InputProxy/channels/status`. */
export function inputProxyStatus(state: RecorderState): string {
  const list = channelsOf(state, 'ip').map((channel) => ({
    id: channel.number,
    sourceInputPortDescriptor: sourceOf(channel),
    online: channel.isConnected,
    streamingProxyChannelIdList: {
      streamingProxyChannelId: streamsOf(channel).map((id) => streamNumber(id)),
    },
  }));
  return toXml({
    InputProxyChannelStatusList: {
      ...ISAPI_ROOT,
      '@_size': list.length,
      InputProxyChannelStatus: list,
    },
  });
}

/** Body of `GET /ISAPI/Streaming/channels`; a channel without a sub stream simply lists none. */
export function streamingChannels(state: RecorderState): string {
  const list = state.channels.flatMap((channel) =>
    streamsOf(channel).map((id) => ({
      id: streamNumber(id),
      channelName: channel.name,
      enabled: true,
      Video: { enabled: true, videoInputChannelID: channel.number, ...videoOf(state, id) },
      Audio: { enabled: false, audioCompressionType: 'G.711ulaw' },
    })),
  );
  return toXml({ StreamingChannelList: { ...ISAPI_ROOT, StreamingChannel: list } });
}

function channelsOf(state: RecorderState, kind: ChannelState['kind']): ChannelState[] {
  return state.channels.filter((channel) => channel.kind === kind);
}

function encodingOf({ profile }: RecorderState, { channel, stream }: StreamId) {
  if (profile.formats === null) {
    return { ...ENCODINGS[stream], codec: stream === 'main' ? profile.mainCodec : 'H.264' };
  }
  const { codec, frameRate, parts } = formatOf(profile.formats, channel, stream);
  return { ...ENCODINGS[stream], ...parts[0], codec, frameRate };
}

function videoOf(state: RecorderState, id: StreamId) {
  const { widthPx, heightPx, frameRate, codec } = encodingOf(state, id);
  return {
    videoCodecType: codec,
    videoResolutionWidth: widthPx,
    videoResolutionHeight: heightPx,
    maxFrameRate: frameRate * FRAME_RATE_SCALE,
    SmartCodec: { enabled: false },
  };
}

function streamsOf({ number: channel, hasSub }: ChannelState): StreamId[] {
  const main: StreamId = { channel, stream: 'main' };
  return hasSub ? [main, { channel, stream: 'sub' }] : [main];
}

function sourceOf({ number }: ChannelState) {
  return {
    proxyProtocol: 'HIKVISION',
    addressingFormatType: 'ipaddress',
    // TEST-NET-1 (RFC 5737): an address that is nobody's.
    ipAddress: `192.0.2.${number}`,
    managePortNo: 8000,
    srcInputPort: 1,
    streamType: 'auto',
  };
}
