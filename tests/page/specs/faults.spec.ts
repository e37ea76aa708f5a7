import { seriousFaults } from '../../e2e/support/axe.ts';
import { expectMoving } from '../../e2e/support/live.ts';
import { expect, PASSWORD, test } from '../support/page-station.ts';

test('a missing channel and a full recorder are said on the tile', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  recorder.faults.removeChannel(1);
  recorder.faults.limitSessions(2);
  await station.addNvr(recorder, { maxChannels: 4 });
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
  const { wall, page } = station;
  await station.addNvr(recorder, { password: 'wrong password' });
  await expect(wall.inState('refused')).toHaveCount(16);
  await expect(wall.tiles.first()).toContainText('Login refused');
  expect(await seriousFaults(page)).toEqual([]);
  await wall.chooseGrid(3);
  await wall.turn('Next');
  await expect(wall.inState('refused')).toHaveCount(7);
  const { failedLogins } = recorder.counters;
  expect(failedLogins.rtsp + failedLogins.http).toBe(1);

  await page.getByTestId('site-strip').click();
  await page.getByRole('button', { name: 'Open NVRs' }).click();
  await page.getByRole('button', { name: 'New password for Warehouse' }).click();
  await page.getByLabel('New password for “Warehouse”').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Login accepted')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectMoving(wall, 7);
  expect(failedLogins.rtsp + failedLogins.http).toBe(1);
});
