import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AdminLock } from '../pages/admin-lock.ts';
import { SitePanel } from '../pages/site-panel.ts';
import { WallPage } from '../pages/wall-page.ts';
import { seriousFaults } from '../support/axe.ts';
import { expectMoving } from '../support/live.ts';
import { RunningApp } from '../support/running-app.ts';
import { expect, PASSWORD, PIN, test } from '../support/station.ts';

const PASSPHRASE = 'correct horse battery';
/** Documents are looked for here, and nobody's own ones are touched. */
const HOME = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-e2e-home-'));

test.use({ appEnv: { HOME, XDG_CONFIG_HOME: path.join(HOME, '.config') } });

test.afterAll(() => fs.rmSync(HOME, { recursive: true, force: true }));

test('a site moves to another station by one file, and its cameras are live there', async ({
  recorder,
  station,
  appEnv,
}) => {
  await station.addNvr(recorder, { maxChannels: 9 });
  await station.wall.chooseGrid(2);
  const panel = new SitePanel(station.app.page);
  await panel.open();
  expect(await seriousFaults(station.app.page, '[role="dialog"]')).toEqual([]);
  await panel.export(PASSPHRASE, PIN, `${PASSPHRASE}!`);
  await expect(panel.dialog.getByLabel('Repeat passphrase')).toBeFocused();
  await expect(panel.dialog.getByLabel('Repeat passphrase')).toHaveAccessibleDescription(/differ/);
  await panel.export(PASSPHRASE, '111111');
  await expect(panel.dialog.getByLabel('Admin PIN')).toHaveAccessibleDescription(/Wrong PIN/);
  await panel.export(PASSPHRASE, PIN);
  await expect(panel.savedPath).toHaveText(/Opus NVR.site-\d{4}-\d\d-\d\d-\d{4}\.json$/);
  await expect(panel.showInFolder).toBeVisible();
  await expect(panel.exportButton).toBeFocused();
  const file = (await panel.savedPath.textContent()) ?? '';
  expect(fs.readFileSync(file, 'utf8')).not.toContain(PASSWORD);
  await station.app.quit();

  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-e2e-'));
  const other = await RunningApp.launch(userData, appEnv);
  try {
    await new AdminLock(other.page).setUp(PIN);
    const there = new SitePanel(other.page);
    await there.open();
    await there.choose(file);
    await expect(there.foundNvrs).toHaveText([/Warehouse.*9 cameras.*New/]);
    await expect(there.filePassphrase).toBeFocused();
    await there.filePassphrase.fill('not the passphrase');
    await other.page.keyboard.press('Enter');
    await expect(there.filePassphrase).toHaveAccessibleDescription(/not the passphrase/);
    await there.filePassphrase.fill(PASSPHRASE);
    await other.page.keyboard.press('Enter');
    await expect(there.dialog.getByText('1 NVR with 9 cameras brought in.')).toBeVisible();
    await there.choose(file);
    await expect(there.foundNvrs).toHaveText([/Here already/]);
    await expect(there.importNvrs).toBeDisabled();
    await there.close();
    const wall = new WallPage(other.page);
    await expect(wall.position).toHaveText('1 / 3');
    await expectMoving(wall, 4);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  } finally {
    await other.quit();
    fs.rmSync(userData, { recursive: true, force: true });
  }
});
