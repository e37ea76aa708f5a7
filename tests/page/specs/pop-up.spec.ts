import { expect, test } from '../support/page-station.ts';

test.use({ channels: 5 });

test('the camera of an alarm comes to the front while nobody is there, says why, and Esc leads back to the same page', async ({
  recorder,
  station,
}) => {
  const { page, wall } = station;
  await station.addNvr(recorder, { maxChannels: 5 });
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByLabel('Alarms come to the front').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+2');
  await expect(wall.tile('Camera 01')).toBeVisible();
  const popUp = page.getByTestId('pop-up');

  // Told again and again, as devices do, until those who just used the wall have left it alone.
  await expect(async () => {
    await recorder.events.emit({ type: 'linedetection', state: 'inactive', channel: 5 });
    await recorder.events.emit({ type: 'linedetection', state: 'active', channel: 5 });
    await expect(popUp).toContainText('Line crossed Camera 05', { timeout: 4_000 });
  }).toPass();
  await expect(page.getByTestId('tile').filter({ visible: true })).toHaveCount(1);
  await expect(wall.tile('Camera 05')).toBeVisible();
  await expect(popUp).toContainText(/Wall in \d+ s/);

  await page.keyboard.press('Escape');
  await expect(popUp).toBeHidden();
  await expect(wall.tile('Camera 01')).toBeVisible();
  await expect(wall.tile('Camera 05')).toBeHidden();
});
