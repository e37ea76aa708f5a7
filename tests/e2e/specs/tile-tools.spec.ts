import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TileTools } from '../pages/tile-tools.ts';
import { showGrid } from '../support/live.ts';
import { mediaFacts, shades } from '../support/media-files.ts';
import { expect, test } from '../support/station.ts';

/** Pictures and videos are looked for here, and nobody's own ones are touched. */
const HOME = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-e2e-home-'));
const TIME = String.raw`\d{4}-\d\d-\d\d \d\d-\d\d-\d\d`;

test.use({ appEnv: { HOME, XDG_CONFIG_HOME: path.join(HOME, '.config') } });

test.afterAll(() => fs.rmSync(HOME, { recursive: true, force: true }));

/** The app's own files among this person's, oldest name first; all have the time in their name. */
function savedFiles(kind: 'Pictures' | 'Videos'): string[] {
  const folder = path.join(HOME, kind, 'Opus NVR');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name));
}

test('a recording goes on while its page is away, is not forgotten, and ends with the app', async ({
  recorder,
  station,
}) => {
  const { wall, app } = station;
  const tools = new TileTools(app.page);
  await showGrid(station, recorder, 2);

  await wall.tile('Camera 03').focus();
  await app.page.keyboard.press('r');
  await expect(tools.elapsed).toHaveText(/^0:0[1-9]$/);
  await expect(tools.recordingChip).toHaveText('1 recording');
  await wall.turn('Next');
  await expect(wall.tile('Camera 05')).toBeVisible();
  await expect(tools.elapsed).toBeHidden();
  await expect(tools.recordingChip).toHaveText('1 recording');
  await app.page.reload();
  await tools.recordingChip.click();
  await expect(wall.tile('Camera 03')).toBeVisible();
  await expect(tools.elapsed).toBeVisible();
  await tools.stop('Camera 03').click();
  await expect(tools.toast).toContainText('Clip saved');
  await expect(tools.recordingChip).toBeHidden();
  const [clip = '', ...others] = savedFiles('Videos');
  expect(others).toEqual([]);
  expect(path.basename(clip)).toMatch(new RegExp(`^Camera 03 ${TIME}\\.mp4$`));
  expect(mediaFacts(clip)).toMatchObject({ codec: 'h264', size: '1280x720' });
  expect(mediaFacts(clip).seconds).toBeGreaterThan(1);
  expect(shades(clip)).toBeGreaterThan(8);

  await wall.tile('Camera 04').hover();
  await tools.record('Camera 04').click();
  await expect(tools.elapsed).toHaveText('0:02');
  await app.quit();
  const last = savedFiles('Videos').at(-1) ?? '';
  expect(path.basename(last)).toMatch(new RegExp(`^Camera 04 ${TIME}\\.mp4$`));
  expect(mediaFacts(last)).toMatchObject({ codec: 'h264', size: '1280x720' });
  expect(savedFiles('Videos')).toHaveLength(2);
});

test('fingers turn pages and enlarge the picture, and never the page itself', async ({
  recorder,
  station,
}) => {
  const { wall, app } = station;
  const { page } = app;
  const tools = new TileTools(page);
  await showGrid(station, recorder, 2);
  const pageScale = () =>
    page.evaluate(() => [window.visualViewport?.scale, window.devicePixelRatio]);
  const before = await pageScale();

  await tools.touch([{ x: 600, y: 300, byX: -300, byY: 20 }]);
  await expect(wall.position).toHaveText('2 / 4');
  await tools.touch([{ x: 300, y: 300, byX: 300, byY: 0 }]);
  await expect(wall.position).toHaveText('1 / 4');
  await tools.touch([{ x: 300, y: 200, byX: 0, byY: 200 }]);
  await page.mouse.move(200, 200);
  await page.mouse.wheel(120, 0);
  await expect(wall.position).toHaveText('2 / 4');
  await page.keyboard.press('PageUp');

  await wall.doubleClick(wall.tile('Camera 02'));
  await tools.touch([
    { x: 500, y: 300, byX: -100, byY: 0 },
    { x: 600, y: 300, byX: 100, byY: 0 },
  ]);
  await expect(tools.zoomChip).toHaveText(/^3\.0×/);
  const { left } = (await tools.boxes(wall.tile('Camera 02'))).picture;
  await tools.touch([{ x: 500, y: 300, byX: 100, byY: 0 }]);
  expect((await tools.boxes(wall.tile('Camera 02'))).picture.left).toBeCloseTo(left + 100, 0);
  await page.keyboard.press('0');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -20);
  await page.keyboard.up('Control');
  await expect(tools.zoomChip).toHaveText(/^1\.2×/);
  await page.keyboard.press('0');
  await tools.touch([{ x: 600, y: 300, byX: -300, byY: 0 }]);
  await expect(wall.tile('Camera 03')).toHaveAttribute('data-quality', 'main');
  expect(await pageScale()).toEqual(before);
});
