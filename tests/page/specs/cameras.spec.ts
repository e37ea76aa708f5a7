import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { CamerasPanel } from '../../e2e/pages/cameras-panel.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { seedCameras } from '../../e2e/support/seed-cameras.ts';
import { playing } from '../../e2e/support/playing.ts';
import { expect, PIN, test, type PageStation } from '../support/page-station.ts';

/** Far more than fit on a screen, and far fewer than 4,096. */
const MOST_ROWS_DRAWN = 60;

/** With either stream: four cameras get larger tiles than six, and then the main one. */
function playingChannels(recorder: SimulatedRecorder): number[] {
  return [...new Set(recorder.sessions().map(({ channel }) => channel))].sort((a, b) => a - b);
}

/** A station with six live cameras, seen in 3x3, and its list of cameras. */
async function sixCameras(
  station: PageStation,
  recorder: SimulatedRecorder,
): Promise<CamerasPanel> {
  await station.addNvr(recorder, { maxChannels: 6 });
  await station.wall.chooseGrid(3);
  await expect(station.wall.inState('live')).toHaveCount(6);
  const panel = new CamerasPanel(station.page);
  await panel.open();
  await expect(panel.rows).toHaveCount(6);
  return panel;
}

/** The names on the wall, in its order. */
function wallNames(station: PageStation): Promise<string[]> {
  return station.wall.tiles.locator('.tile__name').allTextContents();
}

test('one camera: its name, stream and place, and off the wall', async ({ recorder, station }) => {
  const panel = await sixCameras(station, recorder);
  const { wall } = station;
  await panel.row('Camera 03').click();
  expect(await seriousFaults(station.page, '[role="dialog"]')).toEqual([]);
  await panel.field('Name').fill('Main gate');
  await panel.field('Stream').selectOption('Always main');
  await panel.field('Notes').fill('Ladder needed');
  await panel.field('Wall number').fill('1');
  await panel.save();
  await expect(panel.rows.first()).toContainText('Main gate');
  await expect(wall.tile('Main gate')).toHaveAttribute('data-quality', 'main');
  await expect.poll(() => playing(recorder)).toContain('3 main');
  expect((await wallNames(station)).slice(0, 2)).toEqual(['Main gate', 'Camera 01']);

  await panel.row('Camera 05').click();
  await panel.field('Channel').fill('2');
  await panel.save();
  await expect(panel.field('Channel')).toHaveAccessibleDescription(/“Camera 02”/);
  await expect(panel.field('Channel')).toBeFocused();
  await panel.field('Channel').fill('9');
  await panel.save();
  await expect
    .poll(() => playing(recorder))
    .toEqual(['1 sub', '2 sub', '3 main', '4 sub', '6 sub', '9 sub']);

  await panel.row('Camera 04').click();
  await panel.field('It has one').uncheck();
  await panel.field('Enabled: on the wall').uncheck();
  await panel.save();
  await expect(wall.tile('Camera 04')).toBeHidden();
  await expect.poll(() => playing(recorder).join()).not.toContain('4 ');
  await expect(panel.row('Camera 04')).toContainText('Disabled');
  await panel.search.fill('ladder');
  await expect(panel.rows).toHaveCount(1);
});

test('many cameras: renamed with a preview, disabled, moved, by mouse', async ({
  recorder,
  station,
}) => {
  const panel = await sixCameras(station, recorder);
  await panel.tick('Camera 02', 'Camera 05');
  await panel.act('Move…');
  await panel.moveDialog.getByLabel('New number of the first one').fill('1');
  await panel.moveDialog.getByRole('button', { name: 'Move' }).click();
  await expect(panel.rows.first()).toContainText('Camera 02');
  await expect(panel.bulkBar).toContainText('2 cameras selected');

  await panel.act('Rename…');
  await panel.renameDialog.getByLabel('New name').fill('Dock {n}');
  const preview = panel.renameDialog.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('listitem')).toHaveText([
    /Camera 02.*Dock 01/,
    /Camera 05.*Dock 02/,
  ]);
  await panel.renameDialog.getByLabel('New name').fill('Dock');
  await expect(preview.getByRole('listitem')).toHaveCount(0);
  await panel.renameDialog.getByLabel('New name').fill('Dock {n}');
  await panel.renameDialog.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(panel.row('Dock 02')).toBeVisible();
  await expect
    .poll(() => wallNames(station))
    .toEqual(['Dock 01', 'Dock 02', 'Camera 01', 'Camera 03', 'Camera 04', 'Camera 06']);

  await panel.act('Disable');
  await expect(station.wall.tiles).toHaveCount(4);
  await expect.poll(() => playingChannels(recorder)).toEqual([1, 3, 4, 6]);
  await panel.filter('Disabled').click();
  await expect(panel.rows).toHaveText([/Dock 01/, /Dock 02/]);
  await panel.act('Enable');
  await expect(station.wall.inState('live')).toHaveCount(6);
});

