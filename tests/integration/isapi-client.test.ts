import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpClientOptions } from '../../src-main/app/isapi/http/http-call.ts';
import { HttpClient } from '../../src-main/app/isapi/http/http-client.ts';
import { checkLogin } from '../../src-main/app/isapi/endpoints/user-check.ts';
import { httpAnswer, RawHttpServer, type RawBehaviour } from '../fakes/raw-http-server.ts';
import * as bodies from '../fixtures/isapi-bodies.ts';

const PASSWORD = 'p@ss:w/rd "1%';
const PATIENCE = { timeout: 10_000 };
const CHALLENGE =
  'Digest realm="r", nonce="n1", qop="auth", opaque="", algorithm="MD5", stale="FALSE"';
const STALE = CHALLENGE.replace('n1', 'n2').replace('FALSE', 'TRUE');
const servers: RawHttpServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(behave: RawBehaviour): Promise<RawHttpServer> {
  const server = await new RawHttpServer(behave).start();
  servers.push(server);
  return server;
}

function clientOf(server: RawHttpServer, options: Partial<HttpClientOptions> = {}): HttpClient {
  return new HttpClient(
    { host: '127.0.0.1', port: server.port, isHttps: false, username: 'guard', password: PASSWORD },
    {
      trust: { pinnedFingerprint: null, canTrustFirstUse: false },
      busyDelaysMs: [1, 1],
      ...options,
    },
  );
}

const refuse = (body = bodies.USER_CHECK_WRONG, challenge: string | string[] = CHALLENGE) =>
  httpAnswer(401, body, { 'WWW-Authenticate': challenge });
const isSigned = (head: string) => /^authorization:/im.test(head);
const signed = (server: RawHttpServer) => server.heads.filter(isSigned);

/** Lets a signed request in, whatever the password. */
const welcoming: RawBehaviour = (socket, head) =>
  socket.end(isSigned(head) ? httpAnswer(200, bodies.USER_CHECK_OK) : refuse());
/** Lets nobody in. */
const forbidding: RawBehaviour = (socket) => socket.end(refuse());

describe('Digest', () => {
  it('begins unsigned, signs path and query, then counts up on the same nonce', async () => {
    const server = await serve(welcoming);
    const client = clientOf(server);
    expect(await client.request({ path: '/a?b=c&d=%20' })).toMatchObject({ ok: true });
    expect(await client.request({ path: '/e' })).toMatchObject({ ok: true });
    expect(server.heads.map(isSigned)).toEqual([false, true, true]);
    expect(server.heads[1]).toMatch(/uri="\/a\?b=c&d=%20".*nc=00000001/);
    expect(server.heads[2]).toMatch(/nonce="n1".*nc=00000002/);
    expect(server.heads.join()).not.toContain('p@ss');
  });

  it('signs anew once for a nonce that is too old', async () => {
    let isOld = false;
    const server = await serve((socket, head) => {
      if (isOld && head.includes('nonce="n1"')) socket.end(refuse(bodies.USER_CHECK_TERSE, STALE));
      else welcoming(socket, head);
    });
    const client = clientOf(server);
    await client.request({ path: '/' });
    isOld = true;
    expect(await client.request({ path: '/' })).toMatchObject({ ok: true });
    expect(server.heads.at(-1)).toMatch(/nonce="n2".*nc=00000001/);
    expect(server.heads).toHaveLength(4);
  });

  it('does not go in circles with a device that finds every nonce too old', async () => {
    const server = await serve((socket) => socket.end(refuse(bodies.USER_CHECK_TERSE, STALE)));
    const client = clientOf(server);
    const refused = { ok: false, error: { kind: 'auth', reason: 'wrong-password' } };
    expect(await client.request({ path: '/' })).toMatchObject(refused);
    expect(await client.request({ path: '/other' })).toMatchObject(refused);
    expect(signed(server)).toHaveLength(2);
  });

  it.each([['Basic realm="r"'], ['Digest realm="r", nonce="n", algorithm=SHA-512']])(
    'sends nothing to a device that only knows %s',
    async (challenge) => {
      const server = await serve((socket) => socket.end(refuse('', challenge)));
      expect(await clientOf(server).request({ path: '/' })).toMatchObject({
        error: { kind: 'no-digest' },
      });
      expect(signed(server)).toEqual([]);
    },
  );

  it('answers Digest where Basic is offered beside it', async () => {
    const server = await serve((socket, head) =>
      socket.end(
        isSigned(head) ? httpAnswer(200, 'x') : refuse('', ['Basic realm="r"', CHALLENGE]),
      ),
    );
    expect(await clientOf(server).request({ path: '/' })).toMatchObject({ ok: true });
    expect(server.heads[1]).toMatch(/authorization: digest /i);
    expect(server.heads.join()).not.toMatch(/authorization: basic/i);
  });
});

