import { describe, expect, it } from 'vitest';
import { go2rtcSource, hikvisionPath } from '../../../../src-main/app/domain/rtsp-url.ts';

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

describe('go2rtcSource', () => {
  it('asks for no way back to the camera and for a start at the last keyframe', () => {
    expect(go2rtcSource('rtsp://h/x')).toBe('rtsp://h/x#backchannel=0#gop=1');
  });

  it('asks for the sound alone', () => {
    expect(go2rtcSource('rtsp://h/x', 'sound')).toBe('rtsp://h/x#media=audio#backchannel=0');
  });
});
