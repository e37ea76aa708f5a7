import { entriesFor } from '../pages/add-nvr-form.ts';
import { seriousFaults } from '../support/axe.ts';
import { expectMoving, showGrid } from '../support/live.ts';
import { go2rtcProcesses } from '../support/processes.ts';
import { expect, PASSWORD, test } from '../support/station.ts';

/** Long enough for several reconnects of an app that does not know when to stop. */
const QUIET_WATCH_MS = 12_000;

test('go2rtc killed: all visible tiles are live again, with one go2rtc', async ({
  recorder,
  station,
}) => {
  await station.addNvrForm.add(entriesFor(recorder, PASSWORD));
  await expectMoving(station.wall, 16);
  const [before] = go2rtcProcesses(station.userData);
  expect(before).toBeDefined();

  process.kill(before?.pid ?? 0, 'SIGKILL');

  await expect
    .poll(() => go2rtcProcesses(station.userData).filter(({ pid }) => pid !== before?.pid).length)
    .toBe(1);
  await expectMoving(station.wall, 16);
  expect(go2rtcProcesses(station.userData)).toHaveLength(1);
  await expect.poll(() => recorder.sessions().length).toBe(16);
});

test('recorder gone and back: old pictures are greyed, then live again', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 3);

  await recorder.stop();
  await expect(wall.inState('live')).toHaveCount(0);
  await expect(wall.tiles.first()).toContainText(/Frozen|Offline/);
  await expect(wall.summary).toHaveText('9 of 9 not live');

  await recorder.start();
  await expectMoving(wall, 9);
});

test('a frozen picture says so while its socket stays open', async ({ recorder, station }) => {
  const { wall } = station;
  await showGrid(station, recorder, 2);

  recorder.faults.freeze(2);
  const frozen = wall.tile('Camera 02');
  await expect(frozen).toHaveAttribute('data-state', 'stale');
  await expect(frozen).toContainText('Frozen');
  await expect(wall.inState('live')).toHaveCount(3);

  recorder.faults.unfreeze(2);
  await expectMoving(wall, 4);
});

test('a missing channel and a full recorder are said on the tile', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  recorder.faults.removeChannel(1);
  recorder.faults.limitSessions(2);
  await station.addNvrForm.add({ ...entriesFor(recorder, PASSWORD), 'Max channels': '4' });
  await expect(wall.tile('Camera 01')).toContainText('no such channel any more');
  await expect(wall.inState('live')).toHaveCount(2);
  await expect(wall.page.getByText('The NVR refuses more streams.')).toHaveCount(1);
  expect(await seriousFaults(wall.page)).toEqual([]);

  recorder.faults.limitSessions(undefined);
  recorder.faults.restoreChannel(1);
  await expectMoving(wall, 4);
});

test('a wrong password costs one failed login, is said, and is mended in the list of NVRs', async ({
  recorder,
  station,
}) => {
  const { wall, app } = station;
  await station.addNvrForm.add(entriesFor(recorder, 'wrong password'));
  await expect(wall.inState('refused')).toHaveCount(16);
  await expect(wall.tiles.first()).toContainText('Login refused');
  expect(await seriousFaults(app.page)).toEqual([]);
  await wall.chooseGrid(3);
  await wall.turn('Next');
  const watchUntil = Date.now() + QUIET_WATCH_MS;
  await expect.poll(() => Date.now() >= watchUntil, { timeout: QUIET_WATCH_MS * 2 }).toBe(true);
  const { failedLogins } = recorder.counters;
  expect(failedLogins.rtsp + failedLogins.http).toBe(1);

  await app.page.getByTestId('site-strip').click();
  await app.page.getByRole('button', { name: 'Open NVRs' }).click();
  await app.page.getByRole('button', { name: 'New password for Warehouse' }).click();
  await app.page.getByLabel('New password for “Warehouse”').fill(PASSWORD);
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByText('Login accepted')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expectMoving(wall, 7);
  expect(failedLogins.rtsp + failedLogins.http).toBe(1);
});

test('a password changed at the recorder ends all logins after a page turn', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 1);

  recorder.faults.setPassword('another password');
  await wall.turn('Next');

  await expect(wall.inState('refused')).toHaveCount(1);
  await expect(station.app.page.getByTestId('site-strip')).toContainText('NVR: login refused');
  await wall.chooseGrid(4);
  await expect(wall.inState('refused')).toHaveCount(16);
  const { failedLogins } = recorder.counters;
  expect(failedLogins.rtsp + failedLogins.http).toBeLessThanOrEqual(2);
});
