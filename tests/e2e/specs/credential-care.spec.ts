import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { entriesFor } from '../pages/add-nvr-form.ts';
import type { WallPage } from '../pages/wall-page.ts';
import { expectMoving } from '../support/live.ts';
import { go2rtcProcesses } from '../support/processes.ts';
import { expect, PASSWORD, test as base, USER } from '../support/station.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Two pages of sixteen. */
const CHANNELS = 32;
/** Long enough for several retries of a tile, or of go2rtc, that does not know when to stop. */
const QUIET_WATCH_MS = 8_000;

/** The recorder's clock; it locks an account for half an hour of it. */
let nowMs = 0;

const test = base.extend({
  recorder: async ({ profile }, use) => {
    nowMs = Date.now();
    const login = { user: USER, password: PASSWORD };
    const options = { channels: CHANNELS, ...login, profile, now: () => nowMs };
    const recorder = new SimulatedRecorder(options);
    await recorder.start();
    await use(recorder);
    await recorder.stop();
  },
});

/** The next page is connected ahead only while somebody moves the pointer now and then. */
async function untilNextPageIsReady({ page }: WallPage, recorder: SimulatedRecorder) {
  let x = 300;
  await expect
    .poll(async () => {
      await page.mouse.move((x += 1), 300);
      return recorder.sessions().length;
    })
    .toBe(CHANNELS);
}

function failures({ counters }: SimulatedRecorder): number {
  return counters.failedLogins.rtsp + counters.failedLogins.http;
}

test('a password changed at the recorder, which drops sixteen live tiles: at most two failed logins in the next hour', async ({
  recorder,
  station,
}) => {
  const entries = { ...entriesFor(recorder, PASSWORD), 'Max channels': String(CHANNELS) };
  await station.addNvrForm.add(entries);
  await expectMoving(station.wall, 16);
  await untilNextPageIsReady(station.wall, recorder);
  const refused = () => expect(station.wall.inState('refused')).toHaveCount(16);

  recorder.faults.setPassword('another password');
  recorder.faults.resetConnections();

  await refused();
  const quietUntil = Date.now() + QUIET_WATCH_MS;
  await expect.poll(() => Date.now() >= quietUntil, { timeout: QUIET_WATCH_MS * 2 }).toBe(true);
  expect(failures(recorder)).toBeLessThanOrEqual(2);

  nowMs += HOUR_MS;
  await station.wall.turn('Next');
  await refused();
  process.kill(go2rtcProcesses(station.userData)[0]?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => go2rtcProcesses(station.userData).length).toBe(1);
  await station.wall.turn('Previous');
  await refused();
  await station.app.quit();
  await station.relaunch();
  await refused();
  expect(failures(recorder)).toBeLessThanOrEqual(2);
});

test('sixteen tiles of a recorder that restarts are live again, without a failed login', async ({
  recorder,
  station,
}) => {
  await station.addNvrForm.add(entriesFor(recorder, PASSWORD));
  await expectMoving(station.wall, 16);
  await recorder.stop();
  await expect(station.wall.inState('live')).toHaveCount(0);
  await recorder.start();
  await expectMoving(station.wall, 16);
  expect(failures(recorder)).toBe(0);
});
