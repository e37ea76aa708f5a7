import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DIGEST, parseWWWAuthenticateHeader } from 'http-auth-utils';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { PATIENT } from '../support/patience.ts';

const USER = 'demo';
const PASSWORD = 'p@ss:w/rd #1%';
const NAL_SPS = 7;
const NAL_SLICE = 1;
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** A bare RTSP client: what a library would hide is what these tests are about. */
class Client {
  readonly socket: Socket;
  readonly #url: string;
  readonly #password: string;
  #bytes = Buffer.alloc(0);
  #challenge: { realm: string; nonce: string } | undefined;
  #session = '';
  error: Error | undefined;

  constructor(recorder: SimulatedRecorder, stream: number, password = PASSWORD) {
    this.#url = `rtsp://127.0.0.1:${recorder.rtspPort}/Streaming/Channels/${stream}`;
    this.#password = password;
    this.socket = connect(recorder.rtspPort, '127.0.0.1');
    this.socket.on('data', (bytes) => (this.#bytes = Buffer.concat([this.#bytes, bytes])));
    this.socket.on('error', (error) => (this.error = error));
  }

  /** Sends one request and gives back the status; it signs once a 401 has told it how. */
  async request(method: string, headers: Record<string, string> = {}, path = ''): Promise<number> {
    const uri = this.#url + path;
    const all = { CSeq: '1', Session: this.#session, ...this.#sign(method, uri), ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`${method} ${uri} RTSP/1.0\r\n${lines.join('')}\r\n`);
    const response = await vi.waitFor(() => this.#takeResponse(), { timeout: 3000, interval: 5 });
    const challenge = /WWW-Authenticate: (.*)\r\n/.exec(response)?.[1];
    if (challenge !== undefined) {
      this.#challenge = parseWWWAuthenticateHeader(challenge, [DIGEST]).data;
    }
    this.#session = /Session: (\d+)/.exec(response)?.[1] ?? this.#session;
    return Number(response.slice('RTSP/1.0 '.length, 'RTSP/1.0 200'.length));
  }

  async setUp(): Promise<number> {
    await this.request('DESCRIBE');
    return await this.request('SETUP', { Transport: 'RTP/AVP/TCP;interleaved=0-1' }, '/trackID=1');
  }

  async play(): Promise<number> {
    const status = await this.setUp();
    return status === 200 ? await this.request('PLAY') : status;
  }

  /** Takes the RTP received so far: the type of each NAL unit begun, and how many pictures ended. */
  takeMedia(): { nalTypes: number[]; pictures: number } {
    const nalTypes: number[] = [];
    let pictures = 0;
    while (this.#bytes[0] === 0x24 && this.#bytes.length >= 4 + this.#bytes.readUInt16BE(2)) {
      const packet = this.#bytes.subarray(4, 4 + this.#bytes.readUInt16BE(2));
      this.#bytes = this.#bytes.subarray(4 + packet.length);
      const type = packet.readUInt8(12) & 0x1f;
      const fragment = packet.readUInt8(13);
      if (type !== 28) nalTypes.push(type);
      else if ((fragment & 0x80) !== 0) nalTypes.push(fragment & 0x1f);
      if ((packet.readUInt8(1) & 0x80) !== 0) pictures += 1;
    }
    return { nalTypes, pictures };
  }

  #takeResponse(): string {
    const start = this.#bytes.indexOf('RTSP/1.0 ');
    const headEnd = this.#bytes.indexOf('\r\n\r\n', start);
    if (start === -1 || headEnd === -1) throw new Error('no answer yet');
    const head = this.#bytes.toString('utf8', start, headEnd + 4);
    const size = head.length + Number(/Content-Length: (\d+)/.exec(head)?.[1] ?? 0);
    const response = this.#bytes.toString('utf8', start, start + size);
    this.#bytes = Buffer.concat([
      this.#bytes.subarray(0, start),
      this.#bytes.subarray(start + size),
    ]);
    return response;
  }

  #sign(method: string, uri: string): Record<string, string> {
    if (this.#challenge === undefined) return {};
    const { realm, nonce } = this.#challenge;
    const secret = md5(`${USER}:${realm}:${this.#password}`);
    const response = md5(`${secret}:${nonce}:${md5(`${method}:${uri}`)}`);
    const rest = DIGEST.buildAuthorizationRest({ username: USER, realm, nonce, uri, response });
    return { Authorization: `Digest ${rest}` };
  }
}

describe.skipIf(!hasFfmpeg)('simulated recorder', () => {
  const recorder = new SimulatedRecorder({
    ...{ channels: 2, user: USER, password: PASSWORD, maxSessions: 3 },
  });
  const clients: Client[] = [];

  function client(stream: number, password?: string): Client {
    const made = new Client(recorder, stream, password);
    clients.push(made);
    return made;
  }

  beforeAll(() => recorder.start());
  afterAll(() => recorder.stop());
  afterEach(async () => {
    clients.splice(0).forEach(({ socket }) => socket.destroy());
    recorder.faults.setPassword(PASSWORD);
    await vi.waitFor(() => expect(recorder.sessions()).toEqual([]));
  });

  it('asks for a login, describes, and plays from a keyframe on in real time', async () => {
    const viewer = client(102);
    expect(await viewer.request('OPTIONS')).toBe(200);
    expect(await viewer.request('DESCRIBE')).toBe(401);
    expect(await viewer.play()).toBe(200);
    expect(recorder.sessions()).toMatchObject([
      { channel: 1, stream: 'sub', remotePort: viewer.socket.localPort },
    ]);
    await delay(1100);
    const start = viewer.takeMedia();
    expect(start.nalTypes[0]).toBe(NAL_SPS);
    const fromMs = performance.now();
    await delay(2000);
    const due = ((performance.now() - fromMs) / 1000) * 15;
    expect(Math.abs(viewer.takeMedia().pictures - due)).toBeLessThanOrEqual(4);
    expect(await viewer.request('TEARDOWN')).toBe(200);
    expect(recorder.sessions()).toEqual([]);
    expect(recorder.counters.failedLogins.rtsp).toBe(0);
    expect(recorder.counters.perChannel[1]).toEqual({ main: 0, sub: 1 });
  });

  it.each(['101', '202'])('sends what ffmpeg decodes without complaint (%s)', async (stream) => {
    const login = `${USER}:${encodeURIComponent(PASSWORD)}`;
    const url = `rtsp://${login}@127.0.0.1:${recorder.rtspPort}/Streaming/Channels/${stream}`;
    const args = ['-v', 'error', '-rtsp_transport', 'tcp', '-i', url, '-t', '2', '-f', 'null', '-'];
    const ffmpeg = spawn('ffmpeg', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    ffmpeg.stderr.on('data', (text) => (complaints += String(text)));
    expect(await once(ffmpeg, 'close')).toEqual([0, null]);
    expect(complaints).toBe('');
  });

  it('counts a wrong password and Basic, but not a request without a login', async () => {
    const before = recorder.counters.failedLogins.rtsp;
    const stranger = client(102, 'wrong');
    expect(await stranger.request('DESCRIBE')).toBe(401);
    expect(recorder.counters.failedLogins.rtsp).toBe(before);
    expect(await stranger.request('DESCRIBE')).toBe(401);
    const basic = `Basic ${btoa(`${USER}:${PASSWORD}`)}`;
    expect(await client(102).request('DESCRIBE', { Authorization: basic })).toBe(401);
    expect(recorder.counters.failedLogins.rtsp).toBe(before + 2);
  });

  it('lets sessions play on when the password changes, and nobody else in', async () => {
    const viewer = client(102);
    await viewer.play();
    recorder.faults.setPassword('new');
    expect(await client(102).play()).toBe(401);
    viewer.takeMedia();
    await expect.poll(() => viewer.takeMedia().pictures, PATIENT).toBeGreaterThan(0);
    expect(await client(102, 'new').play()).toBe(200);
  });

  it('knows only the channels and transports that it has', async () => {
    const stranger = client(302);
    await stranger.request('DESCRIBE');
    expect(await stranger.request('DESCRIBE')).toBe(404);
    const overUdp = client(102);
    await overUdp.request('DESCRIBE');
    expect(await overUdp.request('SETUP', { Transport: 'RTP/AVP;client_port=5000-5001' })).toBe(
      461,
    );
    expect(await overUdp.request('PLAY')).toBe(454);
  });

  it('takes a channel, a camera or a sub stream away and gives it back', async () => {
    const { faults } = recorder;
    const viewer = client(202);
    await viewer.play();
    const closed = once(viewer.socket, 'close');
    faults.removeChannel(2);
    await closed;
    expect(await client(202).play()).toBe(404);
    faults.restoreChannel(2);
    faults.removeSubStream(2);
    expect(await client(202).play()).toBe(404);
    expect(await client(201).play()).toBe(200);
    faults.restoreSubStream(2);
    faults.disconnectCamera(2);
    expect(await client(201).play()).toBe(404);
    faults.reconnectCamera(2);
    expect(await client(202).play()).toBe(200);
    expect(() => faults.renumberChannel(1, 2)).toThrow(RangeError);
    faults.removeChannel(2);
    faults.renumberChannel(1, 2);
    expect(await client(101).play()).toBe(404);
    expect(await client(201).play()).toBe(200);
    faults.removeChannel(2);
    faults.restoreChannel(1);
    faults.restoreChannel(2);
  });

  it('freezes with an open socket and goes on with a keyframe', async () => {
    const [frozen, other] = [client(102), client(202)];
    await Promise.all([frozen.play(), other.play()]);
    await expect.poll(() => frozen.takeMedia().pictures, PATIENT).toBeGreaterThan(0);
    recorder.faults.freeze(1);
    await frozen.request('OPTIONS'); // answered behind everything that was sent before
    [frozen, other].forEach((each) => each.takeMedia());
    let seen = 0;
    await expect.poll(() => (seen += other.takeMedia().pictures), PATIENT).toBeGreaterThan(5);
    expect(frozen.takeMedia().pictures).toBe(0);
    expect(frozen.socket.closed).toBe(false);
    recorder.faults.unfreeze();
    const types: number[] = [];
    await expect.poll(() => types.push(...frozen.takeMedia().nalTypes), PATIENT).toBeGreaterThan(9);
    expect([types[0], types.includes(NAL_SLICE)]).toEqual([NAL_SPS, true]);
  });

  it('answers 453 above its limit', async () => {
    const first = client(102);
    expect(await first.setUp()).toBe(200);
    expect(await client(101).play()).toBe(200);
    recorder.faults.limitSessions(1);
    expect(await first.request('PLAY')).toBe(453);
    expect(await client(201).play()).toBe(453);
    recorder.faults.limitSessions(undefined);
    expect(await client(201).play()).toBe(200);
    expect(await client(202).play()).toBe(453);
  });

  it('resets the connections of one channel only', async () => {
    const [first, second] = [client(102), client(202)];
    await Promise.all([first.play(), second.play()]);
    recorder.faults.resetConnections(1);
    await vi.waitFor(() => expect(first.error).toMatchObject({ code: 'ECONNRESET' }));
    expect(recorder.sessions()).toMatchObject([{ channel: 2 }]);
    expect(second.socket.closed).toBe(false);
  });

  it('answers ISAPI with the same login', async () => {
    const url = `http://127.0.0.1:${recorder.httpPort}/ISAPI/Security/userCheck`;
    const refused = await fetch(url);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('<statusValue>401</statusValue>');
    const challenge = refused.headers.get('www-authenticate') ?? '';
    const { realm, nonce } = parseWWWAuthenticateHeader(challenge, [DIGEST]).data;
    const ask = async (target: string, nc: string) => {
      const fields = { username: USER, realm, nonce, uri: target, nc, cnonce: 'c', qop: 'auth' };
      const hash = { ...fields, password: PASSWORD, method: 'GET', algorithm: 'md5' };
      const rest = { ...fields, response: DIGEST.computeHash(hash) };
      const Authorization = `Digest ${DIGEST.buildAuthorizationRest(rest)}`;
      return await fetch(new URL(target, url), { headers: { Authorization } });
    };
    expect((await ask('/ISAPI/Security/userCheck', '00000001')).status).toBe(200);
    const ports = await ask('/ISAPI/Security/adminAccesses?x=1', '00000002');
    expect(await ports.text()).toContain(`<portNo>${recorder.rtspPort}</portNo>`);
    expect((await ask('/ISAPI/System/Network', '00000003')).status).toBe(403);
    recorder.health.clock.suffix = 'none';
    const time = await ask('/ISAPI/System/time', '00000004');
    expect(await time.text()).toMatch(/<localTime>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d<\/localTime>/);
    const disks = await ask('/ISAPI/ContentMgmt/Storage', '00000005');
    expect(await disks.text()).toContain('<status>notexist</status>');
    recorder.health.status = null;
    expect((await ask('/ISAPI/System/status', '00000006')).status).toBe(403);
    const triggers = await ask('/ISAPI/Event/triggers', '00000007');
    expect(await triggers.text()).toContain('<notificationMethod>center</notificationMethod>');
    expect((await ask('/ISAPI/Event/triggers/VMD-99', '00000008')).status).toBe(503);
    recorder.alarms.mayRead = false;
    expect((await ask('/ISAPI/Event/triggers', '00000009')).status).toBe(403);
    expect(recorder.counters.failedLogins.http).toBe(0);
    expect(recorder.counters.requests.http['GET /ISAPI/Security/userCheck']).toBe(2);
  });

  it('goes and comes back on the same ports, leaving nothing open in between', async () => {
    const { rtspPort, httpPort } = recorder;
    const viewer = client(102);
    await viewer.play();
    const closed = once(viewer.socket, 'close');
    await Promise.all([recorder.stop(), recorder.stop()]);
    await closed;
    const openSockets = () =>
      process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
    await vi.waitFor(() => expect(openSockets()).toEqual([]));
    await expect(fetch(`http://127.0.0.1:${httpPort}/`)).rejects.toThrow();
    await recorder.start();
    await recorder.start();
    expect([recorder.rtspPort, recorder.httpPort]).toEqual([rtspPort, httpPort]);
    expect(await client(102).play()).toBe(200);
  });

  it('runs from the command line and keeps the password out of its arguments', async () => {
    const cli = path.resolve(import.meta.dirname, '../simulated-recorder/cli.ts');
    const child = spawn(process.execPath, [cli, '--channels', '1', '--user', 'guard']);
    child.stdin.end('secret\n');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(line.toString())).toMatchObject({ user: 'guard' });
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
