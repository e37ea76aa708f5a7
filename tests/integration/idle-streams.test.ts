import { expect, it, onTestFinished } from 'vitest';
import type { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';
import { percentEncode } from '../../src-main/app/domain/percent-encode.ts';
import { go2rtcSource } from '../../src-main/app/domain/rtsp-url.ts';
import { IdleStreams, type IdleStreamsOptions } from '../../src-main/app/streams/idle-streams.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { firstFrame } from '../support/first-frame.ts';
import { PATIENT } from '../support/patience.ts';
import { createSupervisor } from '../support/supervisor-under-test.ts';

const LOGIN = { user: 'admin', password: 'p@ss:w/rd #1%' };
const WATCHED = 'nvr1-ch1-sub';
const LEFT = 'nvr1-ch2-sub';
const SWEEP_MS = 50;
const NEVER_MS = 3_600_000;
/** So many sweeps have passed for sure. */
const SWEEPS = 10;

/** A real go2rtc that plays two streams of a recorder, one of which is left again. */
async function playing() {
  const recorder = new SimulatedRecorder({ channels: 2, ...LOGIN });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  const { supervisor, client } = await createSupervisor();
  await supervisor.start();
  await expect.poll(() => supervisor.status.state, PATIENT).toBe('running');
  const { user, password } = LOGIN;
  const address = `${user}:${percentEncode(password)}@127.0.0.1:${recorder.rtspPort}`;
  for (const [name, channel] of [
    [WATCHED, 102],
    [LEFT, 202],
  ] as const) {
    const url = `rtsp://${address}/Streaming/Channels/${channel}`;
    await client().putStream(name, go2rtcSource(url));
  }
  const watched = await firstFrame(client(), WATCHED);
  onTestFinished(() => watched.close());
  const left = await firstFrame(client(), LEFT);
  return { client: client(), left };
}

async function sweeping(client: Go2rtcClient, options: Partial<IdleStreamsOptions> = {}) {
  let sweeps = 0;
  const currentClient = () => {
    sweeps += 1;
    return client;
  };
  const idle = new IdleStreams({
    ...{ currentClient, onForgotten: () => undefined },
    ...{ sweepMs: SWEEP_MS, idleAfterMs: 0 },
    ...options,
  });
  onTestFinished(() => idle.stop());
  await idle.start();
  return { idle, sweeps: () => sweeps };
}

it('forgets a stream when its last viewer has gone, and leaves those that play alone', async () => {
  const { client, left } = await playing();
  const { sweeps } = await sweeping(client);
  await expect.poll(sweeps, PATIENT).toBeGreaterThan(SWEEPS);
  expect((await client.streamNames()).toSorted()).toEqual([WATCHED, LEFT]);
  await left.close();
  await expect.poll(() => client.streamNames(), PATIENT).toEqual([WATCHED]);
});

it('spares what was opened a moment ago: its viewer is on the way', async () => {
  const { client, left } = await playing();
  const { idle, sweeps } = await sweeping(client, { idleAfterMs: NEVER_MS });
  await idle.use(LEFT);
  await left.close();
  await expect.poll(() => client.idleStreamNames(), PATIENT).toEqual([LEFT]);
  const before = sweeps();
  await expect.poll(sweeps, PATIENT).toBeGreaterThan(before + SWEEPS);
  expect((await client.streamNames()).toSorted()).toEqual([WATCHED, LEFT]);
});

it('never forgets what somebody else than the app registered', async () => {
  const { client } = await playing();
  await client.putStream('front-door', 'rtsp://127.0.0.1:1/x');
  const { sweeps } = await sweeping(client);
  await expect.poll(sweeps, PATIENT).toBeGreaterThan(SWEEPS);
  expect(await client.streamNames()).toContain('front-door');
});

it('is over before a stream is registered again, and does nothing more after a stop', async () => {
  const { client, left } = await playing();
  await left.close();
  const deletions: string[] = [];
  const slow = Object.assign(Object.create(client) as Go2rtcClient, {
    idleStreamNames: async () => [LEFT],
    deleteStream: async (name: string) => {
      deletions.push('begins');
      await client.deleteStream(name);
      await new Promise((resolve) => setTimeout(resolve, SWEEP_MS));
      deletions.push('ends');
    },
  });
  const { idle } = await sweeping(slow);
  await expect.poll(() => deletions.at(-1), { ...PATIENT, interval: 1 }).toBe('begins');
  await idle.use(LEFT);
  expect(deletions.at(-1)).toBe('ends');
  await idle.stop();
  const count = deletions.length;
  await new Promise((resolve) => setTimeout(resolve, SWEEPS * SWEEP_MS));
  expect(deletions).toHaveLength(count);
});
