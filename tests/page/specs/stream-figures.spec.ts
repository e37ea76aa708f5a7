import { showGrid } from '../../e2e/support/live.ts';
import { expect, test } from '../support/page-station.ts';

test('key I and the view menu show what the streams are like, and nothing moves', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  const { page } = station;
  await showGrid(station, recorder, 3);
  const boxes = async () =>
    await Promise.all((await wall.tiles.all()).map((tile) => tile.boundingBox()));
  const before = await boxes();
  await expect(wall.statsLines).toHaveCount(0);

  await page.keyboard.press('i');
  await expect(wall.statsLines).toHaveCount(9);
  await expect(wall.statsLines.first()).toHaveText(
    /^Sub\s*H\.264\s*640×360\s*\d+ fps\s*\d+ kbit\/s\s*\d+ ms behind$/,
  );
  await expect(wall.statsFooter).toHaveText(/^9 streams · (\d+ kept ready · )?[\d.]+ [kM]bit\/s$/);
  expect(await boxes()).toEqual(before);

  await wall.doubleClick(wall.tile('Camera 05'));
  await expect(wall.tile('Camera 05').getByTestId('stats-line')).toHaveText(/Main.*1280×720/);
  await page.keyboard.press('Escape');
  await wall.chooseInViewMenu('Stream figures');
  await expect(wall.statsLines).toHaveCount(0);
  await expect(wall.statsFooter).toHaveCount(0);
});
