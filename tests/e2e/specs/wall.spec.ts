import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { expectMoving } from '../support/live.ts';
import { channels, playing } from '../support/playing.ts';
import { expect, test, type Station } from '../support/station.ts';

/** With no page kept, so that what plays is what is seen. */
async function addRecorder(station: Station, recorder: SimulatedRecorder): Promise<void> {
  await station.wall.chooseInViewMenu('Keep pages connected');
  await station.addNvr(recorder);
  await expect(station.wall.tiles).toHaveCount(16);
}

test('grid, page, filled tiles and whether pages are kept are remembered over a restart', async ({
  recorder,
  station,
}) => {
  await addRecorder(station, recorder);
  await station.wall.chooseGrid(2);
  await station.wall.turn('Next');
  await expect(station.wall.position).toHaveText('2 / 4');
  await expectMoving(station.wall, 4);
  const picture = () => station.wall.tile('Camera 05').locator('video').last();
  await expect(picture()).toHaveCSS('object-fit', 'contain');
  await station.app.page.keyboard.press('f');
  await expect(picture()).toHaveCSS('object-fit', 'cover');
  await station.app.quit();
  await expect.poll(() => recorder.sessions()).toEqual([]);

  await station.relaunch();

  await expect(station.wall.position).toHaveText('2 / 4');
  await expectMoving(station.wall, 4);
  await expect.poll(() => playing(recorder)).toEqual(channels(5, 8, 'main'));
  await expect(picture()).toHaveCSS('object-fit', 'cover');
  const choice = (name: string) => station.app.page.getByRole('checkbox', { name });
  await station.app.page.getByRole('button', { name: 'View', exact: true }).click();
  await expect(choice('Fill tiles')).toBeChecked();
  await expect(choice('Keep pages connected')).not.toBeChecked();
  await station.app.page.keyboard.press('Escape');
  await station.wall.turn('Next');
  await expectMoving(station.wall, 4);
  expect(playing(recorder)).toEqual(channels(9, 12, 'main'));
});
