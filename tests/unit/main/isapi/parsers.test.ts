import { describe, expect, it } from 'vitest';
import { parseRtspPort } from '../../../../src-main/app/isapi/endpoints/parse-admin-accesses.ts';
import { parseCapabilities } from '../../../../src-main/app/isapi/endpoints/parse-capabilities.ts';
import { parseDeviceInfo } from '../../../../src-main/app/isapi/endpoints/parse-device-info.ts';
import {
  parseIpChannels,
  parseIpChannelStatus,
} from '../../../../src-main/app/isapi/endpoints/parse-input-proxy.ts';
import { parseStorage } from '../../../../src-main/app/isapi/endpoints/parse-storage.ts';
import { parseSystemStatus } from '../../../../src-main/app/isapi/endpoints/parse-system-status.ts';
import { parseSystemTime } from '../../../../src-main/app/isapi/endpoints/parse-system-time.ts';
import {
  parseFoundPage,
  recordingSearch,
} from '../../../../src-main/app/isapi/endpoints/recording-search.ts';
import { parseStreamingChannels } from '../../../../src-main/app/isapi/endpoints/parse-streaming-channels.ts';
import { parseVideoInputs } from '../../../../src-main/app/isapi/endpoints/parse-video-inputs.ts';
import * as bodies from '../../../fixtures/isapi-bodies.ts';

describe('parsers', () => {
  it('read who the device is', () => {
    expect(parseDeviceInfo(bodies.DEVICE_INFO)).toEqual({
      ok: true,
      value: {
        name: 'Gate & Yard',
        model: 'DS-7616NI-Q2/16P',
        serial: 'DS-7616NI-Q2/16P1620190101CCRR000000000WCVU',
        firmware: 'V4.30.097',
        type: 'NVR',
      },
    });
    expect(parseDeviceInfo('<DeviceInfo/>')).toMatchObject({ ok: true, value: { model: null } });
  });

  it('count inputs', () => {
    const value = { analogInputs: 8, ipInputs: 10 };
    expect(parseCapabilities(bodies.CAPABILITIES)).toEqual({ ok: true, value });
    expect(parseCapabilities('<DeviceCap><SysCap/></DeviceCap>')).toEqual({
      ...{ ok: true, value: { analogInputs: null, ipInputs: null } },
    });
  });

  it('list IP cameras whatever the size says, with ids as text', () => {
    expect(parseIpChannels(bodies.IP_CHANNELS)).toEqual({
      ok: true,
      value: [
        { id: '1', name: 'Garage' },
        { id: 'I-2', name: 'Back door' },
      ],
    });
  });

  it.each([
    ['an empty list', '<InputProxyChannelList size="2"></InputProxyChannelList>', []],
    ['a closed list', '<InputProxyChannelList size="2"/>', []],
    [
      'a single camera',
      '<InputProxyChannelList><InputProxyChannel><id>7</id></InputProxyChannel></InputProxyChannelList>',
      [{ id: '7', name: null }],
    ],
    [
      'a bare ampersand and an unknown entity',
      '<InputProxyChannelList><InputProxyChannel><id>7</id><name>A & B &uuml; &#65;</name></InputProxyChannel></InputProxyChannelList>',
      [{ id: '7', name: 'A & B &uuml; A' }],
    ],
    [
      'numbers that are names',
      '<InputProxyChannelList><InputProxyChannel><id>007</id><name>1e5</name></InputProxyChannel></InputProxyChannelList>',
      [{ id: '7', name: '1e5' }],
    ],
  ])('take %s', (_name, body, value) => {
    expect(parseIpChannels(body)).toEqual({ ok: true, value });
  });

  it('call a camera that does not say so neither online nor offline', () => {
    expect(parseIpChannelStatus(bodies.IP_STATUS)).toEqual({
      ok: true,
      value: [
        { id: '1', online: true, streamIds: [101, 102] },
        { id: 'I-2', online: null, streamIds: [201] },
      ],
    });
  });

  it('know a socket with nothing plugged in', () => {
    const result = parseVideoInputs(bodies.VIDEO_INPUTS);
    expect(result.ok && result.value.map(({ hasPicture }) => hasPicture)).toEqual([
      ...[true, false, null],
    ]);
  });

  it('list streams without the zero channel', () => {
    const result = parseStreamingChannels(bodies.STREAMING_CHANNELS);
    expect(result.ok && result.value).toMatchObject([
      { channel: 1, digit: 1, codec: 'H.265', widthPx: 2560, heightPx: 1440, fps: 25 },
      { channel: 1, digit: 2, codec: 'H.264', fps: null },
      { channel: 1, digit: 4, codec: null },
      { channel: 2, digit: 1, name: 'Back door' },
    ]);
  });

  it('find the RTSP port', () => {
    expect(parseRtspPort(bodies.ADMIN_ACCESSES)).toEqual({ ok: true, value: 33554 });
    const none = bodies.ADMIN_ACCESSES.replace('33554', '99999');
    expect(parseRtspPort(none)).toEqual({ ok: true, value: null });
  });

  it.each(['http://www.std-cgi.com/ver20/XMLSchema', 'urn:psialliance-org', ''])(
    'care about local names only (%s)',
    (namespace) => {
      const body = `<n:DeviceInfo xmlns:n="${namespace}"><n:model>X</n:model></n:DeviceInfo>`;
      expect(parseDeviceInfo(body)).toMatchObject({ ok: true, value: { model: 'X' } });
    },
  );

  it('take names from control characters and endless length', () => {
    const body = `<DeviceInfo><deviceName>a\u0007b${'x'.repeat(5000)}</deviceName></DeviceInfo>\0\0`;
    const result = parseDeviceInfo(body);
    expect(result.ok && result.value.name).toMatch(/^a bx{197}$/);
  });

  it('understand the excuse that some devices send with status 200', () => {
    expect(parseDeviceInfo(bodies.NOT_SUPPORTED)).toMatchObject({
      ...{ ok: false, error: { kind: 'not-supported' } },
    });
    expect(parseDeviceInfo(bodies.USER_CHECK_OK)).toMatchObject({ error: { kind: 'bad-answer' } });
  });
});

