import { describe, expect, it } from 'vitest';
import { contentBase, parseStreamUrl } from '../../simulated-recorder/rtsp/stream-url.ts';
import { parseTransport } from '../../simulated-recorder/rtsp/transport-header.ts';

describe('parseStreamUrl', () => {
  it.each([
    ['/Streaming/Channels/101', 1, 'main'],
    ['/streaming/channels/1602', 16, 'sub'],
    ['/ISAPI/Streaming/channels/202?transportmode=unicast', 2, 'sub'],
    ['/Streaming/Channels/301/', 3, 'main'],
    ['/Streaming/Channels/301/trackID=1', 3, 'main'],
    ['/cam/realmonitor?channel=4&subtype=0', 4, 'main'],
    ['/cam/realmonitor?channel=4&subtype=1/trackID=1', 4, 'sub'],
    ['/live/5/sub', 5, 'sub'],
    ['/live/5/main/trackID=1', 5, 'main'],
  ])('%s', (path, channel, stream) => {
    expect(parseStreamUrl(`rtsp://127.0.0.1:554${path}`)).toEqual({ channel, stream });
  });

  it.each([
    '/Streaming/Channels/001',
    '/Streaming/Channels/103',
    '/Streaming/Channels/100',
    '/Streaming/Channels/',
    '/Streaming/tracks/101',
    '/x/Streaming/Channels/101',
    '/cam/realmonitor?channel=1&subtype=2',
    '/cam/realmonitor',
    '/live/main',
  ])('knows no %s', (path) => {
    expect(parseStreamUrl(`rtsp://127.0.0.1${path}`)).toBeUndefined();
  });

  it('survives what is no URL at all', () => {
    expect(parseStreamUrl('*')).toBeUndefined();
  });
});

describe('contentBase', () => {
  it('ends in one slash and carries no query', () => {
    expect(contentBase('rtsp://h/a?b=c')).toBe('rtsp://h/a/');
    expect(contentBase('rtsp://h/a/')).toBe('rtsp://h/a/');
  });

  it('keeps the query that names a Dahua stream', () => {
    const url = 'rtsp://h/cam/realmonitor?channel=1&subtype=0';
    expect(contentBase(url)).toBe(`${url}/`);
  });
});

describe('parseTransport', () => {
  it('takes the channels that the client chose', () => {
    const header = 'RTP/AVP/TCP;unicast;interleaved=4-5;mode=play';
    expect(parseTransport(header)).toEqual({ rtp: 4, rtcp: 5 });
  });

  it('picks TCP out of several offers', () => {
    const header = 'RTP/AVP;unicast;client_port=5000-5001, rtp/avp/tcp;interleaved=2-3';
    expect(parseTransport(header)).toEqual({ rtp: 2, rtcp: 3 });
  });

  it('falls back to 0-1 where the client leaves the choice to the server', () => {
    expect(parseTransport('RTP/AVP/TCP;unicast')).toEqual({ rtp: 0, rtcp: 1 });
  });

  it.each([undefined, '', 'RTP/AVP;unicast;client_port=5000-5001', 'RTP/AVP/TCP;interleaved=300'])(
    'refuses %s',
    (header) => {
      expect(parseTransport(header)).toBeUndefined();
    },
  );
});
