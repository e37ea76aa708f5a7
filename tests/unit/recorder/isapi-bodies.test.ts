import { XMLParser } from 'fast-xml-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import * as channels from '../../simulated-recorder/isapi/channel-bodies.ts';
import * as device from '../../simulated-recorder/isapi/device-bodies.ts';
import { notSupported } from '../../simulated-recorder/isapi/status-bodies.ts';
import { RecorderState } from '../../simulated-recorder/recorder-state.ts';

const AWKWARD = 'Gate & <Yard> "2" \'ü\'';
let state: RecorderState;

beforeEach(() => {
  state = new RecorderState({
    ...{ user: 'demo', password: 'x', deviceName: AWKWARD, channels: 3 },
    sessionLimit: 1,
  });
});

/** Reads a body as loosely as a client does; the shapes are asserted, not typed. */
function parse(xml: string): unknown {
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  return new XMLParser({ ignoreAttributes: false, isArray: (name) => LISTED.has(name) }).parse(xml);
}

const LISTED = new Set(['InputProxyChannel', 'InputProxyChannelStatus', 'StreamingChannel']);

describe('ISAPI bodies', () => {
  it('escape names', () => {
    state.channel(2).name = AWKWARD;
    expect(parse(device.deviceInfo(state))).toMatchObject({ DeviceInfo: { deviceName: AWKWARD } });
    expect(parse(channels.inputProxyChannels(state))).toMatchObject({
      InputProxyChannelList: {
        '@_size': '3',
        InputProxyChannel: [{ id: 1, name: 'Camera 01' }, { name: AWKWARD }, { id: 3 }],
      },
    });
  });

  it('tell who answers, also when that is another device', () => {
    const serials = () => /<serialNumber>(.*)</.exec(device.deviceInfo(state))?.[1];
    expect(serials()).toBe('SIM-7616NI/16P0000000001');
    state.serial = 'SIM/2';
    expect(serials()).toBe('SIM/2');
  });

  it('leave out an empty slot but still count it', () => {
    state.channel(2).isRemoved = true;
    expect(parse(channels.inputProxyStatus(state))).toMatchObject({
      InputProxyChannelStatusList: { InputProxyChannelStatus: [{ id: 1 }, { id: 3 }] },
    });
    expect(parse(device.capabilities(state))).toMatchObject({
      DeviceCap: { RacmCap: { inputProxyNums: 3 } },
    });
  });

  it('say that a camera is offline', () => {
    state.channel(1).isConnected = false;
    expect(parse(channels.inputProxyStatus(state))).toMatchObject({
      InputProxyChannelStatusList: {
        InputProxyChannelStatus: [{ id: 1, online: false }, { online: true }, { online: true }],
      },
    });
  });

  it('list only the streams that exist', () => {
    state.channel(3).hasSub = false;
    const list = [101, 102, 201, 202, 301].map((id) => ({ id }));
    expect(parse(channels.streamingChannels(state))).toMatchObject({
      StreamingChannelList: { StreamingChannel: list },
    });
    expect(parse(channels.streamingChannels(state))).toMatchObject({
      StreamingChannelList: {
        StreamingChannel: [
          { Video: { maxFrameRate: 1500, videoResolutionWidth: 1280 } },
          {},
          {},
          {},
          {},
        ],
      },
    });
  });

  it('name the ports and refuse what is not supported', () => {
    expect(device.adminAccesses({ rtspPort: 8554, httpPort: 8080 })).toContain('<portNo>8554<');
    expect(parse(notSupported('/ISAPI/x'))).toMatchObject({
      ResponseStatus: { requestURL: '/ISAPI/x', statusCode: 4, subStatusCode: 'notSupport' },
    });
  });
});
