import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AdminLock } from '../pages/admin-lock.ts';
import { entriesFor } from '../pages/add-nvr-form.ts';
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
  expect(await seriousFaults(station.app.page, 'dialog')).toEqual([]);
  await panel.export(PASSPHRASE, PIN, `${PASSPHRASE}!`);
  await expect(panel.dialog.getByLabel('Repeat passphrase')).toBeFocused();
  await expect(panel.dialog.getByLabel('Repeat passphrase')).toHaveAccessibleDescription(/differ/);
  await panel.export(PASSPHRASE, '111111');
  await expect(panel.dialog.getByLabel('Admin PIN')).toHaveAccessibleDescription(/Wrong PIN/);
  await panel.export(PASSPHRASE, PIN);
  await expect(panel.savedPath).toHaveText(/Opus NVR.site-\d{4}-\d\d-\d\d-\d{4}\.json$/);
  await expect(panel.showInFolder).toBeVisible();
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

test('a file with a wrong line is refused with that line, and nothing is added', async ({
  recorder,
  station,
}) => {
  await station.addNvr(recorder, { maxChannels: 4 });
  const panel = new SitePanel(station.app.page);
  await panel.open();
  await panel.export(PASSPHRASE, PIN);
  const saved = (await panel.savedPath.textContent()) ?? '';
  const lines = fs.readFileSync(saved, 'utf8').replace('127.0.0.1', '192.168.1.9').split('\n');
  const wrong = lines.findIndex((line) => line.includes('"channel": 3'));
  lines[wrong] = '          "channel": 2,';
  const file = path.join(HOME, 'wrong.json');
  fs.writeFileSync(file, lines.join('\n'));

  await panel.choose(file);
  await expect(panel.failures.last()).toHaveText(
    `Line ${wrong + 1}: “channel”: This occurs in the file twice.`,
  );
  await expect(panel.importNvrs).toBeHidden();
  fs.writeFileSync(file, lines.slice(0, -5).join('\n'));
  await panel.choose(file);
  await expect(panel.failures.last()).toHaveText(/^Line \d+: .* is missing\.$/);
  await panel.close();
  await expect(station.wall.tiles).toHaveCount(4);
});

test('a restore takes the list back to then, and the next one brings an NVR back', async ({
  recorder,
  station,
}) => {
  const { wall, app } = station;
  const four = { ...entriesFor(recorder, PASSWORD), 'Max channels': '4' };
  await station.addNvr(recorder, { maxChannels: 4 });
  const panel = new SitePanel(app.page);
  await panel.open();
  await panel.backUpNow.click();
  await expect(panel.backups).toHaveText([/Today.*By hand · 1 NVR · 4 cameras/]);
  await panel.close();
  await station.addNvrForm.add({
    ...four,
    Name: 'Gate',
    Address: 'localhost',
    'Max channels': '5',
  });
  await expectMoving(wall, 9);

  await panel.open();
  await panel.backups.getByRole('button', { name: /^Restore/ }).click();
  await expect(panel.question).toContainText('the present list of 2 NVRs and 9 cameras');
  await app.page.keyboard.press('Enter');
  await expect(panel.question).toBeHidden();
  await panel.restore(panel.backups.first());
  await expect(panel.backups.first()).toHaveText(/Before a restore · 2 NVRs · 9 cameras/);
  await panel.close();
  await expectMoving(wall, 4);

  await panel.open();
  await panel.restore(panel.backups.first());
  await expect(panel.backups).toHaveCount(3);
  await panel.close();
  await expectMoving(wall, 9);
  await expect(wall.tile('Camera 05')).toBeVisible();
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});
