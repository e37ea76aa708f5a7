import fs from 'node:fs';
import path from 'node:path';
import { expect, PIN, test } from '../support/station.ts';

test('a damaged database is kept, said, and the app begins empty', async ({ station }) => {
  await expect(station.app.page.getByText('No cameras yet')).toBeVisible();
  await station.app.quit();
  fs.writeFileSync(path.join(station.userData, 'opus.sqlite'), 'not a database at all');

  await station.relaunch();
  // The PIN was in that file, too, but the keychain has a copy.
  await station.adminLock.unlockButton.click();
  await station.adminLock.enter(PIN);
  await expect(station.adminLock.chip).toBeVisible();

  const { page } = station.app;
  const strip = page.getByTestId('site-strip');
  await expect(strip).toContainText('The list of NVRs was damaged');
  await expect(page.getByText('No cameras yet')).toBeVisible();
  const kept = fs.readdirSync(station.userData).find((name) => name.includes('.damaged-'));
  expect(fs.readFileSync(path.join(station.userData, kept ?? ''), 'utf8')).toBe(
    'not a database at all',
  );
  await strip.click();
  await page.getByRole('button', { name: 'Hide this notice' }).click();
  await expect(strip).toBeHidden();
});
