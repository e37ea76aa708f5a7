import net from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { ReachWatch } from '../../src-main/app/gate/reach-watch.ts';
import { databaseFile, NVR, open } from '../support/database-files.ts';
import { PATIENT } from '../support/patience.ts';
import { recordLog } from '../support/recorded-log.ts';

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

async function watched(login: NvrLogin) {
  const recorder = await port();
  const { db } = await open(await databaseFile());
  const row = { ...NVR, host: '127.0.0.1', rtsp_port: recorder.number };
  const { id } = await insertNvr(db, row);
  const watch = new ReachWatch({
    ...{ db, gate: { stateOf: () => login }, log: recordLog().log },
    ...{ everyMs: 20, secondLookMs: 5 },
  });
  await watch.start();
  onTestFinished(() => watch.stop());
  return { id, watch, recorder };
}

it('a recorder that stops answering is known, and known again when it is back, and is sent nothing', async () => {
  const { id, watch, recorder } = await watched({ state: 'accepted' });
  await expect.poll(() => recorder.got.connections, PATIENT).toBeGreaterThan(1);
  expect(watch.isLost(id)).toBe(false);
  await recorder.close();
  await expect.poll(() => watch.isLost(id), PATIENT).toBe(true);
  await recorder.openAgain();
  await expect.poll(() => watch.isLost(id), PATIENT).toBe(false);
  expect(recorder.got.bytes).toBe(0);
});

it('one whose login is not accepted is not looked at: nothing goes to it', async () => {
  const { id, watch, recorder } = await watched({ state: 'refused', door: 'web', triesLeft: null });
  const other = await watched({ state: 'accepted' });
  await expect.poll(() => other.recorder.got.connections, PATIENT).toBeGreaterThan(2);
  expect(recorder.got.connections).toBe(0);
  expect(watch.isLost(id)).toBe(false);
});