describe('a wrong password', () => {
  it('costs one failed login, however many ask and ask again', async () => {
    const server = await serve(forbidding);
    const client = clientOf(server);
    const ask = () => Promise.all(Array.from({ length: 16 }, () => client.request({ path: '/' })));
    for (const result of [...(await ask()), ...(await ask())]) {
      expect(result).toMatchObject({ error: { kind: 'auth', triesLeft: 4 } });
    }
    expect(signed(server)).toHaveLength(1);
    expect(await checkLogin(client)).toMatchObject({ state: 'wrong-password', triesLeft: 4 });
    expect(server.heads).toHaveLength(2);
  });

  it('is not even tried while the account is locked', async () => {
    const server = await serve((socket) => socket.end(refuse(bodies.USER_CHECK_LOCKED)));
    const client = clientOf(server);
    expect(await checkLogin(client)).toMatchObject({ state: 'locked', unlockInMs: 1_800_000 });
    expect(await client.request({ path: '/' })).toMatchObject({ error: { kind: 'locked' } });
    expect(signed(server)).toEqual([]);
  });

  it('is not sent to a device without one', async () => {
    const fresh = bodies.USER_CHECK_WRONG.replace('<isActivated>true', '<isActivated>false');
    const server = await serve((socket) => socket.end(refuse(fresh)));
    expect(await checkLogin(clientOf(server))).toMatchObject({ state: 'not-activated' });
    expect(signed(server)).toEqual([]);
  });

  it('that was right before stops all but the calls under way', async () => {
    let isChanged = false;
    const server = await serve((socket, head) =>
      isChanged ? forbidding(socket, head) : welcoming(socket, head),
    );
    const client = clientOf(server);
    await client.request({ path: '/' });
    isChanged = true;
    const before = signed(server).length;
    await Promise.all(Array.from({ length: 16 }, () => client.request({ path: '/' })));
    expect(signed(server).length - before).toBeLessThanOrEqual(2);
  });
});

describe('userCheck', () => {
  it.each([
    ['says so', bodies.USER_CHECK_OK, 200, { state: 'ok' }],
    ['does not know it', bodies.NOT_SUPPORTED, 403, { state: 'not-supported' }],
    ['has a page instead', bodies.LOGIN_PAGE, 200, { state: 'unknown' }],
    ['breaks down', '', 500, { state: 'unknown' }],
  ])('of a device that %s', async (_name, body, status, expected) => {
    const server = await serve((socket, head) =>
      socket.end(isSigned(head) ? httpAnswer(status, body) : refuse()),
    );
    expect(await checkLogin(clientOf(server))).toMatchObject(expected);
  });

  it('begins unsigned although a nonce is at hand', async () => {
    const server = await serve(welcoming);
    const client = clientOf(server);
    await client.request({ path: '/' });
    await checkLogin(client);
    expect(server.heads.map(isSigned)).toEqual([false, true, false, true]);
  });
});

describe('gentleness', () => {
  it('keeps to two calls at a time, answers all and leaves nothing open', async () => {
    let underWay = 0;
    let peak = 0;
    const server = await serve((socket, head) => {
      underWay += 1;
      peak = Math.max(peak, underWay);
      setTimeout(() => {
        underWay -= 1;
        welcoming(socket, head);
      }, 5);
    });
    const client = clientOf(server);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => client.request({ path: '/' })),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(peak).toBe(2);
    await vi.waitFor(() => expect(server.openConnections).toBe(0), PATIENCE);
  });

  it('asks a busy device again a few times', async () => {
    let busy = 2;
    const server = await serve((socket, head) => {
      if (isSigned(head) && busy-- > 0) socket.end(httpAnswer(503, ''));
      else welcoming(socket, head);
    });
    const client = clientOf(server);
    expect(await client.request({ path: '/' })).toMatchObject({ ok: true });
    busy = 99;
    expect(await client.request({ path: '/' })).toMatchObject({ error: { kind: 'busy' } });
    expect(busy).toBe(96);
  });

  it('can be cancelled while it waits for its turn or in a pause', async () => {
    const server = await serve((socket) => socket.end(httpAnswer(503, '')));
    const client = clientOf(server, { busyDelaysMs: [600_000] });
    const leaving = new AbortController();
    const { signal } = leaving;
    const calls = [1, 2, 3].map(() => client.request({ path: '/', signal }));
    await vi.waitFor(() => expect(server.heads.length).toBeGreaterThan(0), PATIENCE);
    leaving.abort();
    for (const call of calls) expect((await call).ok).toBe(false);
    expect(await client.request({ path: '/', signal })).toMatchObject({
      error: { kind: 'cancelled' },
    });
  });
});
