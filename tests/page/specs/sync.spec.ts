import path from 'node:path';
import Database from 'better-sqlite3';
import { importEntriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { SyncDialog } from '../../e2e/pages/sync-dialog.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expectMoving } from '../../e2e/support/live.ts';
import { expect, PASSWORD, test, type PageStation } from '../support/page-station.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';

const SLOW_MS = 1_000;

/** Six cameras on the wall, as the recorder lists them, and two empty slots after them that still can be filled. */
async function importSix({ addNvrForm, wall }: PageStation, recorder: SimulatedRecorder) {
  for (let channel = 7; channel <= 16; channel += 1) recorder.faults.removeChannel(channel);
  await addNvrForm.connect(importEntriesFor(recorder, PASSWORD));
  await addNvrForm.addCameras.click();
  await expect(wall.tiles).toHaveCount(6);
}

/** Gives a camera a name of the installer's own, as it is stored. */
function renameByHand({ folder }: PageStation, channel: number, name: string): void {
  const db = new Database(path.join(folder, 'opus.sqlite'));
  db.prepare('UPDATE camera SET name = ? WHERE channel = ?').run(name, channel);
  db.close();
}

test('an installer brings the wall up to date, and loses no name of their own', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const sync = new SyncDialog(page, 'Warehouse');
  await importSix(station, recorder);
  renameByHand(station, 2, 'Main gate');
  renameByHand(station, 3, 'Loading bay');
  recorder.faults.renameChannel(1, 'Entrance');
  recorder.faults.renameChannel(3, 'Dock');
  recorder.faults.removeChannel(5);
  recorder.faults.restoreChannel(7);
  recorder.faults.renameChannel(7, 'Roof');

  await sync.open();
  await expect(sync.apply).toHaveText('Apply 3 changes');
  await expect(sync.group('New cameras')).toContainText('7Roof');
  await expect(sync.group('Renamed')).toContainText('1Camera 01Entrance');
  await expect(sync.group('Renamed')).toContainText('3Loading bayDocknamed by you');
  await expect(sync.group('Not listed any more')).toContainText('5Camera 05');
  await expect(sync.box('named by you')).not.toBeChecked();
  await expect(sync.dialog).not.toContainText('Main gate');
  expect(await seriousFaults(page, '[role="dialog"]')).toEqual([]);
  await sync.apply.click();
  await expect(sync.dialog).toBeHidden();
  await expect(sync.toast).toContainText('3 cameras changed.');

  await sync.openFromList();
  await expect(sync.changes).toHaveText(['3Loading bayDocknamed by you']);
  await expect(sync.button('Apply 0 changes')).toBeDisabled();
  await sync.box('named by you').check();
  await sync.apply.click();
  await sync.openFromList();
  await expect(sync.dialog).toContainText('Everything is as the NVR says');
  await expect(sync.dialog).toContainText('6 cameras compared');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  for (const name of ['Entrance', 'Main gate', 'Dock', 'Camera 04', 'Camera 05', 'Roof']) {
    await expect(wall.tile(name)).toBeVisible();
  }
  await expect(wall.tiles).toHaveCount(7);
  await expect(wall.tiles.last()).toContainText('Roof');
  // All but the one that is gone.
  await expectMoving(wall, 6);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});

test('the keyboard alone picks, cancels and goes back', async ({ recorder, station }) => {
  const { wall, page } = station;
  const { keyboard } = page;
  const manage = page.getByRole('dialog', { name: 'Manage' });
  const sync = new SyncDialog(page, 'Warehouse');
  await importSix(station, recorder);
  recorder.faults.renameChannel(1, 'Entrance');
  recorder.faults.renameChannel(2, 'Exit');
  await page.getByRole('banner').getByRole('button', { name: 'Manage' }).focus();
  await keyboard.press('Enter');
  recorder.faults.slowDownIsapi(SLOW_MS);
  await page.getByRole('button', { name: 'Sync Warehouse' }).focus();
  await keyboard.press('Enter');
  await expect(sync.button('Cancel')).toBeFocused();
  await expect(sync.dialog.getByLabel('Running')).toBeVisible();
  await keyboard.press('Escape');
  await expect(sync.dialog).toBeHidden();
  await expect(manage).toBeVisible();

  recorder.faults.slowDownIsapi(0);
  await expect(page.getByRole('button', { name: 'Sync Warehouse' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(sync.apply).toBeFocused();
  await expect(sync.apply).toHaveText('Apply 2 changes');
  await sync.group('Renamed').getByRole('checkbox').first().focus();
  await keyboard.press('Space');
  await expect(sync.button('Apply 0 changes')).toBeDisabled();
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(sync.dialog).toBeHidden();
  await expect(manage).toBeVisible();
  await keyboard.press('Escape');
  await expect(wall.tile('Entrance')).toBeVisible();
  await expect(wall.tile('Camera 02')).toBeVisible();
});

test('another device is not believed until somebody says so', async ({ recorder, station }) => {
  const { page } = station;
  const sync = new SyncDialog(page, 'Warehouse');
  await importSix(station, recorder);
  recorder.faults.changeSerial('SIM/2');
  recorder.faults.removeChannel(1);
  await sync.open();
  const warning = sync.dialog.getByRole('alert').filter({ hasText: 'Another device' });
  await expect(warning).toContainText('SIM-7616NI/16P0000000001');
  await expect(warning).toContainText('SIM/2');
  await expect(sync.box('Camera 01')).not.toBeChecked();
  await expect(sync.close).toBeFocused();
  await sync.button('It is the right NVR').click();
  await sync.openFromList();
  await expect(sync.apply).toHaveText('Apply 1 change');
  await expect(warning).toBeHidden();
});

test('a password that was changed at the NVR costs one failed login and is mended here', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const sync = new SyncDialog(page, 'Warehouse');
  await importSix(station, recorder);
  await expect(wall.inState('live')).toHaveCount(6);
  recorder.faults.setPassword('changed');
  await sync.open();
  await expect(sync.dialog.getByRole('alert', { name: 'refused the login' })).toBeVisible();
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });

  await sync.dialog.getByLabel('New password').fill('changed');
  await page.keyboard.press('Enter');
  await expect(sync.dialog).toContainText('Everything is as the NVR says');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectMoving(wall, 6);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
});
