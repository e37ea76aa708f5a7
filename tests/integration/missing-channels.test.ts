import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamCause } from '../../src-preload/contract/models/playback.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, play, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const STATUS = 'GET /ISAPI/ContentMgmt/InputProxy/channels/status';

let recorder: SimulatedRecorder;
beforeEach(async () => {
  recorder = new SimulatedRecorder({ channels: 16, user: 'admin', password: PASSWORD });
  await recorder.start();
});
afterEach(() => recorder.stop());

async function station(): Promise<{ app: AppUnderTest; causes: StreamCause[] }> {
  const app = await startApp({ secrets: new LockableSecretStore() });
  const { rtspPort, httpPort } = recorder;
  await app.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: 16 }));
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  const causes: StreamCause[] = [];
  app.streams.news.on(({ news }) => {
    if (news.kind === 'failed') causes.push(news.cause);
  });
  return { app, causes };
}

/** What is said of a stream that cannot be had, in the end. */
async function causeOf(
  { app, causes }: Awaited<ReturnType<typeof station>>,
  stream: string,
): Promise<StreamCause | undefined> {
  const before = causes.length;
  await play(app, stream).catch(() => null);
  await expect.poll(() => causes.length, PATIENT).toBeGreaterThan(before);
  return causes.at(-1);
}

describe('a channel that has no stream', () => {
  it('is told apart: a camera that is unplugged, a channel that was removed', async () => {
    recorder.faults.disconnectCamera(2);
    recorder.faults.removeChannel(3);
    const here = await station();
    expect(await causeOf(here, 'nvr1-ch2-sub')).toBe('camera-offline');
    expect(await causeOf(here, 'nvr1-ch3-sub')).toBe('channel-gone');
  });

  it('that is there and lacks one stream only stays what RTSP calls it', async () => {
    recorder.faults.removeSubStream(4);
    expect(await causeOf(await station(), 'nvr1-ch4-sub')).toBe('channel-missing');
  });

  it('costs the recorder one look, however many tiles ask, and no failed login', async () => {
    for (const channel of [1, 2, 3, 4, 5, 6]) recorder.faults.disconnectCamera(channel);
    const { app, causes } = await station();
    const looks = () => recorder.counters.requests.http[STATUS] ?? 0;
    // The watch over its health asks the same, some seconds after the first login and then once a minute.
    await expect.poll(looks, PATIENT).toBe(1);
    const names = [1, 2, 3, 4, 5, 6].map((channel) => `nvr1-ch${channel}-sub`);
    await Promise.allSettled(names.map((name) => play(app, name)));
    await expect.poll(() => causes.length, PATIENT).toBeGreaterThanOrEqual(6);
    expect(new Set(causes)).toEqual(new Set(['camera-offline']));
    expect(looks()).toBe(2);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('is unknown where the web server does not help', async () => {
    const here = await station();
    recorder.faults.disconnectCamera(2);
    recorder.faults.refuseAsBusy(Infinity);
    expect(await causeOf(here, 'nvr1-ch2-sub')).toBe('channel-missing');
  });
});