describe('what a recorder says of its health', () => {
  it('is the state of its disks, ghosts and network disks included', () => {
    const told = `<storage version="1.0" xmlns="http://www.isapi.org/ver20/XMLSchema"><hddList size="9">
      <hdd><id>1</id><hddName>hdda</hddName><hddType>SATA</hddType><status>ok</status><capacity>3815447</capacity><freeSpace>0</freeSpace></hdd>
      <hdd><id>2</id><status>SmartFailed</status></hdd>
      <hdd><id>3</id><status>notexist</status><capacity>0</capacity></hdd></hddList>
      <nasList><nas><id>9</id><nasName>nas1</nasName><status>offline</status></nas></nasList></storage>`;
    const blank = { name: null, capacityMb: null, freeMb: null };
    expect(parseStorage(told)).toEqual({
      ok: true,
      value: [
        { id: 1, name: 'hdda', status: 'ok', capacityMb: 3_815_447, freeMb: 0 },
        { ...blank, id: 2, status: 'smartfailed' },
        { ...blank, id: 3, status: 'notexist', capacityMb: 0 },
        { ...blank, id: 9, name: 'nas1', status: 'offline' },
      ],
    });
    expect(parseStorage('<storage/>')).toEqual({ ok: true, value: [] });
  });

  it.each([
    [
      `<DeviceStatus><deviceUpTime>86400</deviceUpTime><CPUList><CPU><cpuUtilization>12</cpuUtilization></CPU>
        <CPU><cpuUtilization>37.6</cpuUtilization></CPU></CPUList><MemoryList><Memory><memoryUsage>384.5</memoryUsage>
        <memoryAvailable>127.5</memoryAvailable></Memory></MemoryList></DeviceStatus>`,
      { cpuPercent: 38, memoryPercent: 75, upSeconds: 86_400 },
    ],
    ['<DeviceStatus/>', { cpuPercent: null, memoryPercent: null, upSeconds: null }],
    [
      '<DeviceStatus><CPUList><CPU><cpuUtilization>n/a</cpuUtilization></CPU></CPUList><MemoryList><Memory><memoryUsage>61</memoryUsage></Memory></MemoryList></DeviceStatus>',
      { cpuPercent: null, memoryPercent: 61, upSeconds: null },
    ],
  ])('is how busy it is, as far as it tells: %#', (body, value) => {
    expect(parseSystemStatus(body)).toEqual({ ok: true, value });
  });

  it('is its clock, as it was written', () => {
    const body =
      '<Time><timeMode>NTP</timeMode><localTime>2026-07-01T14:00:00+01:00</localTime><timeZone>CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00</timeZone></Time>';
    expect(parseSystemTime(body)).toMatchObject({
      value: { localTime: '2026-07-01T14:00:00+01:00', mode: 'ntp' },
    });
  });

  it('is what it has recorded', () => {
    const body = (status: string) =>
      `<CMSearchResult><responseStatusStrg>${status}</responseStatusStrg><matchList><searchMatchItem><trackID>101</trackID><timeSpan>
        <startTime>2026-07-01T13:00:00Z</startTime><endTime>2026-07-01T14:00:00Z</endTime></timeSpan></searchMatchItem></matchList></CMSearchResult>`;
    const piece = { start: '2026-07-01T13:00:00Z', end: '2026-07-01T14:00:00Z' };
    expect(parseFoundPage(body('MORE'))).toEqual({
      ...{ ok: true, value: { pieces: [piece], isMore: true } },
    });
    expect(parseFoundPage(body('NO MATCHES'))).toEqual({
      ...{ ok: true, value: { pieces: [], isMore: false } },
    });
    expect(parseFoundPage('<CMSearchResult><matchList> </matchList></CMSearchResult>')).toEqual({
      ...{ ok: true, value: { pieces: [], isMore: false } },
    });
    expect(recordingSearch({ id: 'a', channel: 3, fromMs: 0, toMs: 1000, position: 40 })).toContain(
      '<trackID>301</trackID>',
    );
  });
});
