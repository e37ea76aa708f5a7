import { describe, expect, it } from 'vitest';
import { parseRtspUrl } from '@contract/models/rtsp-url.ts';

describe('an RTSP address', () => {
  it.each([
    ['rtsp://192.168.1.20/live', { host: '192.168.1.20', port: 554, path: '/live' }],
    ['RTSP://Cam.local:8554', { host: 'cam.local', port: 8554, path: '/' }],
    ['rtsp://[fe80::1]:554/a?b=1&c', { host: 'fe80::1', port: 554, path: '/a?b=1&c' }],
  ])('%s is taken apart', (text, parts) => {
    expect(parseRtspUrl(text)).toEqual(parts);
  });

  it.each([
    'http://host/live',
    'rtsp://user:password@host/live',
    'rtsp://user@host/live',
    'rtsp://host/live#backchannel=1',
    'rtsp://host:0/live',
    'rtsp://host:65536/live',
    'rtsp:///live',
    'rtsp://host/a b',
    'exec:rtsp://host/live',
    '',
  ])('%j is none', (text) => {
    expect(parseRtspUrl(text)).toBeNull();
  });
});
