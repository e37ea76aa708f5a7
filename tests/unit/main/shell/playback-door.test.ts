import type { BeforeSendResponse, OnBeforeSendHeadersListenerDetails, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { GUARD } from '../../../../src-main/app/access/actors.ts';
import type { Actor } from '../../../../src-main/app/domain/actor.ts';
import type { LeaseHolder } from '../../../../src-main/app/domain/lease-holder.ts';
import { Go2rtcClient } from '../../../../src-main/app/go2rtc/go2rtc-client.ts';
import { openPlaybackDoor } from '../../../../src-main/shell/security/playback-door.ts';

type Listener = (
  details: Pick<OnBeforeSendHeadersListenerDetails, 'url' | 'requestHeaders' | 'webContentsId'>,
  callback: (response: BeforeSendResponse) => void,
) => void;

interface Outcome {
  response: BeforeSendResponse | undefined;
  /** The names of the streams that the door asked for. */
  opened: string[];
  /** On whose behalf. */
  holders: LeaseHolder[];
}

/** What becomes of a request that the page makes. */
async function through(
  client: Go2rtcClient | null,
  url: string,
  answer: () => Promise<boolean> = async () => true,
  actor: Actor = GUARD,
): Promise<Outcome> {
  let listener: Listener | undefined;
  const opened: string[] = [];
  const holders: LeaseHolder[] = [];
  const webRequest = {
    onBeforeSendHeaders: (_filter: unknown, given: Listener) => (listener = given),
  };
  openPlaybackDoor({ webRequest } as unknown as Session, {
    currentClient: () => client,
    currentActor: () => actor,
    openStream: (name, holder) => {
      opened.push(name);
      holders.push(holder);
      return answer();
    },
    isRecordingOf: (viewer, address) => viewer === WINDOW && address === RECORDING,
  });
  const requestHeaders = { Origin: 'app://opus', 'User-Agent': 'x' };
  const response = await new Promise<BeforeSendResponse>((resolve) =>
    listener?.({ url, requestHeaders, webContentsId: WINDOW }, resolve),
  );
  return { response, opened, holders };
}

/** The id of the page's WebContents. */
const WINDOW = 7;
const URL = 'ws://127.0.0.1:40123/api/ws?src=nvr1-ch1-main';
const RECORDING = 'ws://127.0.0.1:40124/0123456789abcdef0123456789abcdef';

describe('openPlaybackDoor', () => {
  const client = new Go2rtcClient(40_123, 'token');

  it('lets a window to the recording that it was given, and to no other', async () => {
    expect(await through(client, RECORDING)).toEqual({ response: {}, opened: [], holders: [] });
    const { response } = await through(client, RECORDING.replace(/f$/, '0'));
    expect(response).toEqual({ cancel: true });
  });

  it('adds the token and drops the origin on the way to our go2rtc, for a stream that is ready', async () => {
    expect(await through(client, URL)).toEqual({
      response: { requestHeaders: { 'User-Agent': 'x', Authorization: client.authorization } },
      opened: ['nvr1-ch1-main'],
      holders: [{ viewer: WINDOW, actor: GUARD, permission: 'watch' }],
    });
  });

  it.each([
    ['is not to be played', async () => false],
    ['could not be made ready', async () => Promise.reject(new Error('go2rtc answered 500'))],
  ])('stops at a stream that %s', async (_why, answer) => {
    expect((await through(client, URL, answer)).response).toEqual({ cancel: true });
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
  ])('stops %s, which is not playback of ours, without asking for a stream', async (url) => {
    expect(await through(client, url)).toEqual({
      response: { cancel: true },
      opened: [],
      holders: [],
    });
  });

  it('stops whoever may not watch this stream, without asking for it', async () => {
    const halfBlind: Actor = {
      name: 'half blind',
      may: (_permission, { streams = [] } = {}) => !streams.includes('nvr1-ch1-main'),
    };
    const stopped = { response: { cancel: true }, opened: [], holders: [] };
    expect(await through(client, URL, async () => true, halfBlind)).toEqual(stopped);
    const other = await through(client, URL.replace('ch1', 'ch2'), async () => true, halfBlind);
    expect(other.opened).toEqual(['nvr1-ch2-main']);
  });

  it('is closed while go2rtc is down', async () => {
    expect(await through(null, URL)).toEqual({
      response: { cancel: true },
      opened: [],
      holders: [],
    });
  });
});
