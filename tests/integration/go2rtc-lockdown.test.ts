import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPlayback } from '../support/first-frame.ts';
import { askGo2rtc } from '../support/go2rtc-api.ts';
import { listeningSockets } from '../support/listening-sockets.ts';
import { PATIENT } from '../support/patience.ts';
import { allNaming, go2rtcsOf } from '../support/processes.ts';
import { createSupervisor, type SupervisorUnderTest } from '../support/supervisor-under-test.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function running(): Promise<SupervisorUnderTest> {
  const under = await createSupervisor();
  await under.supervisor.start();
  await expect.poll(() => under.supervisor.status.state, PATIENT).toBe('running');
  return under;
}

function pidOf(folder: string): number {
  const [pid, ...others] = go2rtcsOf(folder);
  if (pid === undefined || others.length > 0) throw new Error('not exactly one go2rtc');
  return pid;
}

describe('a running go2rtc', () => {
  it('answers nobody without the token', async () => {
    const client = (await running()).client();
    const wrong = `Basic ${btoa('opus:wrong')}`;
    for (const url of ['/api', '/api/streams', '/api/ws?src=x', '/api/stream.mp4?src=x']) {
      expect((await askGo2rtc(client, url, {}, null)).status, url).toBe(401);
      expect((await askGo2rtc(client, url, {}, wrong)).status, url).toBe(401);
    }
    const change = { method: 'PATCH' };
    const patched = await askGo2rtc(client, '/api/streams?name=a&src=rtsp://h/', change, null);
    expect(patched.status).toBe(401);
    expect(await client.streamNames()).toEqual([]);
  });

  it('opens its WebSocket to nobody without the token', async () => {
    const client = (await running()).client();
    const outcome = (authorization: string | null) =>
      new Promise<string>((resolve) => {
        const socket = openPlayback(client, 'x', authorization);
        socket.onopen = () => {
          socket.close();
          resolve('open');
        };
        socket.onerror = () => resolve('refused');
      });
    expect(await outcome(null)).toBe('refused');
    expect(await outcome(`Basic ${btoa('opus:')}`)).toBe('refused');
    expect(await outcome(client.authorization)).toBe('open');
  });

  it('has neither a web page nor an API that changes or runs anything, even with the token', async () => {
    const client = (await running()).client();
    for (const url of [
      '/',
      '/index.html',
      '/stream.html',
      '/api/config',
      '/api/exec',
      '/api/exit',
      '/api/restart',
      '/api/log',
      '/api/schemes',
      '/api/ffmpeg',
      '/api/webrtc',
      '/api/frame.mp4',
      '/api/stack',
      '/debug/pprof/',
    ]) {
      expect((await askGo2rtc(client, url)).status, url).toBe(404);
      expect((await askGo2rtc(client, url, { method: 'POST' })).status, url).toBe(404);
    }
  });

  it('refuses sources that run programs', async () => {
    const client = (await running()).client();
    const proof = path.join(await tempFolder(), 'proof');
    for (const source of [
      `exec:touch ${proof}`,
      `echo:touch ${proof}`,
      `expr:touch ${proof}`,
      `ffmpeg:${proof}`,
      `ffmpeg:device?video=0`,
      `bubble:touch ${proof}`,
    ]) {
      const query = new URLSearchParams({ name: 'x', src: source }).toString();
      const response = await askGo2rtc(client, `/api/streams?${query}`, { method: 'PATCH' });
      expect(response.status, source).toBe(400);
      const played = new URLSearchParams({ src: source }).toString();
      expect((await askGo2rtc(client, `/api/stream.mp4?${played}`)).ok, source).toBe(false);
    }
    expect(await client.streamNames()).toEqual([]);
    expect(existsSync(proof)).toBe(false);
  });

  it('listens on one port of the loopback and on nothing else', async () => {
    const { folder, client } = await running();
    const port = new URL(client().playbackEndpoint).port;
    expect(listeningSockets(pidOf(folder))).toEqual([`tcp 127.0.0.1:${port}`]);
  });

  it('has its secret neither in a file nor in arguments nor in its environment', async () => {
    const { folder, client } = await running();
    const authorization = client().authorization.replace('Basic ', '');
    const token = atob(authorization).replace('opus:', '');
    expect(token).toMatch(/^[\da-f]{64}$/);
    const processes = allNaming(folder);
    expect(processes.length).toBeGreaterThan(0);
    const environments = processes.map(({ pid }) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
    const args = processes.flatMap((process) => process.args);
    for (const secret of [token, authorization]) {
      expect(args.join(' ')).not.toContain(secret);
      expect(environments.join(' ')).not.toContain(secret);
    }
    expect(readdirSync(folder)).toEqual(['go2rtc.pid']);
    expect((await stat(path.join(folder, 'go2rtc.pid'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('writes no file when it learns of a stream', async () => {
    const { folder, client } = await running();
    await client().putStream('secret-stream', 'rtsp://admin:canary@127.0.0.1:1/x');
    expect(await client().streamNames()).toEqual(['secret-stream']);
    expect(readdirSync(folder)).toEqual(['go2rtc.pid']);
    const listing = await (await askGo2rtc(client(), '/api/streams')).text();
    expect(listing).not.toContain('canary');
  });
});
