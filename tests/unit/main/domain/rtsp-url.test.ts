import { describe, expect, it } from 'vitest';
import { go2rtcSource, hikvisionPath, rtspUrl } from '../../../../src-main/app/domain/rtsp-url.ts';

const TARGET = { host: '192.168.1.64', rtspPort: 554, username: 'admin', password: 'secret' };

describe('hikvisionPath', () => {
  it.each([
    [1, 'main', '/Streaming/Channels/101'],
    [1, 'sub', '/Streaming/Channels/102'],
    [9, 'sub', '/Streaming/Channels/902'],
    [16, 'main', '/Streaming/Channels/1601'],
    [256, 'sub', '/Streaming/Channels/25602'],
  ] as const)('channel %i %s is %s', (channel, quality, path) => {
    expect(hikvisionPath(channel, quality)).toBe(path);
  });
});

describe('rtspUrl', () => {
  it('is what the recorder documents', () => {
    expect(rtspUrl(TARGET, '/Streaming/Channels/101')).toBe(
      'rtsp://admin:secret@192.168.1.64:554/Streaming/Channels/101',
    );
  });

  it.each([
    'p@ss:w/rd #1%',
    '%41%zz',
    '?&=+;,$',
    "!'()*",
    '[]{}|\\^`"<>',
    ' leading and trailing ',
    'ünïcødé 😀',
    '..',
    '/../@evil:1/',
  ])('carries %j as user and as password, unchanged and out of the way', (text) => {
    const url = new URL(rtspUrl({ ...TARGET, username: text, password: text }, '/a/101'));
    expect(decodeURIComponent(url.username)).toBe(text);
    expect(decodeURIComponent(url.password)).toBe(text);
    expect(url.hostname).toBe('192.168.1.64');
    expect(url.port).toBe('554');
    expect(url.pathname).toBe('/a/101');
    expect(url.search + url.hash).toBe('');
  });

  it('leaves only unreserved characters and escapes in the user part', () => {
    const url = rtspUrl({ ...TARGET, username: "a'b(c)*!", password: 'p@ss:w/rd #1%' }, '/x');
    expect(url).toMatch(/^rtsp:\/\/[\w.~%-]+:[\w.~%-]+@192\.168\.1\.64:554\/x$/);
    expect(url).toContain(':p%40ss%3Aw%2Frd%20%231%25@');
  });

  it('has no user part where there is no login', () => {
    const url = rtspUrl({ ...TARGET, username: '', password: '' }, '/x');
    expect(url).toBe('rtsp://192.168.1.64:554/x');
  });

  it('puts an IPv6 address in brackets', () => {
    const url = new URL(rtspUrl({ ...TARGET, host: '2001:db8::64', rtspPort: 8554 }, '/x'));
    expect(url.host).toBe('[2001:db8::64]:8554');
  });
});

describe('go2rtcSource', () => {
  it('asks for no way back to the camera and for a start at the last keyframe', () => {
    expect(go2rtcSource('rtsp://h/x')).toBe('rtsp://h/x#backchannel=0#gop=1');
  });

  it('asks for the sound alone', () => {
    expect(go2rtcSource('rtsp://h/x', 'sound')).toBe('rtsp://h/x#media=audio#backchannel=0');
  });
});
