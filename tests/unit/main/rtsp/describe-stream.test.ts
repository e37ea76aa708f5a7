import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeStream } from '../../../../src-main/app/rtsp/client/describe-stream.ts';
import { scriptedDevice, type Script, type ScriptedRequest } from './scripted-device.ts';

const CHALLENGE = 'Digest realm="R", nonce="abc"';
const LOGIN = { username: 'u', password: 'p@ss:w/rd #1%', mayUseBasic: false };
const OK = 'RTSP/1.0 200 OK\r\nCSeq: {cseq}\r\n\r\n';
const refusal = (...challenges: string[]): string =>
  `RTSP/1.0 401 Unauthorized\r\nCSeq: {cseq}\r\n${challenges.map((each) => `WWW-Authenticate: ${each}\r\n`).join('')}\r\n`;

async function ask(script: Script, stream = {}) {
  const device = await scriptedDevice(script);
  const answer = await describeStream(
    {
      ...{ host: '127.0.0.1', port: device.port, path: '/Streaming/Channels/101' },
      ...LOGIN,
      ...stream,
    },
    AbortSignal.timeout(30_000),
  );
  return { ...device, answer };
}

/** A device that asks for a login in this way and accepts the first signed request. */
const asking =
  (...challenges: string[]): Script =>
  ({ authorization }) =>
    authorization === null ? refusal(...challenges) : OK;

describe('one DESCRIBE', () => {
  it('asks unsigned first and signs once, under a name', async () => {
    const { requests, answer } = await ask(asking(CHALLENGE));
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    expect(requests.map(({ authorization }) => authorization?.slice(0, 6) ?? null)).toEqual([
      null,
      'Digest',
    ]);
    expect(requests[0]?.text).toMatch(/^User-Agent: \S/m);
    expect(JSON.stringify(requests)).not.toContain('p@ss');
  });

  it('spends one login only on a refusal', async () => {
    const { requests, answer } = await ask(() => refusal(CHALLENGE));
    expect(answer).toMatchObject({ kind: 'failed', cause: 'login-refused' });
    expect(requests).toHaveLength(2);
  });

  it('signs again for a nonce that was too old, once', async () => {
    const stale = refusal('Digest realm="R", nonce="x", stale=TRUE');
    const { requests, answer } = await ask((_request, count) =>
      count === 1 ? refusal(CHALLENGE) : count === 2 ? stale : OK,
    );
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    expect(requests).toHaveLength(3);
    const endless = await ask((_request, count) => (count === 1 ? refusal(CHALLENGE) : stale));
    expect(endless.answer).toMatchObject({ kind: 'failed', cause: 'login-refused' });
    expect(endless.requests).toHaveLength(3);
  });

  it('signs nothing without a user name', async () => {
    const { requests, answer } = await ask(asking(CHALLENGE), { username: '' });
    expect(answer).toMatchObject({ kind: 'failed', cause: 'login-missing' });
    expect(requests).toHaveLength(1);
  });

  it('tells what the device shows of itself, without what changes each time', async () => {
    const first = await ask(asking('Digest realm="R", nonce="1", opaque="a"'));
    const second = await ask(asking('Digest realm="R", nonce="2", opaque="b"'));
    const other = await ask(asking('Digest realm="S", nonce="1", opaque="a"'));
    expect(second.answer.identity).toBe(first.answer.identity);
    expect(other.answer.identity).not.toBe(first.answer.identity);
  });
});

describe('Basic', () => {
  it.each([
    [['Basic realm="R"', CHALLENGE]],
    [[`Basic realm="R", ${CHALLENGE}`]],
    [['basic realm="R"', 'digest realm="R", nonce="n", algorithm=SHA-256, qop="auth"']],
  ])('is never used where Digest is offered: %j', async (challenges) => {
    for (const mayUseBasic of [false, true]) {
      const { requests } = await ask(asking(...challenges), { mayUseBasic });
      expect(requests[1]?.authorization).toMatch(/^Digest /);
    }
  });

  it('alone gets no password unless somebody allowed it', async () => {
    const refused = await ask(asking('Basic realm="R"'));
    expect(refused.answer).toMatchObject({ kind: 'failed', cause: 'basic-only' });
    expect(refused.requests).toHaveLength(1);
    const allowed = await ask(asking('Basic realm="R"'), { mayUseBasic: true });
    expect(allowed.answer).toMatchObject({ kind: 'answered', status: 200 });
  });
});

