import { describe, expect, it } from 'vitest';
import { readAddress, readHost } from '@contract/models/device-address.ts';
import { entriesToCheck } from '@contract/models/recorder-entries.ts';
import { parseRtspUrl } from '@contract/models/rtsp-url.ts';

describe('a host', () => {
  it.each([
    ['nvr_hall.local', 'nvr_hall.local'],
    ['_nvr', '_nvr'],
    ['nvr.example.net.', 'nvr.example.net'],
    ['[fd4c:ffaa::22]', 'fd4c:ffaa::22'],
    ['FD4C::1', 'fd4c::1'],
    ['fe80::1%enP2p1s0', 'fe80::1%enP2p1s0'],
    ['[FE80::1%eth0]', 'fe80::1%eth0'],
    ['München.local', 'xn--mnchen-3ya.local'],
    ['１９２．１６８．１．６４', '192.168.1.64'],
    [' NVR ', 'nvr'],
    ['192.0.2.7', '192.0.2.7'],
  ])('%s is taken as %s', (typed, host) => {
    expect(entriesToCheck.host.parse(typed)).toBe(host);
  });

  it.each([
    '',
    '.',
    '1.2.3',
    '256.1.1.1',
    'a b',
    '-x',
    'x..y',
    '[::1',
    'a:b',
    'user@nvr',
    '2001:db8::1%x',
    '[nvr]x',
    'nvr/x',
  ])('%j is none', (typed) => expect(readHost(typed)).toBeNull());
});

describe('a pasted address', () => {
  const nothing = { port: null, isHttps: null, isRtsp: false };
  it.each([
    ['http://1.2.3.4:8080/doc/page/login.asp', { host: '1.2.3.4', port: 8080, isHttps: false }],
    ['https://nvr.local', { host: 'nvr.local', port: null, isHttps: true }],
    ['HTTPS://[fd00::1]:8443/#/portal', { host: 'fd00::1', port: 8443, isHttps: true }],
    ['1.2.3.4:81', { host: '1.2.3.4', port: 81, isHttps: null }],
    ['1.2.3.4/', { host: '1.2.3.4', port: null, isHttps: null }],
    ['rtsp://1.2.3.4:5540/Streaming/Channels/101', { host: '1.2.3.4', port: 5540, isRtsp: true }],
    ['[fd00::1]:81', { host: 'fd00::1', port: 81 }],
    ['fd00::1', { host: 'fd00::1', port: null }],
  ])('%s', (text, parts) => {
    expect(readAddress(text)).toEqual({ ...nothing, ...parts });
  });

  it.each(['http://user:secret@1.2.3.4/', 'ftp://1.2.3.4', 'http://', '1.2.3.4:99999', 'a b'])(
    '%s is none',
    (text) => expect(readAddress(text)).toBeNull(),
  );
});

describe('an RTSP address', () => {
  it('has the same hosts', () => {
    expect(parseRtspUrl('rtsp://Cam_1.local.:8554/x')).toEqual({
      ...{ host: 'cam_1.local', port: 8554, path: '/x' },
    });
    expect(parseRtspUrl('rtsp://[fe80::1%25eth0]/x')?.host).toBe('fe80::1%eth0');
  });
});
