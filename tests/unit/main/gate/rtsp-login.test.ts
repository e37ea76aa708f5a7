import net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseRtspHead } from '../../../../src-main/app/gate/rtsp-describe.ts';
import { checkRtspLogin } from '../../../../src-main/app/gate/rtsp-login.ts';

const CHALLENGE = 'WWW-Authenticate: Digest realm="R", nonce="abc"';

/** A recorder that answers each request with the next of these heads, or hangs up where there is none. */
async function recorder(...answers: string[]) {
  const requests: string[] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      requests.push(chunk.toString());
      const answer = answers.shift();
      if (answer === undefined) socket.destroy();
      else socket.write(`${answer}\r\n\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as net.AddressInfo;
  const target = { host: '127.0.0.1', rtspPort: port, username: 'u', password: 'p@ss:w/rd #1%' };
  const check = () =>
    checkRtspLogin(target, '/Streaming/Channels/101', AbortSignal.timeout(30_000));
  return { requests, check };
}

describe('one RTSP login', () => {
  it('asks unsigned first and signs once', async () => {
    const { requests, check } = await recorder(
      `RTSP/1.0 401 Unauthorized\r\n${CHALLENGE}`,
      'RTSP/1.0 200 OK',
    );
    expect(await check()).toBe('accepted');
    expect(requests).toHaveLength(2);
    expect(requests[0]).not.toContain('Authorization');
    expect(requests[1]).toMatch(/Authorization: Digest username="u".*response="[0-9a-f]{32}"/);
    expect(requests.join()).not.toContain('p@ss');
  });

  it('is refused by a second 401, and not tried again', async () => {
    const refusal = `RTSP/1.0 401 Unauthorized\r\n${CHALLENGE}`;
    const { requests, check } = await recorder(refusal, refusal, 'RTSP/1.0 200 OK');
    expect(await check()).toBe('refused');
    expect(requests).toHaveLength(2);
  });

  it.each(['404 Not Found', '453 Not Enough Bandwidth'])('is proven by %s', async (status) => {
    const { check } = await recorder(
      `RTSP/1.0 401 Unauthorized\r\n${CHALLENGE}`,
      `RTSP/1.0 ${status}`,
    );
    expect(await check()).toBe('accepted');
  });

  it.each([[], ['HTTP/1.1 200 OK'], [`RTSP/1.0 401 Unauthorized\r\n${CHALLENGE}`]])(
    'proves nothing when the answers are %j',
    async (...answers) => {
      const { check } = await recorder(...answers);
      expect(await check()).toBe('unreachable');
    },
  );

  it('asks nobody once it was cancelled', async () => {
    const target = { host: '127.0.0.1', rtspPort: 9, username: 'u', password: 'p' };
    expect(await checkRtspLogin(target, '/x', AbortSignal.abort())).toBe('unreachable');
  });
});

describe('the head of an answer', () => {
  it('gives status and every challenge', () => {
    const head =
      'RTSP/1.0 401 No\r\nwww-authenticate: Digest a\r\nCSeq: 1\r\nWWW-Authenticate: Basic';
    expect(parseRtspHead(head)).toEqual({ status: 401, challenges: ['Digest a', 'Basic'] });
  });

  it.each(['', 'HTTP/1.1 200 OK', '<html>'])('is not %j', (head) => {
    expect(parseRtspHead(head)).toBeNull();
  });
});
