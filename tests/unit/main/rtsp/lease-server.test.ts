import net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StreamNews } from '@contract/models/playback.ts';
import { SharedLogin } from '../../../../src-main/app/rtsp/client/shared-login.ts';
import { LeaseServer } from '../../../../src-main/app/rtsp/server/lease-server.ts';
import { RtspReader, type RtspInput } from '../../../../src-main/app/rtsp/wire/rtsp-reader.ts';
import { scriptedDevice, type Script, type ScriptedRequest } from './scripted-device.ts';

const LEASE = 'ab12';
const SDP = [
  ...['v=0', 's=-', 't=0 0', 'a=control:*', 'm=audio 0 RTP/AVP 0', 'a=control:track1'],
  ...['m=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000', 'a=control:track2', ''],
].join('\r\n');

/** An answer as a device gives it. */
function answer(status: number, headers: string[] = [], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${body.length}`];
  return [`RTSP/1.0 ${status} x`, 'CSeq: {cseq}', ...headers, ...length, '', body].join('\r\n');
}

/** A device that plays; what is named is answered otherwise. */
function device(other: Record<string, string | null> = {}): Script {
  return ({ method }) => {
    const changed = other[method];
    if (changed !== undefined) return changed;
    if (method === 'DESCRIBE') return answer(200, [], SDP);
    if (method === 'SETUP') {
      return answer(200, [
        'Session: 7;timeout=60',
        'Transport: RTP/AVP/TCP;unicast;interleaved=4-5',
      ]);
    }
    return answer(200);
  };
}

/** A sound packet: header and payload. */
function rtp(sequence: number, payloadBytes = 1): string {
  const header = Buffer.alloc(12 + payloadBytes, 1);
  header.writeUInt16BE(0x8000, 0);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 160, 4);
  const head = Buffer.from([0x24, 4, header.length >> 8, header.length & 255]);
  return Buffer.concat([head, header]).toString('latin1');
}

/** The gateway's server in front of a scripted device, and a client that asks it like go2rtc. */
async function serve(script: Script, isGranted = true) {
  const asked = await scriptedDevice(script);
  const news: StreamNews[] = [];
  const logins: string[] = [];
  const stream = {
    ...{ host: '127.0.0.1', port: asked.port, path: '/x' },
    ...{ username: 'u', password: 'secret', mayUseBasic: false },
  };
  const shared = new SharedLogin();
  const server = new LeaseServer({
    dial: async () =>
      isGranted ? { stream, shared, onLogin: (outcome) => void logins.push(outcome) } : null,
    tell: (_lease, piece) => void news.push(piece),
  });
  const port = await server.start(0);
  onTestFinished(() => server.stop());
  const socket = net.connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const reader = new RtspReader();
  reader.expectPackets();
  const packets: Buffer[] = [];
  let settle: (input: RtspInput | null) => void = () => undefined;
  let isClosed = false;
  socket.on('data', (chunk: Buffer) => {
    for (const input of reader.push(chunk)) {
      if (input.kind === 'packet') packets.push(input.payload);
      else settle(input);
    }
  });
  socket.on('close', () => {
    isClosed = true;
    settle(null);
  });
  let cseq = 0;
  const ask = async (method: string, suffix = '', headers = ''): Promise<number | null> => {
    const url = `rtsp://127.0.0.1:${port}/${LEASE}${suffix}`;
    const input = new Promise<RtspInput | null>((resolve) => (settle = resolve));
    socket.write(`${method} ${url} RTSP/1.0\r\nCSeq: ${(cseq += 1)}\r\n${headers}\r\n`);
    const got = await input;
    return got?.kind === 'answer' ? got.status : null;
  };
  const setUp = () =>
    ask('SETUP', '/trackID=2', 'Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n');
  return { ...asked, server, socket, news, logins, packets, ask, setUp, isClosed: () => isClosed };
}

async function play(script: Script) {
  const client = await serve(script);
  expect(await client.ask('DESCRIBE')).toBe(200);
  expect(await client.setUp()).toBe(200);
  const status = await client.ask('PLAY');
  return { ...client, status };
}

