import type { Page } from '@playwright/test';
import { AdminLock } from '../pages/admin-lock.ts';
import { WallPage } from '../pages/wall-page.ts';
import { expectMoving } from '../support/live.ts';
import { go2rtcProcesses } from '../support/processes.ts';
import { expect, test, type Station } from '../support/station.ts';

test.use({ channels: 8, appArgs: ['--walls=2'] });

/** Which page of the wall each window shows, in the order of the pages. */
async function positions({ app }: Station): Promise<(string | null)[]> {
  const walls = (await app.pages(2)).map((page) => new WallPage(page));
  for (const { tiles } of walls) await expect(tiles).toHaveCount(4);
  return (await Promise.all(walls.map(({ position }) => position.textContent()))).sort();
}

async function otherPage({ app }: Station): Promise<Page> {
  const other = (await app.pages(2)).find((page) => page !== app.page);
  if (other === undefined) throw new Error('there is one window only');
  return other;
}

test('two windows show two pages of one NVR, each stream once; both come back; one may go', async ({
  recorder,
  station,
}) => {
  const other = new WallPage(await otherPage(station));
  await station.addNvr(recorder, { maxChannels: 8 });
  for (const wall of [station.wall, other]) {
    // So that what plays is what is seen.
    await wall.chooseInViewMenu('Keep pages connected');
    await wall.chooseGrid(2);
  }
  await other.turn('Next');
  await expectMoving(station.wall, 4);
  await expectMoving(other, 4);
  expect(await positions(station)).toEqual(['1 / 2', '2 / 2']);
  const playing = () => recorder.sessions().map(({ channel, stream }) => `${channel} ${stream}`);
  const eachOnce = Array.from({ length: 8 }, (_, index) => `${index + 1} main`);
  await expect.poll(() => playing().sort()).toEqual(eachOnce);
  expect(go2rtcProcesses(station.userData)).toHaveLength(1);

  await new AdminLock(other.page).lockButton.click();
  await expect(station.adminLock.chip).toBeHidden();

  await station.app.quit();
  await station.relaunch();

  expect(await positions(station)).toEqual(['1 / 2', '2 / 2']);
  const second = await otherPage(station);
  await Promise.all([second.waitForEvent('close'), second.evaluate(() => window.close())]);
  await expectMoving(station.wall, 4);
  await station.app.closeWindow();
});
