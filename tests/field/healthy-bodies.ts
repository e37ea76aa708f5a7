import type { FieldCamera, FieldRecorder } from './field-case.ts';

/** What a healthy recorder says at an address; null where it does not know the address. */
export function healthyBody(path: string, recorder: FieldRecorder): string | null {
  return BODIES[path]?.(recorder) ?? null;
}

const PROXY = '/ISAPI/ContentMgmt/InputProxy/channels';

const BODIES: Readonly<Record<string, (recorder: FieldRecorder) => string | null>> = {
  '/ISAPI/Security/userCheck': () => '<userCheck><statusValue>200</statusValue></userCheck>',
  '/ISAPI/System/deviceInfo': ({ serial = 'DS-0000FIELD0001' }) =>
    `<DeviceInfo><deviceName>Field</deviceName><model>DS-0000</model><serialNumber>${serial}</serialNumber><firmwareVersion>V4</firmwareVersion><deviceType>NVR</deviceType></DeviceInfo>`,
  '/ISAPI/Security/adminAccesses': ({ rtspPort = 554 }) =>
    `<AdminAccessProtocolList><AdminAccessProtocol><id>4</id><enabled>true</enabled><protocol>RTSP</protocol><portNo>${rtspPort}</portNo></AdminAccessProtocol></AdminAccessProtocolList>`,
  '/ISAPI/System/capabilities': ({ coax = 0 }) =>
    `<DeviceCap><SysCap><VideoCap><videoInputPortNums>${coax}</videoInputPortNums></VideoCap></SysCap></DeviceCap>`,
  [PROXY]: ({ cameras }) =>
    `<InputProxyChannelList>${cameras.map(proxyChannel).join('')}</InputProxyChannelList>`,
  [`${PROXY}/status`]: ({ cameras }) =>
    `<InputProxyChannelStatusList>${cameras.map(proxyStatus).join('')}</InputProxyChannelStatusList>`,
  '/ISAPI/System/Video/inputs/channels': ({ coax = 0 }) =>
    coax === 0 ? null : `<VideoInputChannelList>${coaxInputs(coax)}</VideoInputChannelList>`,
  '/ISAPI/Streaming/channels': ({ cameras, coax = 0 }) => {
    const analog = Array.from({ length: coax }, (_, index) =>
      streams(index + 1, `Coax ${index + 1}`),
    );
    const ip = cameras.flatMap(({ streams: ids = [], id, name }) => {
      const channel = ids[0] === undefined ? coax + Number(id) : Math.floor(ids[0] / 100);
      return [streams(channel, name)];
    });
    return `<StreamingChannelList>${[...analog, ...ip].join('')}</StreamingChannelList>`;
  },
};

function proxyChannel({ id, name }: FieldCamera): string {
  return `<InputProxyChannel><id>${id}</id><name>${name}</name></InputProxyChannel>`;
}

function proxyStatus({ id, online = true, streams: ids = [] }: FieldCamera): string {
  const list = ids.map((each) => `<streamingProxyChannelId>${each}</streamingProxyChannelId>`);
  return `<InputProxyChannelStatus><id>${id}</id><online>${online}</online><streamingProxyChannelIdList>${list.join('')}</streamingProxyChannelIdList></InputProxyChannelStatus>`;
}

function coaxInputs(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<VideoInputChannel><id>${index + 1}</id><name>Coax ${index + 1}</name></VideoInputChannel>`,
  ).join('');
}

function streams(channel: number, name: string): string {
  return [1, 2]
    .map(
      (digit) =>
        `<StreamingChannel><id>${channel * 100 + digit}</id><channelName>${name}</channelName><enabled>true</enabled><Video><videoCodecType>H.264</videoCodecType></Video></StreamingChannel>`,
    )
    .join('');
}
