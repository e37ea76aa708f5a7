import net from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ReachWatch } from '../../src-main/app/recorders/reach/reach-watch.ts';
import { PATIENT } from '../support/patience.ts';

/** A port that counts what it is sent, and can be closed and opened again. */
async function port() {
  const got = { connections: 0, bytes: 0 };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    got.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('data', ({ length }) => (got.bytes += length));
  });
  const openAt = (number: number) =>
    new Promise<void>((resolve) => server.listen(number, '127.0.0.1', resolve));
  await openAt(0);
  const { port: number } = server.address() as net.AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  onTestFinished(close);
  return { number, got, close, openAgain: () => openAt(number) };
}

async function watched({ isWatched }: { isWatched: boolean }) {
  const recorder = await port();
  const watch = new ReachWatch({
    address: () => ({ host: '127.0.0.1', rtspPort: recorder.number }),
    isWatched: () => isWatched,
    onError: (error) => {
      throw error;
    },
    ...{ everyMs: 20, secondLookMs: 5 },
  });
  await watch.start();
  onTestFinished(() => watch.stop());
  return { watch, recorder };
}

it('a recorder that stops answering is known, and known again when it is back, and is sent nothing', async () => {
  const { watch, recorder } = await watched({ isWatched: true });
  await expect.poll(() => recorder.got.connections, PATIENT).toBeGreaterThan(1);
  expect(watch.isLost).toBe(false);
  await recorder.close();
  await expect.poll(() => watch.isLost, PATIENT).toBe(true);
  await recorder.openAgain();
  await expect.poll(() => watch.isLost, PATIENT).toBe(false);
  expect(recorder.got.bytes).toBe(0);
});

it('one whose login is not accepted is not looked at: nothing goes to it', async () => {
  const { watch, recorder } = await watched({ isWatched: false });
  const other = await watched({ isWatched: true });
  await expect.poll(() => other.recorder.got.connections, PATIENT).toBeGreaterThan(2);
  expect(recorder.got.connections).toBe(0);
  expect(watch.isLost).toBe(false);
});