describe('a stream that plays', () => {
  it('is asked for once, by the device’s own controls, and its packets come on the channel that was asked for', async () => {
    const client = await play(device({ PLAY: answer(200) + rtp(1) + '$\x05\x00\x01r' + rtp(2) }));
    await expect.poll(() => client.packets.map((packet) => packet.readUInt16BE(2))).toEqual([1, 2]);
    const base = `rtsp://127.0.0.1:${client.port}/x`;
    expect(client.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `DESCRIBE ${base}`,
      `SETUP ${base}/track1`,
      `PLAY ${base}`,
    ]);
    expect(client.news).toEqual([{ kind: 'playing', codec: 'H264', soundCodec: 'PCMU' }]);
    expect(client.logins).toEqual(['accepted']);
  });

  it('is torn down at the device when its viewer goes', async () => {
    const client = await play(device());
    client.socket.destroy();
    await expect.poll(() => client.requests.at(-1)?.method).toBe('TEARDOWN');
    expect(client.requests.at(-1)?.text).toContain('Session: 7');
  });

  it('ends with its lease', async () => {
    const client = await play(device());
    client.server.endLeases([LEASE]);
    await expect.poll(client.isClosed).toBe(true);
    await expect.poll(() => client.requests.at(-1)?.method).toBe('TEARDOWN');
  });

  it('ends with its lease also while its device has not answered yet, and tells nobody of a failure', async () => {
    const client = await serve(device({ DESCRIBE: '' }));
    const asked = client.ask('DESCRIBE');
    await expect.poll(() => client.requests.length).toBe(1);
    const upstream = client.sockets()[0];
    client.server.endLeases(['another', LEASE]);
    expect(await asked).toBeNull();
    await expect.poll(() => upstream?.closed).toBe(true);
    expect(client.logins).toEqual(['untold']);
    expect(client.news).toEqual([]);
  });

  it('is torn down with a login by its viewer, and without one by main, which may know that it is good no more', async () => {
    const signed: Script = (request, count) =>
      request.authorization === null && request.method !== 'TEARDOWN'
        ? answer(401, ['WWW-Authenticate: Digest realm="r", nonce="n"'])
        : device()(request, count);
    const [left, ended] = [await play(signed), await play(signed)];
    left.socket.destroy();
    ended.server.endLeases([LEASE]);
    const last = (client: typeof left) => client.requests.at(-1);
    await expect.poll(() => last(left)?.method).toBe('TEARDOWN');
    await expect.poll(() => last(ended)?.method).toBe('TEARDOWN');
    expect(last(left)?.authorization).toContain('Digest');
    expect(last(ended)?.authorization).toBeNull();
  });

  it('signs each request anew where a nonce is good for one only', async () => {
    let nonce = 0;
    const isFresh = ({ authorization }: ScriptedRequest): boolean =>
      authorization?.includes(`nonce="${nonce}"`) ?? false;
    const client = await play((request, count) => {
      if (isFresh(request)) {
        nonce += 1;
        return device()(request, count);
      }
      return answer(401, [`WWW-Authenticate: Digest realm="r", nonce="${nonce}"`]);
    });
    expect(client.status).toBe(200);
    expect(client.logins).toEqual(['accepted']);
  });
});

describe('a stream that cannot be had', () => {
  const refused: [string, Record<string, string | null>, object][] = [
    [
      'login',
      { DESCRIBE: answer(401, ['WWW-Authenticate: Digest realm="r", nonce="n"']) },
      { cause: 'login-refused', status: 401 },
    ],
    ['channel', { DESCRIBE: answer(404) }, { cause: 'channel-missing', status: 404 }],
    ['right', { DESCRIBE: answer(403) }, { cause: 'not-allowed', status: 403 }],
    ['session', { SETUP: answer(453) }, { cause: 'session-limit', status: 453 }],
    ['place', { SETUP: answer(500) }, { cause: 'session-limit', status: 500 }],
    ['TCP', { SETUP: answer(461) }, { cause: 'udp-only', status: 461 }],
    [
      'TCP after all',
      { SETUP: answer(200, ['Transport: RTP/AVP;unicast;client_port=1-2']) },
      { cause: 'udp-only', status: 200 },
    ],
    ['PLAY', { PLAY: answer(453) }, { cause: 'session-limit', status: 453 }],
    ['session any more', { PLAY: answer(454) }, { cause: 'session-ended', status: 454 }],
    ['word', { DESCRIBE: null }, { cause: 'connection-lost', status: null }],
    ['end to its session', { PLAY: null }, { cause: 'connection-lost', status: null }],
    [
      'video',
      { DESCRIBE: answer(200, [], 'v=0\r\nm=video 0 RTP/AVP 26\r\n') },
      { cause: 'no-video', status: 200 },
    ],
  ];
  it.each(refused)(
    'for there is no %s: says so in a code, and hangs up',
    async (_what, other, failure) => {
      const client = await serve(device(other));
      const statuses = [await client.ask('DESCRIBE')];
      if (statuses[0] === 200) statuses.push(await client.setUp());
      if (statuses[1] === 200) statuses.push(await client.ask('PLAY'));
      await expect.poll(client.isClosed).toBe(true);
      expect(client.news.filter(({ kind }) => kind === 'failed')).toEqual([
        { kind: 'failed', ...failure },
      ]);
      // go2rtc would try a login of its own, and follow a redirect.
      expect(statuses).not.toContain(401);
      expect(client.logins.at(-1)).toMatch(/^(?:refused|untold)$/);
      expect(client.logins.length).toBeLessThanOrEqual(2);
    },
  );

  it('is not asked for where main does not allow it', async () => {
    const client = await serve(device(), false);
    expect(await client.ask('DESCRIBE')).toBe(403);
    expect(client.requests).toEqual([]);
    expect(client.news).toEqual([]);
  });
});

describe('a viewer that does not read', () => {
  it('holds the device up instead of filling memory, and gets all of it later', async () => {
    let sent = 0;
    const client = await play(device());
    const upstream = client.sockets()[0];
    const pump = (): void => {
      while (sent < 60_000 && upstream?.write(rtp((sent += 1) % 65_536, 1_200), 'latin1') === true);
    };
    upstream?.on('drain', pump);
    client.socket.pause();
    pump();
    let before = -1;
    await expect
      .poll(() => before === (before = sent) && sent > 0, { interval: 500, timeout: 30_000 })
      .toBe(true);
    expect(sent).toBeLessThan(60_000);
    client.socket.resume();
    await expect.poll(() => client.packets.length, { timeout: 30_000 }).toBeGreaterThan(before);
  }, 60_000);
});
