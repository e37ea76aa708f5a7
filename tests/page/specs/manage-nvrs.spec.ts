import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { entriesFor, importEntriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { NvrList } from '../../e2e/pages/nvr-list.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expectMoving } from '../../e2e/support/live.ts';
import { expect, PASSWORD, test, USER, type PageStation } from '../support/page-station.ts';

const TILES = 4;

async function fourTiles({ addNvr, wall, page }: PageStation, recorder: SimulatedRecorder) {
  await addNvr(recorder, { maxChannels: TILES });
  await expect(wall.inState('live')).toHaveCount(TILES);
  const list = new NvrList(page);
  await list.open();
  return list;
}

function failures({ counters: { failedLogins } }: SimulatedRecorder): number {
  return failedLogins.rtsp + failedLogins.http;
}

test('a new name interrupts no picture; Esc leaves the form and not the dialog', async ({
  recorder,
  station,
}) => {
  const { page, wall } = station;
  const list = await fourTiles(station, recorder);
  const sessions = recorder.counters.sessionsOpened;
  await list.button('Edit Warehouse').click();
  await expect(list.field('Name')).toBeFocused();
  await expect(list.field('Password')).toHaveValue('');
  await list.field('Name').fill('Never saved');
  expect(await seriousFaults(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(list.button('Edit Warehouse')).toBeFocused();

  await list.button('New password for Warehouse').click();
  await page.keyboard.type('never saved');
  const cameras = list.dialog.getByRole('tab', { name: 'Cameras' });
  for (const way of [list.button('Add NVR'), list.button('Close'), cameras]) {
    await way.click();
    await list.answer('Go on editing').click();
  }
  await list.field('New password for “Warehouse”').press('Escape');
  await list.answer('Discard').click();
  await expect(list.button('New password for Warehouse')).toBeFocused();

  await list.edit('Warehouse', { Name: 'Yard' });
  await expect(list.button('Edit Yard')).toBeFocused();

  await expect(list.row('Yard')).toContainText('4 cameras');
  await list.close();
  await expectMoving(wall, TILES);
  expect(recorder.counters.sessionsOpened).toBe(sessions);
});

test('tiles follow a recorder to its new address; a taken address is named at its field', async ({
  recorder,
  station,
}) => {
  const other = new SimulatedRecorder({ channels: 16, user: USER, password: PASSWORD });
  await other.start();
  try {
    const list = await fourTiles(station, recorder);
    await list.edit('Warehouse', { 'RTSP port': '0' });
    await expect(list.field('RTSP port')).toHaveAccessibleDescription(/1 to 65535/);
    await list.field('RTSP port').fill(String(other.rtspPort));
    await list.field('HTTP port').fill(String(other.httpPort));
    await list.button('Test connection').click();
    await expect(list.dialog).toContainText('The connection works');
    await expect(list.button('Save')).toBeFocused();
    await list.button('Save').click();
    await expect(list.row('Warehouse')).toContainText('Login accepted');
    await list.close();

    await expect.poll(() => other.sessions().length).toBe(TILES);
    await expectMoving(station.wall, TILES);
    await expect.poll(() => recorder.sessions()).toEqual([]);
    expect(failures(recorder) + failures(other)).toBe(0);

    await station.addNvr(recorder, { name: 'Second' });
    await list.open();
    await list.edit('Second', { 'RTSP port': String(other.rtspPort) });
    await expect(list.field('Address')).toHaveAccessibleDescription(/“Warehouse” already uses/);
    await expect(list.field('Address')).toBeFocused();
  } finally {
    await other.stop();
  }
});

test('a wrong password in a test costs one failed login, and is not saved over the good one', async ({
  recorder,
  station,
}) => {
  const list = await fourTiles(station, recorder);
  await list.button('Edit Warehouse').click();
  await list.field('Password').fill('wrong');
  await list.button('Test connection').click();
  await expect(list.field('Password')).toHaveAccessibleDescription(/refused/);
  await list.button('Save').click();
  await expect(list.field('Password')).toBeFocused();
  await list.button('Back').click();
  await list.answer('Discard').click();
  await list.close();
  await expectMoving(station.wall, TILES);
  expect(failures(recorder)).toBe(1);
});

test('a disabled NVR leaves the wall and is left alone until it is enabled', async ({
  recorder,
  station,
}) => {
  const list = await fourTiles(station, recorder);
  await list.button('Disable Warehouse').click();
  await expect(list.row('Warehouse')).toContainText('Disabled');
  await expect(station.wall.tiles).toHaveCount(0);
  await expect.poll(() => recorder.sessions()).toEqual([]);

  await list.button('Enable Warehouse').click();
  await expect(list.row('Warehouse')).toContainText('Login accepted');
  await list.close();
  await expectMoving(station.wall, TILES);
});

test('a removed NVR comes back by Undo, with the mouse and with the keyboard', async ({
  recorder,
  station,
}) => {
  const list = await fourTiles(station, recorder);
  const { keyboard } = station.page;
  await list.button('Remove Warehouse').click();
  await expect(list.row('Remove “Warehouse”?')).toContainText('4 cameras and its stored password');
  await list.button('Remove').click();
  await expect(list.button('Add NVR')).toBeFocused();
  await expect(station.wall.tiles).toHaveCount(0);
  await list.undo.click();
  await expect(list.row('Warehouse')).toContainText('Login accepted');
  await expect(station.wall.inState('live')).toHaveCount(TILES);

  await list.button('Remove Warehouse').focus();
  await keyboard.press('Enter');
  await expect(list.button('Keep')).toBeFocused();
  await keyboard.press('Enter');
  await expect(list.button('Remove Warehouse')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(list.undo).toBeVisible();
  const isUndoFocused = async (): Promise<boolean> => {
    await keyboard.press('Tab');
    return list.undo.evaluate((button) => button === document.activeElement);
  };
  await expect.poll(isUndoFocused, { intervals: [50] }).toBe(true);
  await keyboard.press('Enter');
  await expect(list.row('Warehouse')).toContainText('Login accepted');
  await list.close();
  await expectMoving(station.wall, TILES);
  expect(failures(recorder)).toBe(0);
});

test('a single camera is added from a pasted address, whose login goes into its fields', async ({
  recorder,
  station,
}) => {
  const { page, wall } = station;
  const list = new NvrList(page);
  await page.getByRole('button', { name: 'Add camera by RTSP address…' }).click();
  const login = `${USER}:${encodeURIComponent(PASSWORD)}`;
  const place = `127.0.0.1:${recorder.rtspPort}/live/3/main`;
  await list.field('Name').fill('Gate');
  await list.field('RTSP address').fill(`rtsp://${login}@${place}`);
  await expect(list.field('RTSP address')).toHaveValue(`rtsp://${place}`);
  await expect(list.field('User')).toHaveValue(USER);
  await page.keyboard.press('Escape');
  await list.answer('Go on editing').click();
  await expect(list.field('Name')).toHaveValue('Gate');
  await list.button('Add camera').click();

  await expect(list.row('Gate')).toContainText('Single camera · 127.0.0.1');
  await list.edit('Gate', { Name: 'Main gate', 'Main stream path': '/live/5/main' });
  await expect(list.row('Main gate')).toContainText('Login accepted');
  await list.close();
  await expectMoving(wall, 1);
  await expect(wall.tile('Main gate')).toBeVisible();
  expect(recorder.sessions().map(({ channel }) => channel)).toEqual([5]);
  await list.open();
  await list.button('Remove Main gate').click();
  await expect(list.dialog).toContainText('The camera and its stored password will be removed.');
});

test('channels that answer are found by pattern, and the others are left out', async ({
  recorder,
  station,
}) => {
  const { addNvrForm, wall } = station;
  for (let channel = 4; channel <= 16; channel += 1) recorder.faults.removeChannel(channel);
  await addNvrForm.open();
  await addNvrForm.fill({ ...entriesFor(recorder, 'wrong'), 'Max channels': '6' });
  await addNvrForm.dialog.getByLabel('Stream addresses').selectOption('Custom');
  await addNvrForm.dialog.getByLabel('Main stream path').fill('/live/main');
  await addNvrForm.dialog.getByLabel('Check which channels answer').check();
  await addNvrForm.button('Check channels').click();
  const template = addNvrForm.dialog.getByLabel('Main stream path');
  await expect(template).toHaveAccessibleDescription(/Write \{channel\}/);
  await template.fill('/live/{channel}/main');
  await addNvrForm.button('Check channels').click();
  await expect(addNvrForm.field('Password')).toHaveAccessibleDescription(/refused/);
  await addNvrForm.field('Password').fill(PASSWORD);
  await addNvrForm.button('Check channels').click();
  await expect(addNvrForm.addCameras).toHaveText('Add 3 cameras');
  await addNvrForm.addCameras.click();
  await expect(addNvrForm.dialog).toBeHidden();
  await expectMoving(wall, 3);
  expect(failures(recorder)).toBe(1);
});

test.describe('over HTTPS', () => {
  test.use({ profile: 'https-self-signed' });

  test('a changed certificate stops everything until it is reviewed and trusted', async ({
    recorder,
    station,
  }) => {
    const { addNvrForm, wall, page } = station;
    await addNvrForm.open();
    await addNvrForm.dialog.getByLabel('HTTPS', { exact: true }).check();
    const { 'HTTP port': port, ...entries } = importEntriesFor(recorder, PASSWORD);
    await addNvrForm.dialog.getByLabel('HTTPS port').fill(port);
    await addNvrForm.fill(entries);
    await addNvrForm.button('Connect').click();
    await addNvrForm.button('Trust this NVR').click();
    await addNvrForm.addCameras.click();
    await expect(wall.inState('live')).toHaveCount(16);

    recorder.faults.changeCertificate();
    recorder.faults.resetConnections();

    await expect(wall.inState('certificate-changed')).toHaveCount(16);
    await expect(wall.tiles.first()).toContainText('Certificate changed');
    const asked = structuredClone(recorder.counters.requests);
    const list = new NvrList(page);
    await list.open();
    await list.button('Review certificate…').click();
    await expect(list.dialog.getByRole('figure')).toHaveCount(2);
    expect(recorder.counters.requests).toEqual(asked);
    await list.button('Trust the new certificate').click();
    await expect(list.row('Warehouse')).toContainText('Login accepted');
    await list.close();
    await expectMoving(wall, 16);
    expect(failures(recorder)).toBe(0);
  });
});
