import fs from 'node:fs';
import path from 'node:path';
import { TileTools } from '../../e2e/pages/tile-tools.ts';
import { expectMoving, showGrid } from '../../e2e/support/live.ts';
import { mediaFacts, shades } from '../../e2e/support/media-files.ts';
import { expect, test, type PageStation } from '../support/page-station.ts';

const TIME = String.raw`\d{4}-\d\d-\d\d \d\d-\d\d-\d\d`;

/** The snapshots that were saved, oldest name first; all have the time in their name. */
function savedPictures({ folder }: PageStation): string[] {
  const own = path.join(folder, 'pictures', 'Opus NVR');
  if (!fs.existsSync(own)) return [];
  return fs
    .readdirSync(own)
    .sort()
    .map((name) => path.join(own, name));
}

test('a snapshot is the picture as it was sent, and says when it is an old one', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const tools = new TileTools(page);
  recorder.faults.disconnectCamera(12);
  await showGrid(station, recorder, 3);
  const boxes = async () =>
    await Promise.all((await wall.tiles.all()).map((tile) => tile.boundingBox()));
  const before = await boxes();

  const tile = wall.tile('Camera 02');
  await expect(tools.snapshot('Camera 02')).toBeHidden();
  await tile.hover();
  await expect(tools.snapshot('Camera 02')).toBeVisible();
  await expect(tools.snapshot('Camera 03')).toBeHidden();
  expect(await boxes()).toEqual(before);
  await tools.snapshot('Camera 02').click();
  await expect(tools.toast).toContainText('Snapshot saved as');
  await expect(tools.toast.getByRole('button', { name: 'Open folder' })).toBeVisible();
  const [live = '', ...others] = savedPictures(station);
  expect(others).toEqual([]);
  expect(path.basename(live)).toMatch(new RegExp(`^Camera 02 ${TIME}\\.png$`));
  expect(mediaFacts(live)).toMatchObject({ codec: 'png', size: '640x360' });
  expect(shades(live)).toBeGreaterThan(8);

  recorder.faults.freeze(2);
  await expect(tile).toHaveAttribute('data-state', 'stale');
  await tile.focus();
  await page.keyboard.press('s');
  await expect(tools.toast).toContainText('Frozen picture saved');
  const frozen = savedPictures(station).filter((file) => file.endsWith(' frozen.png'));
  expect(frozen).toHaveLength(1);
  expect(shades(frozen[0] ?? '')).toBeGreaterThan(8);
  recorder.faults.unfreeze(2);

  await wall.doubleClick(wall.tile('Camera 05'));
  await expect(wall.tile('Camera 05')).toHaveAttribute('data-quality', 'main');
  await page.keyboard.press('s');
  await expect.poll(() => savedPictures(station).length).toBe(3);
  const large = savedPictures(station).find((file) => file.includes('Camera 05')) ?? '';
  expect(mediaFacts(large).size).toBe('1280x720');

  await page.keyboard.press('Escape');
  await wall.turn('Next');
  await expect(wall.tile('Camera 12')).toHaveAttribute('data-state', 'offline');
  await wall.tile('Camera 12').hover();
  await expect(tools.snapshot('Camera 12')).toBeDisabled();

  // The list of what is broken leads to the tile, also without a mouse.
  await wall.turn('Previous');
  await page.getByTestId('site-strip').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(wall.tile('Camera 12')).toBeFocused();
});

test('a picture is enlarged by wheel and keys, and a drag is no click', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const tools = new TileTools(page);
  await showGrid(station, recorder, 2);
  const tile = wall.tile('Camera 02');
  await wall.doubleClick(tile);
  await expect(tile).toHaveAttribute('data-quality', 'main');
  await expect(tile).not.toHaveAttribute('title');
  const wallAgain = page.getByRole('button', { name: 'Back to the wall' });
  await expect(wallAgain).toBeVisible();

  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, -240);
  await expect(tools.zoomChip).toHaveText(/^2\.0×/);
  const enlarged = await tools.boxes(tile);
  // What was at 200, 200 is there still.
  expect(enlarged.picture.left).toBeCloseTo(-200, 0);
  expect(enlarged.picture.top).toBeCloseTo(-200, 0);
  await tools.drag(-150, 60);
  const dragged = await tools.boxes(tile);
  expect(dragged.picture.left).toBeCloseTo(-350, 0);
  expect(dragged.picture.top).toBeCloseTo(-140, 0);
  await tools.drag(400, 200);
  const { tile: window, picture: cornered } = await tools.boxes(tile);
  expect(cornered.left).toBeCloseTo(window.left, 0);
  await expect(wallAgain).toBeVisible();

  await page.keyboard.press('+');
  await expect(tools.zoomChip).toHaveText(/^2\.5×/);
  const { left } = (await tools.boxes(tile)).picture;
  await page.keyboard.press('Shift+ArrowRight');
  expect((await tools.boxes(tile)).picture.left).toBeLessThan(left);
  await page.keyboard.press('-');
  await expect(tools.zoomChip).toHaveText(/^2\.0×/);
  await page.keyboard.press('0');
  await expect(tools.zoomChip).toBeHidden();
  await page.keyboard.press('+');
  await expect(tools.zoomChip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tools.zoomChip).toBeHidden();
  await expect(wallAgain).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(wallAgain).toBeHidden();

  await tile.focus();
  await page.keyboard.press('+');
  await expect(tools.zoomChip).toHaveText(/^1\.3×/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(wall.position).toHaveText('1 / 4');
  await tools.zoomChip.click();
  await expect(tools.zoomChip).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(wall.position).toHaveText('2 / 4');
  await expectMoving(wall, 4);
});
