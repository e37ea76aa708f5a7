import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LimitedServer, type Caller } from '../../../../src-main/app/net/limited-server.ts';

const MAX = 4;
const INTRODUCTION_MS = 60_000;

let server: LimitedServer;
let port: number;
let served: Caller[];
const clients: net.Socket[] = [];

beforeEach(async () => {
  served = [];
  // Whoever says "ours" is known.
  server = await startServer(INTRODUCTION_MS);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await server.close();
});

it('closes the longest waiting stranger when it is full, and keeps those that are known', async () => {
  const known = await connect('ours');
  await vi.waitFor(() => expect(served).toHaveLength(1));
  const strangers: net.Socket[] = [];
  for (let count = 1; count < MAX; count += 1) strangers.push(await connect());
  await vi.waitFor(() => expect(served).toHaveLength(MAX));

  const [oldest, second] = strangers;
  const gone = once(oldest ?? known, 'close');
  await connect();
  await gone;
  await vi.waitFor(() => expect(served).toHaveLength(MAX + 1));

  expect(server.connections).toBe(MAX);
  expect(second?.destroyed).toBe(false);
  expect(known.destroyed).toBe(false);
});

it('refuses a new connection when all others are known', async () => {
  for (let count = 0; count < MAX; count += 1) await connect('ours');
  await vi.waitFor(() => expect(served).toHaveLength(MAX));
  await vi.waitFor(() => expect(served.every(({ socket }) => socket.bytesRead > 0)).toBe(true));

  const late = await connect();
  if (!late.destroyed) await once(late, 'close');
  expect(served).toHaveLength(MAX);
  expect(server.connections).toBe(MAX);
});

it('holds 500 idle connections of somebody else to its limit and still serves ours', async () => {
  for (let count = 0; count < 500; count += 1) await connect();
  const ours = await connect('ours');
  ours.setEncoding('utf8');
  await expect(once(ours, 'data')).resolves.toEqual(['welcome']);
  expect(server.connections).toBeLessThanOrEqual(MAX);
});

it('drops a caller that keeps sending but never says who it is', async () => {
  await server.close();
  server = await startServer(200);
  const slow = await connect();
  const dribble = setInterval(() => slow.write('x'), 20);
  // A reset is an end like any other.
  await new Promise((resolve) => slow.on('error', () => undefined).once('close', resolve));
  clearInterval(dribble);
  await vi.waitFor(() => expect(server.connections).toBe(0));
});

async function startServer(introductionMs: number): Promise<LimitedServer> {
  const started = new LimitedServer({ maxConnections: MAX, introductionMs }, (caller) => {
    served.push(caller);
    caller.socket.on('data', (chunk) => {
      if (chunk.toString() !== 'ours') return;
      caller.markKnown();
      caller.socket.write('welcome');
    });
  });
  port = await started.listen();
  return started;
}

async function connect(says?: string): Promise<net.Socket> {
  const client = net.connect(port, '127.0.0.1');
  clients.push(client);
  client.on('error', () => undefined);
  client.resume();
  await once(client, 'connect');
  if (says !== undefined) client.write(says);
  return client;
}