describe('a device that speaks carelessly', () => {
  const lf = (text: string): string => text.replaceAll('\r\n', '\n');
  const html = '<HTML><P>Play $\x01 no</P></HTML>';
  const spoken: [string, Script][] = [
    ['ends its lines with LF alone', (request) => lf(asking(CHALLENGE)(request, 0) ?? '')],
    [
      'mixes line ends',
      ({ authorization }) =>
        authorization ? OK : `RTSP/1.0 401 x\nWWW-Authenticate: ${CHALLENGE}\r\n\n`,
    ],
    [
      'gives no reasons',
      ({ authorization }) =>
        authorization
          ? 'RTSP/1.0 200\r\nCSeq: {cseq}\r\n\r\n'
          : `RTSP/1.0 401\r\nCSeq: {cseq}\r\nWWW-Authenticate: ${CHALLENGE}\r\n\r\n`,
    ],
    [
      'sends a body behind its 401',
      ({ authorization }) =>
        authorization
          ? OK
          : `${refusal(CHALLENGE).slice(0, -2)}Content-Length: ${html.length}\r\n\r\n${html}`,
    ],
    [
      'sends a body without a length behind its 401',
      ({ authorization }) => (authorization ? OK : `${refusal(CHALLENGE)}${html}\r\n`),
    ],
    [
      'names no question in its answers',
      (request) => (asking(CHALLENGE)(request, 0) ?? '').replace('CSeq: {cseq}\r\n', ''),
    ],
    [
      'folds its headers',
      ({ authorization }) =>
        authorization
          ? OK
          : 'RTSP/1.0 401 x\r\nWWW-Authenticate: Digest realm="R",\r\n nonce="abc"\r\n\r\n',
    ],
    [
      'sends junk between answers',
      (request, count) =>
        (count === 1 ? '\0\0junk\r\n' : '') + (asking(CHALLENGE)(request, 0) ?? ''),
    ],
  ];
  it.each(spoken)('%s is understood', async (_how, script) => {
    const { answer } = await ask(script);
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('hangs up with each 401 is asked again', async () => {
    const { answer, connections } = await ask(({ authorization }, count) =>
      authorization === null && count > 1
        ? null
        : asking(CHALLENGE)({ authorization } as ScriptedRequest, 0),
    );
    expect(answer).toMatchObject({ kind: 'answered' });
    expect(connections()).toBe(1);
  });

  it.each([
    ['HTTP', 'HTTP/1.1 200 OK\r\n\r\n'.repeat(40_000)],
    ['a head without an end', `RTSP/1.0 200 OK\r\n${'x'.repeat(40_000)}`],
    ['a body without an end', 'RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n'],
  ])('%s is no answer', async (_what, text) => {
    const { answer } = await ask(() => text);
    expect(answer).toMatchObject({ kind: 'failed', cause: 'bad-answer' });
  });

  it('and hangs up has lost the connection', async () => {
    const { answer } = await ask(() => null);
    expect(answer).toMatchObject({ kind: 'failed', cause: 'connection-lost' });
  });
});

describe('a realm', () => {
  it.each([
    ['in UTF-8', Buffer.from('大门口', 'utf8').toString('latin1')],
    ['in GBK', Buffer.from([0xb4, 0xf3, 0xc3, 0xc5]).toString('latin1')],
    ['in Latin-1', 'Süd-Tür'],
    ['with quotes', String.raw`the \"main\" NVR`],
    ['that is empty', ''],
  ])('%s goes back byte for byte, and into the hash', async (_what, realm) => {
    const { requests, answer } = await ask(asking(`Digest realm="${realm}", nonce="n1"`));
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    const sent = requests[1]?.authorization ?? '';
    expect(sent).toContain(`realm="${realm}"`);
    const hash = (text: string) => createHash('md5').update(text, 'latin1').digest('hex');
    const url = requests[1]?.url ?? '';
    const ha1 = hash(`u:${realm}:${LOGIN.password}`);
    expect(sent).toContain(`response="${hash(`${ha1}:n1:${hash(`DESCRIBE:${url}`)}`)}"`);
  });
});

describe('a redirect', () => {
  const to = (location: string): string => `RTSP/1.0 302 Moved\r\nLocation: ${location}\r\n\r\n`;

  it('within the device is followed, and the login goes to where it leads', async () => {
    const target = await scriptedDevice(asking(CHALLENGE));
    const { answer, requests } = await ask(() => to(`rtsp://127.0.0.1:${target.port}/other`));
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    expect(requests).toHaveLength(1);
    expect(target.requests.map(({ authorization }) => authorization !== null)).toEqual([
      false,
      true,
    ]);
  });

  it('to another place is not, and nothing is sent there', async () => {
    const target = await scriptedDevice(asking(CHALLENGE));
    const { answer } = await ask(() => to(`rtsp://127.0.0.2:${target.port}/other`));
    expect(answer).toMatchObject({ kind: 'failed', cause: 'elsewhere' });
    expect(target.requests).toEqual([]);
  });

  it.each([300, 301, 303, 305, 307, 308])(
    'by %i to a path alone stays at the device',
    async (status) => {
      const moved = `RTSP/1.0 ${status} Moved\r\nLocation: /new/path?x=1\r\n\r\n`;
      const { answer, requests, port } = await ask(({ url }) =>
        url.endsWith('/new/path?x=1') ? OK : moved,
      );
      expect(answer).toMatchObject({ kind: 'answered', status: 200 });
      expect(requests.at(-1)?.url).toBe(`rtsp://127.0.0.1:${port}/new/path?x=1`);
    },
  );

  it('in a circle ends', async () => {
    const script: Script = ({ url }) => to(url);
    const { answer, requests } = await ask(script);
    expect(answer).toMatchObject({ kind: 'failed', cause: 'elsewhere' });
    expect(requests).toHaveLength(3);
  });
});

it('asks nobody once it was cancelled', async () => {
  const stream = { host: '127.0.0.1', port: 9, path: '/x', ...LOGIN };
  expect(await describeStream(stream, AbortSignal.abort())).toMatchObject({ kind: 'failed' });
});

it('says that a port is closed', async () => {
  const stream = { host: '127.0.0.1', port: 1, path: '/x', ...LOGIN };
  expect(await describeStream(stream, AbortSignal.timeout(30_000))).toMatchObject({
    cause: 'port-closed',
  });
});
