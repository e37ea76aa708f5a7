import type { PatternEntries } from '../../e2e/pages/add-nvr-form.ts';
import { entriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expect, PASSWORD, test } from '../support/page-station.ts';

const BAD_ENTRIES: [keyof PatternEntries, string, RegExp][] = [
  ['Name', '   ', /Give the NVR a name/],
  ['Address', '', /Enter the NVR’s IP address/],
  ['Address', 'ftp://10.0.0.5', /without http:\/\//],
  ['Address', '10.0.0.999', /IP address or host name/],
  ['RTSP port', '0', /1 to 65535/],
  ['HTTP port', '70000', /1 to 65535/],
  ['User', '', /Enter the user name/],
  ['Password', '', /Enter the password/],
  ['Max channels', '0', /at least 1/],
  ['Max channels', '1000', /at most 256/],
];

test('every bad entry is named at its field and nothing is written', async ({
  recorder,
  station,
}) => {
  const { addNvrForm, page } = station;
  const good = entriesFor(recorder, PASSWORD);
  await addNvrForm.open();
  expect(await seriousFaults(page, '[role="dialog"]')).toEqual([]);
  for (const [label, text, complaint] of BAD_ENTRIES) {
    await addNvrForm.fill({ ...good, [label]: text });
    await addNvrForm.submit();
    const field = addNvrForm.field(label);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(complaint);
    await expect(field).toBeFocused();
  }
  expect(await page.evaluate(() => window.opus.request('nvr:list', {}))).toEqual({
    ok: true,
    value: [],
  });
});

test('the same recorder cannot be added twice', async ({ recorder, station }) => {
  const { addNvrForm, wall } = station;
  await addNvrForm.add(entriesFor(recorder, PASSWORD));
  await expect(wall.tiles).toHaveCount(16);

  await addNvrForm.add({ ...entriesFor(recorder, PASSWORD), Name: 'Again' });

  await expect(addNvrForm.field('Address')).toHaveAccessibleDescription(/“Warehouse” already uses/);
  await addNvrForm.button('Cancel').click();
  await station.page.getByRole('button', { name: 'Discard' }).click();
  await expect(wall.tiles).toHaveCount(16);
});

test('the pattern way is filled and sent by keyboard alone', async ({ recorder, station }) => {
  const { page } = station;
  const { Name, Address, ...others } = entriesFor(recorder, PASSWORD);
  const [httpPort = '', ...rest] = Object.values<string>(others);
  await page.getByRole('button', { name: 'Add your first NVR' }).focus();
  await page.keyboard.press('Enter');
  await expect(station.addNvrForm.field('Name')).toBeFocused();
  await station.addNvrForm.button('Add by pattern…').focus();
  await page.keyboard.press('Enter');
  await expect(station.addNvrForm.field('Name')).toBeFocused();
  const maxChannels = rest.pop() ?? '';
  // The empty places are the HTTPS switch and the choice of stream addresses.
  for (const text of [Name, Address, httpPort, '', ...rest, '', maxChannels]) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(station.wall.tiles).toHaveCount(16);
});

test('an NVR is removed only after a question, and its sessions end', async ({
  recorder,
  station,
}) => {
  const { page } = station;
  await station.addNvr(recorder, { maxChannels: 4 });
  await expect(station.wall.inState('live')).toHaveCount(4);

  await page.getByRole('button', { name: 'Manage', exact: true }).click();
  await page.getByRole('button', { name: 'Remove Warehouse' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { name: 'Remove Warehouse' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Warehouse' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();

  await expect(page.getByText('There is no NVR here.')).toBeVisible();
  await expect(station.wall.tiles).toHaveCount(0);
  await expect.poll(() => recorder.sessions()).toEqual([]);
});
