import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpClientOptions } from '../../src-main/app/isapi/http/http-call.ts';
import { HttpClient } from '../../src-main/app/isapi/http/http-client.ts';
import { parseDeviceInfo } from '../../src-main/app/isapi/endpoints/parse-device-info.ts';
import { httpAnswer, RawHttpServer, type RawBehaviour } from '../fakes/raw-http-server.ts';
import { DEVICE_INFO, ENTITY_BOMB, LOGIN_PAGE } from '../fixtures/isapi-bodies.ts';

/** Where nothing ever comes, waiting longer shows no more. */
const SHORT_TIMEOUT_MS = 300;
/** Longer than any machine needs for an answer that does come. */
const LONG_TIMEOUT_MS = 30_000;
const PATIENCE = { timeout: 10_000 };
const LIMIT_BYTES = 256 * 1024;
/** What the kernel's socket buffers on both sides may swallow beyond what the client reads. */
const BUFFERS_BYTES = 16 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const SECRET = 'never-to-be-seen';
const servers: RawHttpServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function ask(behave: RawBehaviour, options: Partial<HttpClientOptions> = {}) {
  const server = await new RawHttpServer(behave).start();
  servers.push(server);
  const client = new HttpClient(
    { host: '127.0.0.1', port: server.port, isHttps: false, username: 'u', password: SECRET },
    {
      trust: { pinnedFingerprint: null, canTrustFirstUse: true },
      ...{ timeoutMs: LONG_TIMEOUT_MS, bodyLimitBytes: LIMIT_BYTES, busyDelaysMs: [] },
      ...options,
    },
  );
  const result = await client.get('/ISAPI/System/deviceInfo', parseDeviceInfo);
  // Whatever happened, nothing is left open.
  await vi.waitFor(() => expect(server.openConnections).toBe(0), PATIENCE);
  expect(JSON.stringify(result)).not.toContain(SECRET);
  return { kind: result.ok ? 'ok' : result.error.kind, server };
}

/** Sends as much as the other side takes, for ever. */
function pour(socket: Parameters<RawBehaviour>[0]): void {
  const more = () => {
    while (socket.writable && socket.write(CHUNK));
  };
  socket.on('drain', more);
  more();
}

function drip(socket: Parameters<RawBehaviour>[0], text: string): void {
  const timer = setInterval(() => socket.writable && socket.write(text), 20);
  socket.on('close', () => clearInterval(timer));
}

describe('a hostile device', () => {
  it.each<[string, RawBehaviour, string]>([
    ['says nothing', () => undefined, 'timeout'],
    ['drips its status line', (socket) => drip(socket, 'H'), 'bad-answer'],
    [
      'drips headers for ever',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        drip(socket, 'X: y\r\n');
      },
      'timeout',
    ],
    [
      'drips its body for ever (slow-loris)',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
        drip(socket, 'x');
      },
      'timeout',
    ],
    ['only ever says "continue"', (socket) => drip(socket, 'HTTP/1.1 100 C\r\n\r\n'), 'timeout'],
    ['hangs up at once', (socket) => socket.end(), 'unreachable'],
    ['resets at once', (socket) => socket.resetAndDestroy(), 'unreachable'],
    [
      'resets in the middle of its body',
      (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${DEVICE_INFO.slice(0, -9)}`);
        setTimeout(() => socket.resetAndDestroy(), 50);
      },
      'bad-answer',
    ],
    [
      'promises more than it sends',
      (socket) =>
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${DEVICE_INFO.slice(0, -9)}`),
      'bad-answer',
    ],
    [
      'promises less than it sends',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n${DEVICE_INFO}`),
      'bad-answer',
    ],
    [
      'breaks a chunked body',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'),
      'bad-answer',
    ],
    ['does not speak HTTP', (socket) => socket.end('RTSP/1.0 400 Bad\r\n\r\n'), 'bad-answer'],
    [
      'has endless headers',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`),
      'bad-answer',
    ],
    [
      'switches protocols',
      (socket) => socket.write('HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      'unreachable',
    ],
    ['sends a page', (socket) => socket.end(httpAnswer(200, LOGIN_PAGE)), 'bad-answer'],
    ['sends an entity bomb', (socket) => socket.end(httpAnswer(200, ENTITY_BOMB)), 'hostile'],
    ['sends nothing but a length', (socket) => socket.end(httpAnswer(200, '')), 'bad-answer'],
    [
      'claims a huge body',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n'),
      'too-large',
    ],
    [
      'is all right after all, but cannot count',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n${DEVICE_INFO}`),
      'ok',
    ],
    [
      'is all right after all, without any length',
      (socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${DEVICE_INFO}`),
      'ok',
    ],
  ])('that %s', async (_name, behave, kind) => {
    const timeoutMs = kind === 'timeout' ? SHORT_TIMEOUT_MS : LONG_TIMEOUT_MS;
    expect((await ask(behave, { timeoutMs })).kind).toBe(kind);
  });

  it('that never ends its body is cut at the limit', async () => {
    let sentBytes = 0;
    const { kind } = await ask((socket) => {
      socket.on('close', () => (sentBytes = socket.bytesWritten));
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      pour(socket);
    });
    expect(kind).toBe('too-large');
    expect(sentBytes).toBeLessThan(LIMIT_BYTES + BUFFERS_BYTES);
  });

  it('that redirects in a circle is asked once', async () => {
    const { kind, server } = await ask((socket) =>
      socket.end(httpAnswer(302, '', { Location: '/ISAPI/System/deviceInfo' })),
    );
    expect(kind).toBe('bad-answer');
    expect(server.heads).toHaveLength(1);
  });

  it('that is cancelled in the middle lets go at once', async () => {
    const leaving = new AbortController();
    const server = await new RawHttpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx');
      setTimeout(() => leaving.abort(), 50);
    }).start();
    servers.push(server);
    const client = new HttpClient(
      { host: '127.0.0.1', port: server.port, isHttps: false, username: 'u', password: SECRET },
      { trust: { pinnedFingerprint: null, canTrustFirstUse: true }, timeoutMs: 600_000 },
    );
    const { signal } = leaving;
    expect(await client.request({ path: '/', signal })).toMatchObject({
      error: { kind: 'cancelled' },
    });
    await vi.waitFor(() => expect(server.openConnections).toBe(0), PATIENCE);
  });

  it('that is not there', async () => {
    const server = await new RawHttpServer(() => undefined).start();
    const { port } = server;
    await server.stop();
    const options = { trust: { pinnedFingerprint: null, canTrustFirstUse: true } };
    const target = { host: '127.0.0.1', port, isHttps: false, username: 'u', password: SECRET };
    expect(await new HttpClient(target, options).request({ path: '/' })).toMatchObject({
      error: { kind: 'unreachable', reason: 'closed' },
    });
    const nameless = { ...target, host: 'no-such-recorder.invalid' };
    const result = await new HttpClient(nameless, options).request({ path: '/' });
    expect(['unreachable', 'timeout']).toContain(!result.ok && result.error.kind);
  });

  it('that does not speak TLS where HTTPS is asked for', async () => {
    const server = await new RawHttpServer(() => undefined).start();
    servers.push(server);
    const target = { host: '127.0.0.1', port: server.port, username: 'u', password: SECRET };
    const client = new HttpClient(
      { ...target, isHttps: true },
      { trust: { pinnedFingerprint: null, canTrustFirstUse: true }, timeoutMs: SHORT_TIMEOUT_MS },
    );
    // It waits for the end of a request that never comes, and says nothing to plain HTTP either.
    expect(await client.reach()).toMatchObject({ error: { kind: 'timeout' } });
  });
});
