import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, play, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { passTime } from '../support/passing-time.ts';
import { PATIENT } from '../support/patience.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const CHANNELS = 16;
/** A login that was refused is left alone for so long at most; `refused-login.test.ts` holds each pause to the second. */
const LEFT_ALONE_MS = 30_000;
/** Until a login that RTSP refused is tried again by itself, on a busy machine. */
const TRIED_AGAIN = { timeout: 90_000, interval: 500 };

vi.setConfig({ testTimeout: 240_000 });

let recorder: SimulatedRecorder;
beforeEach(async () => {
  recorder = new SimulatedRecorder({ channels: CHANNELS, user: 'admin', password: PASSWORD });
  await recorder.start();
});
afterEach(() => recorder.stop());

const failures = () => recorder.counters.failedLogins;

async function station(): Promise<AppUnderTest> {
  const app = await startApp({ secrets: new LockableSecretStore() });
  const { rtspPort, httpPort } = recorder;
  await app.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: CHANNELS }));
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  return app;
}

/** Opens sixteen streams at once, as a page of tiles does; how many of them play. */
async function openPage(app: AppUnderTest, quality: 'main' | 'sub'): Promise<number> {
  const names = Array.from({ length: CHANNELS }, (_, index) => `nvr1-ch${index + 1}-${quality}`);
  const outcomes = await Promise.allSettled(names.map((name) => play(app, name)));
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

describe('a login that the web server takes and RTSP refuses', () => {
  it('costs one failed login for a page, says which door refused, and ends by itself', async () => {
    recorder.faults.refuseRtspLogins();
    const app = await station();

    expect(await openPage(app, 'sub')).toBe(0);
    expect(failures()).toEqual({ rtsp: 1, http: 0 });
    await expect
      .poll(async () => (await app.nvrs.listNvrs())[0]?.login, PATIENT)
      .toMatchObject({ state: 'refused', door: 'rtsp' });

    recorder.faults.acceptRtspLogins();
    passTime(LEFT_ALONE_MS);
    await expect.poll(() => loginOf(app), TRIED_AGAIN).toBe('accepted');
    await expect.poll(() => openPage(app, 'sub'), TRIED_AGAIN).toBeGreaterThanOrEqual(CHANNELS - 1);
    expect(failures().rtsp + failures().http).toBeLessThanOrEqual(2);
  });

  it('for a moment, while sixteen streams play, break off and pages are turned, costs two at most', async () => {
    const app = await station();
    expect(await openPage(app, 'sub')).toBe(CHANNELS);

    recorder.faults.refuseRtspLogins();
    recorder.faults.resetConnections();
    expect(await openPage(app, 'main')).toBe(0);
    recorder.faults.acceptRtspLogins();

    // Whether a refusal concerns the stream or the recorder is found out later than the stream ends, and its pause begins then.
    const openLater = async () => {
      passTime(LEFT_ALONE_MS);
      return await openPage(app, 'main');
    };
    await expect.poll(openLater, TRIED_AGAIN).toBeGreaterThan(CHANNELS - 3);
    expect(failures().rtsp + failures().http).toBeLessThanOrEqual(2);
    expect(await loginOf(app)).toBe('accepted');
  });
});

describe('another device that answers in the place of the recorder', () => {
  it('costs few failed logins there and none at the recorder, which plays by itself once it is back', async () => {
    const app = await station();
    expect(await openPage(app, 'sub')).toBe(CHANNELS);
    const { rtspPort, httpPort } = recorder;
    const other = new SimulatedRecorder({
      ...{ channels: CHANNELS, user: 'admin', password: 'of the other one', realm: 'OTHER' },
      ...{ rtspPort, httpPort },
    });
    onTestFinished(() => other.stop());

    await recorder.stop();
    await other.start();
    const dialled = async () => {
      expect(await openPage(app, 'main')).toBe(0);
      return await loginOf(app);
    };
    await expect.poll(dialled, PATIENT).toBe('refused');
    const looks = () => other.counters.requests.http['GET /ISAPI/Security/userCheck'] ?? 0;
    const before = looks();
    await expect.poll(looks, PATIENT).toBeGreaterThan(before);
    await other.stop();
    await recorder.start();
    passTime(LEFT_ALONE_MS);

    await expect.poll(() => loginOf(app), TRIED_AGAIN).toBe('accepted');
    await expect.poll(() => openPage(app, 'sub'), TRIED_AGAIN).toBe(CHANNELS);
    // One by RTSP; and where its web server is asked something in that very moment, one there and one to make sure that the login was meant.
    const { failedLogins } = other.counters;
    expect(failedLogins.rtsp).toBeLessThanOrEqual(1);
    expect(failedLogins.http).toBeLessThanOrEqual(2);
    expect(failures()).toEqual({ rtsp: 0, http: 0 });
  });
});
