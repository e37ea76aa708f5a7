import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { expectMoving } from '../../e2e/support/live.ts';
import { channels, playing } from '../../e2e/support/playing.ts';
import { expect, test, type PageStation } from '../support/page-station.ts';

/** With no page kept, so that what plays is what is seen. */
async function addRecorder(station: PageStation, recorder: SimulatedRecorder): Promise<void> {
  await station.wall.chooseInViewMenu('Keep pages connected');
  await station.addNvr(recorder);
  await expect(station.wall.tiles).toHaveCount(16);
}

test('each grid connects only its page, main up to 2x2 and sub above', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await addRecorder(station, recorder);
  await expect.poll(() => playing(recorder)).toEqual(channels(1, 16, 'sub'));

  await wall.chooseGrid(3);
  await expect(wall.position).toHaveText('1 / 2');
  await expect.poll(() => playing(recorder)).toEqual(channels(1, 9, 'sub'));
  await wall.turn('Next');
  await expect.poll(() => playing(recorder)).toEqual(channels(10, 16, 'sub'));
  await expectMoving(wall, 7);

  await wall.chooseGrid(2);
  await expect(wall.position).toHaveText('3 / 4');
  await expect.poll(() => playing(recorder)).toEqual(channels(9, 12, 'main'));
  await expectMoving(wall, 4);

  await wall.chooseGrid(1);
  await expect(wall.position).toHaveText('9 / 16');
  await expect.poll(() => playing(recorder)).toEqual(['9 main']);
  expect(await wall.pictureSize(wall.tiles.first())).toBe('1280x720');
});

test('a double click fills the window with the main stream, Esc and another one go back; a click only chooses', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  await addRecorder(station, recorder);
  await wall.chooseGrid(3);
  await wall.turn('Next');
  await expectMoving(wall, 7);

  const camera = wall.tile('Camera 12');
  await camera.click();
  await expect(camera).toBeFocused();
  expect(playing(recorder)).toEqual(channels(10, 16, 'sub'));
  await wall.doubleClick(camera);
  await expect(camera).toHaveAttribute('data-quality', 'main');
  await expect.poll(() => playing(recorder)).toEqual(['12 main']);
  const viewport = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
  const box = await camera.boundingBox();
  expect([box?.width, box?.height]).toEqual(viewport);

  await page.keyboard.press('Escape');
  await expect(wall.position).toHaveText('2 / 2');
  await expectMoving(wall, 7);
  await expect.poll(() => playing(recorder)).toEqual(channels(10, 16, 'sub'));

  await wall.doubleClick(camera);
  await expect.poll(() => playing(recorder)).toEqual(['12 main']);
  await camera.click();
  await expect(page.getByRole('button', { name: 'Back to the wall' })).toBeVisible();
  await page.getByRole('button', { name: 'Next camera' }).click();
  await expect.poll(() => playing(recorder)).toEqual(['13 main']);
  await page.getByRole('button', { name: 'Previous camera' }).click();
  await expect.poll(() => playing(recorder)).toEqual(['12 main']);
  await expect(camera).toHaveCSS('cursor', 'none');
  await page.mouse.move(300, 300);
  await expect(camera).not.toHaveCSS('cursor', 'none');
  await wall.doubleClick(camera);
  await expect.poll(() => playing(recorder)).toEqual(channels(10, 16, 'sub'));
});

test('the keyboard alone pages, chooses grids and goes fullscreen and back', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await addRecorder(station, recorder);
  await press('Control+3');
  await expect(wall.tiles).toHaveCount(9);
  for (const [key, position] of [
    ['PageDown', '2 / 2'],
    ['PageDown', '1 / 2'],
    ['PageUp', '2 / 2'],
  ] as const) {
    await press(key);
    await expect(wall.position).toHaveText(position);
  }
  await press('Control+1');
  await press('Control+2');
  await press('Control+4');
  await expect(wall.tiles).toHaveCount(16);

  await press('Home');
  await expect(wall.tile('Camera 01')).toBeFocused();
  await press('ArrowDown');
  await expect(wall.tile('Camera 05')).toBeFocused();
  // Without a picture there is no snapshot to save.
  await expect(wall.tile('Camera 05')).toHaveAttribute('data-has-picture', 'true');
  await press('Tab');
  await expect(page.getByLabel('Save a snapshot of Camera 05')).toBeFocused();
  await press('Shift+Tab');
  await press('Enter');
  await expect.poll(() => playing(recorder)).toEqual(['5 main']);
  await press('ArrowRight');
  await expect.poll(() => playing(recorder)).toEqual(['6 main']);
  await press('Escape');
  await expect(wall.tile('Camera 06')).toBeFocused();
  await expect.poll(() => playing(recorder)).toEqual(channels(1, 16, 'sub'));

  await press('1');
  await press('4');
  await expect(wall.numberEntry).toContainText('Camera 14');
  await press('Enter');
  await expect.poll(() => playing(recorder)).toEqual(['14 main']);
  await press('/');
  await page.keyboard.type('camera 1');
  await expect(wall.found).toHaveCount(8);
  await page.keyboard.type('1');
  await expect(wall.found).toHaveText([/Camera 11/]);
  await press('Enter');
  await expect.poll(() => playing(recorder)).toEqual(['11 main']);

  await page.getByRole('button', { name: 'Back to the wall' }).click();
  await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
  await expect(wall.viewMenu).toBeVisible();
  await press('Escape');
  await expect(wall.viewMenu).toBeHidden();
  await press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Find a camera');
  await press('Escape');
});
