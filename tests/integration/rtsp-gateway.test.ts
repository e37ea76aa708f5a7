import { expect, it, onTestFinished } from 'vitest';
import type { GatewayChild } from '../../src-main/app/rtsp/process/gateway-messages.ts';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, play, startApp } from '../support/app-under-test.ts';
import { forkGateway } from '../support/gateway-child.ts';
import { PATIENT } from '../support/patience.ts';

const STREAM = 'nvr1-ch1-sub';

/** The app with one recorder whose login was accepted, and the gateway processes it started. */
async function station() {
  const recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: 'secret-1' });
  onTestFinished(() => recorder.stop());
  await recorder.start();
  const children: GatewayChild[] = [];
  const launchGateway = (): GatewayChild => {
    const child = forkGateway();
    children.push(child);
    return child;
  };
  const app = await startApp({ secrets: new MemorySecretStore(), launchGateway });
  const { rtspPort, httpPort } = recorder;
  const entry = filledIn({ rtspPort, httpPort, password: 'secret-1', maxChannels: 2 });
  await app.nvrs.add(entry);
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  return { app, recorder, children };
}

it.each(['SIGKILL', 'SIGSTOP'] as const)(
  'a gateway that got %s is replaced, and its streams play again without a failed login',
  { timeout: 120_000 },
  async (signal) => {
    const { app, recorder, children } = await station();
    const before = await play(app, STREAM);
    onTestFinished(() => before.close());
    process.kill(children[0]?.pid ?? 0, signal);
    await expect.poll(() => children.length, PATIENT).toBe(2);
    await expect
      .poll(
        () =>
          play(app, STREAM).then(
            (frame) => frame.close().then(() => true),
            () => false,
          ),
        PATIENT,
      )
      .toBe(true);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  },
);

it('a recorder that takes longer for its description than go2rtc waits is played', async () => {
  const { app, recorder } = await station();
  const news: unknown[] = [];
  app.streams.news.on(({ news: piece }) => news.push(piece));
  recorder.faults.slowDownRtsp(2_600);
  const frame = await play(app, STREAM);
  await frame.close();
  expect(news).toContainEqual({ kind: 'slow' });
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});

it('a station that has stopped leaves no gateway', async () => {
  const { app, children } = await station();
  const exited = new Promise((resolve) => children[0]?.onExit(resolve));
  await app.group.stop();
  await exited;
  expect(children).toHaveLength(1);
});
