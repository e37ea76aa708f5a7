import fs from 'node:fs';
import path from 'node:path';
import { entriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { SitePanel } from '../../e2e/pages/site-panel.ts';
import { expectMoving } from '../../e2e/support/live.ts';
import { expect, PASSWORD, PIN, test } from '../support/page-station.ts';

const PASSPHRASE = 'correct horse battery';
test('a file with a wrong line is refused with that line, and nothing is added', async ({
  recorder,
  station,
}) => {
  await station.addNvr(recorder, { maxChannels: 4 });
  const panel = new SitePanel(station.page);
  await panel.open();
  await panel.export(PASSPHRASE, PIN);
  const saved = (await panel.savedPath.textContent()) ?? '';
  const lines = fs.readFileSync(saved, 'utf8').replace('127.0.0.1', '192.168.1.9').split('\n');
  const wrong = lines.findIndex((line) => line.includes('"channel": 3'));
  lines[wrong] = '          "channel": 2,';
  const file = path.join(station.folder, 'wrong.json');
  fs.writeFileSync(file, lines.join('\n'));

  await panel.choose(file);
  await expect(panel.failures.last()).toHaveText(
    `Line ${wrong + 1}: “channel”: This occurs in the file twice.`,
  );
  await expect(panel.importNvrs).toBeHidden();
  fs.writeFileSync(file, lines.slice(0, -5).join('\n'));
  await panel.choose(file);
  await expect(panel.failures.last()).toHaveText(/^Line \d+: .* is missing\.$/);
  fs.writeFileSync(file, fs.readFileSync(saved, 'utf8').replace('127.0.0.1', '192.168.1.9'));
  await panel.choose(file);
  await expect(panel.foundNvrs).toHaveText([/Warehouse.*4 cameras.*New/]);
  await station.page.keyboard.press('Escape');
  await expect(panel.foundNvrs).toHaveCount(0);
  await panel.close();
  await expect(station.wall.tiles).toHaveCount(4);
});

test('a restore takes the list back to then, and the next one brings an NVR back', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const four = { ...entriesFor(recorder, PASSWORD), 'Max channels': '4' };
  await station.addNvr(recorder, { maxChannels: 4 });
  const panel = new SitePanel(page);
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
  await page.keyboard.press('Enter');
  await expect(panel.question).toBeHidden();
  await panel.backups.getByRole('button', { name: /^Restore/ }).click();
  await page.keyboard.press('Escape');
  await expect(panel.question).toBeHidden();
  await expect(panel.dialog).toBeVisible();
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
