import fs from 'node:fs';
import path from 'node:path';
import { seriousFaults } from '../support/axe.ts';
import { seedCameras } from '../support/seed-cameras.ts';
import { expect, test } from '../support/station.ts';

test('what is broken is said first, on every page, with since when, also after a restart', async ({
  recorder,
  station,
}) => {
  await station.addNvr(recorder, { maxChannels: 2 });
  await station.wall.chooseGrid(1);
  await expect(station.wall.inState('live')).toHaveCount(1);
  await station.app.quit();
  await seedCameras(station.userData, 3, 1);

  await station.relaunch();
  const strip = () => station.app.page.getByTestId('site-strip');
  const list = () => station.app.page.getByRole('dialog', { name: 'Problems' });
  await expect(station.wall.inState('live')).toHaveCount(1);
  await expect(station.wall.summary).toHaveText('1 live');
  await expect(strip()).toHaveText(
    /^3 NVRs: password missing since \d\d:\d\d · Building 1, Building 2, Building 3$/,
  );

  await recorder.stop();
  await expect(strip()).toHaveText(/^NVR cannot be reached since \d\d:\d\d · Warehouse \+1 more$/);
  await strip().click();
  const row = () => list().getByRole('listitem').filter({ hasText: 'Warehouse' });
  const said = (await row().textContent()) ?? '';
  expect(await seriousFaults(station.app.page)).toEqual([]);
  await station.app.page.keyboard.press('Escape');
  await expect(list()).toBeHidden();
  await station.app.quit();

  await station.relaunch();
  await expect(strip()).toContainText('+1 more');
  await strip().click();
  const since = /since \d\d:\d\d/.exec(said)?.[0] ?? 'no time';
  await expect(row()).toContainText(since);
});

test('a fault in the page leaves words and a way back, and the reason in the log', async ({
  station,
}) => {
  const { page } = station.app;
  await expect(page.getByText('No cameras yet')).toBeVisible();
  await page.evaluate(() => {
    Date.prototype.toISOString = () => {
      throw new Error('a fault of this test');
    };
  });
  await expect(page.getByRole('heading', { name: 'The wall has failed' })).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText('No cameras yet')).toBeVisible();
  const log = fs.readFileSync(path.join(station.userData, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('something went wrong in the page');
  expect(log).toContain('a fault of this test');
});
