import { processesWith } from '../support/processes.ts';
import { expect, test } from '../support/station.ts';

const ORPHAN_DEADLINE_MS = 5_000;

test('after a SIGKILL of the app nothing of it is left, though nobody starts it again', async ({
  recorder,
  station,
}) => {
  await station.addNvr(recorder);
  await expect(station.wall.inState('live')).toHaveCount(16);

  await station.app.kill();

  await expect
    .poll(() => processesWith(station.userData), { timeout: ORPHAN_DEADLINE_MS })
    .toEqual([]);
  await expect.poll(() => recorder.sessions()).toEqual([]);
});

test('a polite end leaves no process and no session', async ({ recorder, station }) => {
  await station.addNvr(recorder);
  await expect(station.wall.inState('live')).toHaveCount(16);

  await station.app.quit();

  expect(processesWith(station.userData)).toEqual([]);
  await expect.poll(() => recorder.sessions()).toEqual([]);
});

test.describe('with a go2rtc that cannot start', () => {
  test.use({ appEnv: { OPUS_GO2RTC_BIN: '/bin/false' } });

  test('closing the window ends the process, and the next start is a whole one', async ({
    station,
  }) => {
    await station.app.closeWindow();
    expect(processesWith(station.userData)).toEqual([]);

    await station.relaunch();
    await expect(station.adminLock.unlockButton).toBeVisible();
  });
});
