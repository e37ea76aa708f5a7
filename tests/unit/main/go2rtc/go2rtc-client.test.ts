import { afterEach, describe, expect, it, vi } from 'vitest';
import { Go2rtcClient } from '../../../../src-main/app/go2rtc/go2rtc-client.ts';

const SOURCE = 'rtsp://admin:p%40ss@192.168.1.64:554/x#media=video&y';
const fetchMock = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetchMock);
afterEach(() => fetchMock.mockReset());

function answerWith(status: number): Go2rtcClient {
  fetchMock.mockResolvedValue(new Response('body that names rtsp://admin:p%40ss@h', { status }));
  return new Go2rtcClient(40_123, 'token');
}

function lastCall(): { url: URL; init: RequestInit } {
  const [url, init] = fetchMock.mock.lastCall ?? [];
  return { url: new URL(url as string), init: init ?? {} };
}

describe('Go2rtcClient', () => {
  it('puts a stream with PATCH: PUT would write its password to disk', async () => {
    await answerWith(200).putStream('nvr1-ch1-main', SOURCE);
    const { url, init } = lastCall();
    expect(init.method).toBe('PATCH');
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:40123/api/streams');
    expect(Object.fromEntries(url.searchParams)).toEqual({ name: 'nvr1-ch1-main', src: SOURCE });
  });

  it('names the stream to delete', async () => {
    await answerWith(200).deleteStream('nvr1-ch1-main');
    const { url, init } = lastCall();
    expect(init.method).toBe('DELETE');
    expect(Object.fromEntries(url.searchParams)).toEqual({ src: 'nvr1-ch1-main' });
  });

  it('lists streams by name', async () => {
    fetchMock.mockResolvedValue(new Response('{"nvr1-ch1-main":{"producers":[]},"x":{}}'));
    expect(await new Go2rtcClient(1, 'token').streamNames()).toEqual(['nvr1-ch1-main', 'x']);
    expect(lastCall().init.method).toBe('GET');
  });

  it('knows streams without viewers, whichever way go2rtc says so', async () => {
    const consumers = { watched: [{ id: 1 }], left: [], fresh: null, unknown: undefined };
    const streams = Object.entries(consumers).map(([name, list]) => [name, { consumers: list }]);
    fetchMock.mockResolvedValue(new Response(JSON.stringify(Object.fromEntries(streams))));
    const names = await new Go2rtcClient(1, 'token').idleStreamNames();
    expect(names).toEqual(['left', 'fresh', 'unknown']);
  });

  it('shows the token in the header and nowhere else', async () => {
    await answerWith(200).deleteStream('x');
    const { url, init } = lastCall();
    expect(init.headers).toEqual({ Authorization: `Basic ${btoa('opus:token')}` });
    expect(url.href).not.toContain('token');
  });

  it('says what failed without the source and without the answer’s body', async () => {
    const failing = answerWith(400).putStream('nvr1-ch1-main', SOURCE);
    await expect(failing).rejects.toThrow('go2rtc answered 400 to PATCH /api/streams');
    await expect(failing).rejects.not.toThrow(/rtsp|p%40ss/);
  });

  it.each([
    [200, true],
    [401, false],
    [500, false],
  ])('takes %i for healthy: %s', async (status, isHealthy) => {
    await expect(answerWith(status).isHealthy()).resolves.toBe(isHealthy);
  });

  it('is not healthy when nobody answers', async () => {
    fetchMock.mockRejectedValue(new TypeError('fetch failed'));
    await expect(new Go2rtcClient(1, 'token').isHealthy()).resolves.toBe(false);
  });

  it('offers tiles an address without the token', () => {
    expect(new Go2rtcClient(40_123, 'token').playbackEndpoint).toBe('ws://127.0.0.1:40123/api/ws');
  });
});
