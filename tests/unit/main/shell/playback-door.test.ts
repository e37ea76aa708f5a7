import type { BeforeSendResponse, OnBeforeSendHeadersListenerDetails, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { Go2rtcClient } from '../../../../src-main/app/go2rtc/go2rtc-client.ts';
import { openPlaybackDoor } from '../../../../src-main/shell/playback-door.ts';

type Listener = (
  details: Pick<OnBeforeSendHeadersListenerDetails, 'url' | 'requestHeaders'>,
  callback: (response: BeforeSendResponse) => void,
) => void;

/** What becomes of a request that the page makes. */
function through(client: Go2rtcClient | null, url: string): BeforeSendResponse | undefined {
  let listener: Listener | undefined;
  const webRequest = {
    onBeforeSendHeaders: (_filter: unknown, given: Listener) => (listener = given),
  };
  openPlaybackDoor({ webRequest } as unknown as Session, () => client);
  let response: BeforeSendResponse | undefined;
  const requestHeaders = { Origin: 'app://opus', 'User-Agent': 'x' };
  listener?.({ url, requestHeaders }, (given) => (response = given));
  return response;
}

describe('openPlaybackDoor', () => {
  const client = new Go2rtcClient(40_123, 'token');

  it('adds the token and drops the origin on the way to our go2rtc', () => {
    expect(through(client, 'ws://127.0.0.1:40123/api/ws?src=nvr1-ch1-main')).toEqual({
      requestHeaders: { 'User-Agent': 'x', Authorization: client.authorization },
    });
  });

  it.each([
    'ws://127.0.0.1:40124/api/ws?src=nvr1-ch1-main',
    'ws://127.0.0.1:4012/api/ws?src=nvr1-ch1-main',
    'ws://127.0.0.1:40123/api/streams?src=nvr1-ch1-main',
    'ws://127.0.0.1:40123/api/ws/../streams?src=nvr1-ch1-main',
    'ws://127.0.0.1:40123/api/wsx?src=nvr1-ch1-main',
    'ws://127.0.0.1:40123/api/ws',
    'ws://127.0.0.1:40123/api/ws?src=rtsp%3A%2F%2F127.0.0.1%3A1%2Fevil',
    'ws://127.0.0.1:40123/api/ws?src=nvr1-ch1-main%23x',
    'ws://127.0.0.1:40123/api/ws?name=nvr1-ch1-main&src=nvr1-ch2-main',
    'ws://127.0.0.1:40123/api/ws?src=nvr1-ch1-main&src=nvr1-ch2-main',
    'ws://127.0.0.1:40123/api/ws?dst=nvr1-ch1-main',
  ])('stops %s, which is not playback of ours', (url) => {
    expect(through(client, url)).toEqual({ cancel: true });
  });

  it('is closed while go2rtc is down', () => {
    expect(through(null, 'ws://127.0.0.1:40123/api/ws?src=nvr1-ch1-main')).toEqual({
      cancel: true,
    });
  });
});
