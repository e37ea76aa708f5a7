import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import type { WallPage } from '../pages/wall-page.ts';
import { expectMoving } from '../support/live.ts';
import { go2rtcProcesses } from '../support/processes.ts';
import { expect, PASSWORD, test as base, USER } from '../support/station.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Two pages of sixteen. */
const CHANNELS = 32;

/** The recorder's clock; it locks an account for half an hour of it. */
let nowMs = 0;

const test = base.extend({
  recorder: async ({ profile, formats }, use) => {
    nowMs = Date.now();
    const login = { user: USER, password: PASSWORD };
    const options = { channels: CHANNELS, ...login, profile, formats, now: () => nowMs };
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
  await station.addNvr(recorder, { maxChannels: CHANNELS });
  await expectMoving(station.wall, 16);
  await untilNextPageIsReady(station.wall, recorder);
  const refused = () => expect(station.wall.inState('refused')).toHaveCount(16);

  recorder.faults.setPassword('another password');
  recorder.faults.resetConnections();

  await refused();
  await expect(station.app.page.getByTestId('site-strip')).toContainText('NVR: login refused');
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