test('the keyboard alone selects, moves, removes and takes back', async ({ recorder, station }) => {
  const panel = await sixCameras(station, recorder);
  const { keyboard } = station.page;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  await panel.grid.focus();
  await press('Home', 'ArrowDown', 'Shift+ArrowDown');
  await expect(panel.bulkBar).toContainText('2 cameras selected');
  await press('Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowUp');
  await expect
    .poll(() => wallNames(station))
    .toEqual(['Camera 01', 'Camera 04', 'Camera 02', 'Camera 03', 'Camera 05', 'Camera 06']);
  await expect(panel.grid.locator('[aria-selected="true"]')).toHaveText([/Camera 02/, /Camera 03/]);

  await press('Delete');
  await expect(panel.removeDialog).toContainText('Remove 2 cameras?');
  await press('Escape');
  await expect(panel.removeDialog).toBeHidden();
  await expect(panel.grid).toBeFocused();
  await press('Delete', 'Tab', 'Enter');
  await expect(station.wall.tiles).toHaveCount(4);
  await expect.poll(() => playingChannels(recorder)).toEqual([1, 4, 5, 6]);
  await expect(panel.grid).toBeFocused();
  await press('Control+z');
  await expect(panel.rows).toHaveCount(6);
  await expect(station.wall.inState('live')).toHaveCount(6);
  expect((await wallNames(station)).slice(2, 4)).toEqual(['Camera 02', 'Camera 03']);

  await press('/');
  await keyboard.type('06');
  await expect(panel.rows).toHaveText([/Camera 06/]);
  await press('Enter', 'Enter');
  await expect(panel.field('Name')).toBeFocused();
  await keyboard.type('Roof');
  await press('Escape');
  await expect(panel.unsavedDialog).toBeVisible();
  await press('Escape');
  await expect(panel.field('Name')).toBeFocused();
  await press('Enter');
  await expect(station.wall.tile('Roof')).toBeVisible();
  await expect(panel.grid).toBeFocused();
});

test('nothing that was typed is lost without a question', async ({ recorder, station }) => {
  const panel = await sixCameras(station, recorder);
  await panel.row('Camera 01').click();
  await panel.field('Name').fill('Gate');
  const leaving = [
    () => panel.row('Camera 02').click(),
    () => panel.close(),
    () => panel.manage.getByRole('tab', { name: 'NVRs' }).click(),
    () => panel.manage.getByRole('button', { name: 'Add camera' }).click(),
  ];
  for (const leave of leaving) {
    await leave();
    await panel.unsavedDialog.getByRole('button', { name: 'Go on editing' }).click();
    await expect(panel.field('Name')).toHaveValue('Gate');
  }
  await panel.manage.getByRole('button', { name: 'Add camera' }).click();
  await panel.unsavedDialog.getByRole('button', { name: 'Discard' }).click();
  await expect(panel.field('Channel')).toHaveValue('7');
  await panel.field('Name').fill('Yard');
  await panel.side.getByRole('button', { name: 'Add camera' }).click();
  await expect(panel.rows).toHaveCount(7);
  await expect(panel.side.getByRole('form', { name: 'Camera Yard' })).toBeVisible();
  await expect(panel.unsavedDialog).toBeHidden();
  await expect(station.wall.tile('Yard')).toHaveAttribute('data-state', 'live');
  await expect(station.wall.tile('Gate')).toBeHidden();
});

test('4,096 cameras: only the visible rows are drawn, and typing filters them', async ({
  station,
}) => {
  await station.restart(() => seedCameras(station.folder, 64, 64));
  await expect(station.wall.position).toHaveText('1 / 256');
  await station.page.keyboard.press('l');
  await station.adminLock.enter(PIN);
  const panel = new CamerasPanel(station.page);
  const { keyboard } = station.page;
  await panel.open();
  await expect(panel.grid).toHaveAttribute('aria-rowcount', '4097');
  await panel.grid.focus();
  await keyboard.press('End');
  await expect(panel.row('B64 camera 64')).toBeVisible();
  expect(await panel.rows.count()).toBeLessThan(MOST_ROWS_DRAWN);

  await keyboard.press('/');
  await keyboard.type('building 64');
  await expect(panel.filter('All')).toHaveText('All 127');
  await keyboard.type(' b64');
  await expect(panel.filter('Problems')).toHaveText('Problems 64');
  await expect(panel.rows.first()).toContainText('B64 camera 1');
  await keyboard.press('Escape');
  await expect(panel.filter('All')).toHaveText('All 4,096');

  await keyboard.press('ArrowDown');
  await keyboard.press('Control+a');
  await panel.act('Disable');
  await expect(panel.filter('Disabled')).toHaveText('Disabled 4,096');
  await expect(station.wall.tiles).toHaveCount(0);
  await panel.act('Enable');
  await expect(station.wall.tiles).toHaveCount(16);
});

test('in a small window nothing is cut off', async ({ recorder, station }) => {
  const panel = await sixCameras(station, recorder);
  await panel.tick('Camera 01', 'Camera 02');

  await station.page.setViewportSize({ width: 800, height: 600 });

  const whole = { ratio: 1 };
  await expect(panel.bulkBar.getByRole('button', { name: 'Remove…' })).toBeInViewport(whole);
  await expect(panel.manage.getByLabel('Sort')).toBeInViewport(whole);
  const { width } = (await panel.manage.boundingBox()) ?? { width: 0 };
  expect(await panel.manage.evaluate((dialog) => dialog.scrollWidth)).toBeLessThanOrEqual(width);
  await expect(panel.row('Camera 01').getByText('Live')).toBeInViewport(whole);
});
