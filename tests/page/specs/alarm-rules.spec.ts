import { seriousFaults } from '../../e2e/support/axe.ts';
import { expect, test } from '../support/page-station.ts';

test.use({ channels: 2 });

test('by keyboard alone motion becomes an alarm at one camera, and nothing typed is lost', async ({
  recorder,
  station,
}) => {
  const { page } = station;
  await station.addNvr(recorder, { maxChannels: 2 });
  const marks = page.getByTestId('tile-alarm');
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Alarm rules' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Manage' });
  await expect(page.getByRole('tab', { name: 'Alarm rules' })).toBeFocused();
  const motion = dialog.getByRole('radiogroup', { name: 'What becomes of “Motion”' });
  await expect(motion.getByRole('radio', { name: 'Log only' })).toBeChecked();
  await motion.getByRole('radio', { name: 'Log only' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(motion).toContainText('usual: Log only');
  expect(await seriousFaults(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Add exception…' }).press('Enter');
  const editor = page.getByRole('dialog', { name: 'Add exception' });
  await expect(editor.getByLabel('What becomes of it')).toBeFocused();
  await editor.getByRole('group', { name: 'Cameras' }).getByLabel('Only these').press(' ');
  await page.keyboard.press('Enter');
  await expect(editor.getByText('Choose at least one camera.')).toBeVisible();
  await editor.getByRole('checkbox', { name: 'Camera 02' }).press(' ');
  await page.keyboard.press('Enter');
  await expect(editor).toBeHidden();
  const exception = dialog.getByRole('button', { name: /^Edit: Alarm, .* at Camera 02/ });
  await expect(exception).toBeVisible();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go on editing' }).press('Enter');
  await expect(exception).toBeVisible();
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByText(/^Alarm rules saved/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await recorder.events.emit({ type: 'VMD', state: 'active', channel: 1 });
  await recorder.events.emit({ type: 'VMD', state: 'active', channel: 2 });
  await expect(marks).toHaveText(['Motion']);
  await expect(station.wall.tile('Camera 02')).toHaveAccessibleName(/Alarm: Motion$/);
});
