import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import {
  filledIn,
  loginOf,
  play,
  startApp,
  untilPlaybackRuns,
  type AppUnderTest,
} from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { go2rtcsOf } from '../support/processes.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const CHANNELS = 16;
const HOUR_MS = 60 * 60 * 1000;
/** go2rtc tries a broken stream five times in its first five seconds. */
const GO2RTC_RETRIES_MS = 5_000;

let nowMs = 0;
let recorder: SimulatedRecorder;
beforeEach(async () => {
  nowMs = Date.now();
  const login = { user: 'admin', password: PASSWORD };
  recorder = new SimulatedRecorder({ channels: CHANNELS, ...login, now: () => nowMs });
  await recorder.start();
});
afterEach(() => recorder.stop());

function failures(): number {
  return recorder.counters.failedLogins.rtsp + recorder.counters.failedLogins.http;
}

function form(password = PASSWORD) {
  const { rtspPort, httpPort } = recorder;
  return filledIn({ rtspPort, httpPort, password, maxChannels: CHANNELS });
}

/** Opens sixteen streams at once, as a page of tiles does; how many of them play. */
async function openPage(app: AppUnderTest, quality: 'main' | 'sub'): Promise<number> {
  const names = Array.from({ length: CHANNELS }, (_, index) => `nvr1-ch${index + 1}-${quality}`);
  const outcomes = await Promise.allSettled(names.map((name) => play(app, name)));
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

async function appWithPage(secrets = new LockableSecretStore()): Promise<AppUnderTest> {
  const app = await startApp({ secrets });
  await app.nvrs.add(form());
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  expect(await openPage(app, 'sub')).toBe(CHANNELS);
  expect(recorder.sessions()).toHaveLength(CHANNELS);
  return app;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything that could spend a login: retries, page turns, a new go2rtc, a new app, and an hour of the recorder's time. */
async function liveThroughAnHour(app: AppUnderTest, secrets: LockableSecretStore): Promise<void> {
  await pause(GO2RTC_RETRIES_MS);
  nowMs += HOUR_MS;
  expect(await openPage(app, 'sub')).toBe(0);
  const { playbackEndpoint } = app.client();
  for (const pid of go2rtcsOf(app.userData)) process.kill(pid, 'SIGKILL');
  await untilPlaybackRuns(app, playbackEndpoint);
  expect(await openPage(app, 'sub')).toBe(0);
  await app.group.stop();
  const next = await startApp({ secrets, userData: app.userData });
  expect(await loginOf(next)).toBe('refused');
  expect(await openPage(next, 'sub')).toBe(0);
}

describe('a password changed at the recorder while sixteen streams play', () => {
  it('costs one failed login when all of them are dropped in the same moment', async () => {
    const secrets = new LockableSecretStore();
    const app = await appWithPage(secrets);

    recorder.faults.setPassword('another one');
    recorder.faults.resetConnections();

    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    expect(failures()).toBe(1);
    await liveThroughAnHour(app, secrets);
    expect(failures()).toBe(1);
  });

  it('costs one failed login when they play on until somebody turns the page', async () => {
    const secrets = new LockableSecretStore();
    const app = await appWithPage(secrets);
    // Else this page turn could be covered by the check of the one before it.
    await pause(1_500);

    recorder.faults.setPassword('another one');

    expect(await openPage(app, 'main')).toBe(0);
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    await expect.poll(() => recorder.sessions(), PATIENT).toEqual([]);
    await liveThroughAnHour(app, secrets);
    expect(failures()).toBe(1);
  });

  it('is mended by entering the new one', async () => {
    const app = await appWithPage();
    recorder.faults.setPassword('another one');
    recorder.faults.resetConnections();
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');

    await app.nvrs.setPassword(1, 'another one');

    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    // Tiles try again, too: go2rtc may still be ending a dial of the old password.
    await expect.poll(() => openPage(app, 'sub'), PATIENT).toBe(CHANNELS);
    expect(failures()).toBe(1);
  });
});

describe('a wrong password that is saved', () => {
  it('costs exactly one failed login, whatever happens next', async () => {
    const secrets = new LockableSecretStore();
    const app = await startApp({ secrets });
    await app.nvrs.add(form('wrong'));
    await Promise.all([openPage(app, 'sub'), openPage(app, 'main')]);
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    await liveThroughAnHour(app, secrets);
    expect(failures()).toBe(1);
  });
});

describe('a recorder that restarts', () => {
  it('gets its sixteen streams back without a failed login, by go2rtc’s own retries', async () => {
    const app = await appWithPage();
    await recorder.stop();
    await pause(2_000);
    await recorder.start();
    await expect.poll(() => recorder.sessions().length, PATIENT).toBe(CHANNELS);
    expect(app.recorders.get(1)?.streams.budget.used).toBe(CHANNELS);
    expect(failures()).toBe(0);
  });
});

describe('a recorder whose web door is closed', () => {
  it('is spared the same: its login is checked by RTSP before the streams are dialled', async () => {
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add({ ...form(), httpPort: 1 });
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    expect(await openPage(app, 'sub')).toBe(CHANNELS);

    recorder.faults.setPassword('another one');
    recorder.faults.resetConnections();

    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    await pause(GO2RTC_RETRIES_MS);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 1, http: 0 });
  });

  it('by a firewall that swallows packets does not slow its pages down', async () => {
    const firewall = net.createServer(() => undefined).listen(0, '127.0.0.1');
    onTestFinished(() => void firewall.close());
    await once(firewall, 'listening');
    const httpPort = (firewall.address() as net.AddressInfo).port;
    let knocks = 0;
    firewall.on('connection', () => (knocks += 1));
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add({ ...form(), httpPort });
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    expect(knocks).toBe(1);

    expect(await openPage(app, 'sub')).toBe(CHANNELS);
    await pause(1_500);
    expect(await openPage(app, 'main')).toBe(CHANNELS);
    expect(knocks).toBe(1);
  });
});
