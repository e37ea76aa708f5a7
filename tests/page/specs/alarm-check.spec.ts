import { importEntriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expect, PASSWORD, test } from '../support/page-station.ts';

test.use({ channels: 2 });

test('after an import somebody sees by keyboard what is not sent, and lets the NVR send it', async ({
  recorder,
  station,
}) => {
  const { addNvrForm, page } = station;
  const { keyboard } = page;
  const { alarms } = recorder;
  for (const id of ['VMD-2', 'linedetection-2']) alarms.setMethods(id, ['record']);
  alarms.detectors.set('tamper-1', false);
  await addNvrForm.connect(importEntriesFor(recorder, PASSWORD));
  await addNvrForm.addCameras.click();
  await page.getByRole('button', { name: 'Will it alarm?', exact: true }).press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Will it alarm? “Warehouse”' });
  const cell = (of: string) => dialog.getByRole('button', { name: of });
  await expect(dialog.getByRole('heading', { name: '2 events not sent' })).toBeVisible();
  await expect(cell('Motion at Camera 01: Yes')).toBeVisible();
  await expect(cell('Camera covered at Camera 01: Off')).toBeVisible();
  await expect(cell('Disk error at Warehouse: Yes')).toBeVisible();
  await expect(dialog.getByRole('columnheader', { name: 'Motion Log only' })).toBeVisible();
  expect(await seriousFaults(page, '[role="dialog"]')).toEqual([]);

  await cell('Motion at Camera 01: Yes').focus();
  await keyboard.press('ArrowDown');
  await expect(cell('Motion at Camera 02: Not sent')).toBeFocused();
  await expect(dialog.getByRole('definition')).toHaveText([
    ...['on', 'no', 'always', 'none in the list'],
  ]);
  await dialog.getByRole('button', { name: 'Let it notify us…', exact: true }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Let the NVR notify this app?' });
  await expect(question).toContainText('For Motion at Camera 02.');
  await keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(alarms.puts).toEqual([]);

  await dialog.getByRole('button', { name: 'Let all 2 notify us…' }).press('Enter');
  alarms.trigger('linedetection-2').exists = false;
  await question.getByRole('button', { name: 'Let it notify us', exact: true }).press('Enter');
  await expect(question).toBeHidden();
  await expect(cell('Motion at Camera 02: Yes')).toBeVisible();
  await expect(dialog).toContainText('The NVR does not have this setting.');
  expect(alarms.methodsOf('VMD-2')).toEqual(['record', 'center']);

  alarms.mayRead = false;
  await dialog.getByRole('button', { name: 'Look again' }).press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Give it the right to remote settings');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  alarms.mayRead = true;
  await page.getByRole('button', { name: 'Manage', exact: true }).click();
  await page.getByRole('button', { name: 'Will it alarm? Warehouse' }).press('Enter');
  await expect(cell('Motion at Camera 02: Yes')).toBeVisible();
});
