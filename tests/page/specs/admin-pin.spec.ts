import path from 'node:path';
import Database from 'better-sqlite3';
import { CHANGING } from '../../support/changing-channels.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { entriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { ask } from '../../e2e/support/ask.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expect, PASSWORD, PIN, test, type PageStation } from '../support/page-station.ts';

const WRONG = '111111';
const NEW_PIN = '77304418';
const TRIES = 5;
/** Long enough to be seen in the form. */
const REST_OF_BLOCK_MS = 10_000;

/** As if the station had been off while the rest of a block passed. */
function shortenBlock({ folder }: PageStation): Promise<void> {
  const db = new Database(path.join(folder, 'opus.sqlite'));
  db.prepare('UPDATE admin_lock SET block_left_ms = ?').run(REST_OF_BLOCK_MS);
  db.close();
  return Promise.resolve();
}

async function addFourCameras(station: PageStation, recorder: SimulatedRecorder): Promise<void> {
  await station.addNvr(recorder, { maxChannels: 4 });
  await expect(station.wall.inState('live')).toHaveCount(4);
}

test.describe('the first start', () => {
  test.use({ isSetUp: false });

  test('asks for a PIN, twice and long enough, and nothing leads round it', async ({ station }) => {
    const { adminLock } = station;
    const { page } = station;
    const pin = adminLock.setupDialog.getByLabel('New PIN');
    const repeated = adminLock.setupDialog.getByLabel('Repeat PIN');
    await expect(pin).toBeFocused();
    for (const _press of [1, 2, 3]) await page.keyboard.press('Escape');
    await expect(adminLock.setupDialog).toBeVisible();
    await expect(pin).toBeFocused();
    expect(await seriousFaults(page)).toEqual([]);
    await page.reload();

    await pin.pressSequentially('12ab345');
    await expect(pin).toHaveValue('12345');
    await page.keyboard.press('Enter');
    await expect(pin).toHaveAccessibleDescription('A PIN has 6 to 12 digits.');
    await expect(pin).toBeFocused();
    await adminLock.setUp(PIN, WRONG);
    await expect(repeated).toHaveAccessibleDescription(/differ/);
    await expect(repeated).toBeFocused();
    for (const channel of CHANGING) {
      expect(await ask(page, channel)).toMatchObject({ error: { code: 'not-permitted' } });
    }

    await adminLock.setUp(PIN);
    await expect(adminLock.setupDialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Add your first NVR' })).toBeFocused();
    await expect(adminLock.timeLeft).toHaveText(/^[45]:\d\d$/);

    await station.restart();
    await expect(station.adminLock.unlockButton).toBeVisible();
    await expect(station.adminLock.setupDialog).toBeHidden();
  });
});

test('an action that needs the PIN asks for it and then goes on', async ({ station }) => {
  const { adminLock, addNvrForm } = station;
  const { page } = station;
  await adminLock.lockButton.click();

  await addNvrForm.open();
  await expect(adminLock.pinField).toBeFocused();
  await adminLock.enter(WRONG);
  await expect(adminLock.pinField).toHaveAccessibleDescription('Wrong PIN. 4 tries left.');
  await expect(adminLock.pinField).toBeFocused();
  await expect(adminLock.pinField).toHaveValue('');
  await expect(addNvrForm.dialog).toBeHidden();
  await adminLock.enter(PIN);
  await expect(addNvrForm.field('Name')).toBeFocused();
  await page.keyboard.press('Escape');

  await adminLock.lockButton.click();
  await page.getByRole('button', { name: 'Manage', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(adminLock.unlockDialog).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Manage' })).toBeHidden();
});

test('a form that is open when the app locks itself is hidden, and loses nothing', async ({
  recorder,
  station,
}) => {
  const { adminLock, addNvrForm, wall } = station;
  await addNvrForm.open();
  await addNvrForm.fill({ ...entriesFor(recorder, PASSWORD), 'Max channels': '4' });
  await station.page.keyboard.press('Escape');
  const unsaved = station.page.getByRole('dialog', { name: 'Unsaved changes' });
  await expect(unsaved).toBeVisible();
  await ask(station.page, 'admin:lock');
  await expect(addNvrForm.dialog).toBeHidden();
  await expect(unsaved).toBeHidden();
  await adminLock.unlockButton.click();
  await station.page.keyboard.press('Escape');
  await expect(addNvrForm.dialog).toBeHidden();

  await adminLock.unlockButton.click();
  await adminLock.enter(PIN);
  await expect(unsaved.getByRole('button', { name: 'Go on editing' })).toBeFocused();
  await station.page.keyboard.press('Escape');
  await expect(unsaved).toBeHidden();
  await expect(addNvrForm.field('Name')).toHaveValue('Warehouse');
  await expect(addNvrForm.field('Password')).toHaveValue(PASSWORD);
  await addNvrForm.submit();
  await expect(addNvrForm.dialog).toBeHidden();
  await expect(wall.inState('live')).toHaveCount(4);
});

test('the PIN is changed only by who knows it, and the old one is worth nothing then', async ({
  station,
}) => {
  const { adminLock } = station;
  await adminLock.settingsButton.click();
  expect(await seriousFaults(station.page, '[role="dialog"]')).toEqual([]);
  await adminLock.changePin(WRONG, NEW_PIN);
  const current = adminLock.settingsDialog.getByLabel('Current PIN');
  await expect(current).toHaveAccessibleDescription('Wrong PIN. 4 tries left.');
  await expect(current).toBeFocused();
  await adminLock.changePin(PIN, NEW_PIN);
  await expect(adminLock.settingsDialog).toBeHidden();

  await adminLock.lockButton.click();
  await adminLock.unlockButton.click();
  await adminLock.enter(PIN);
  await expect(adminLock.pinField).toHaveAccessibleDescription(/Wrong PIN/);
  await adminLock.enter(NEW_PIN);
  await expect(adminLock.chip).toBeVisible();
});

test('a block is counted down in the form, which takes the PIN once it is over', async ({
  station,
}) => {
  const { adminLock, page } = station;
  await ask(page, 'admin:lock');
  for (let tries = 0; tries < TRIES; tries += 1) await ask(page, 'admin:unlock', { pin: WRONG });
  await station.restart(() => shortenBlock(station));

  await adminLock.unlockButton.click();
  await expect(adminLock.pinField).toHaveAccessibleDescription(/Try again in 0:\d\d/);
  await expect(adminLock.pinField).toBeFocused();
  expect(await ask(page, 'admin:unlock', { pin: PIN })).toMatchObject({ ok: false });
  await expect(adminLock.pinField).not.toHaveAccessibleDescription(/Try again/);
  await adminLock.enter(PIN);
  await expect(adminLock.chip).toBeVisible();
});

test('the keyboard alone locks, unlocks, and sets the idle time', async ({ recorder, station }) => {
  const { adminLock } = station;
  const { keyboard } = station.page;
  await addFourCameras(station, recorder);
  await keyboard.press('l');
  await expect(adminLock.unlockButton).toBeVisible();
  await keyboard.press('l');
  await expect(adminLock.pinField).toBeFocused();
  await keyboard.type(PIN);
  await keyboard.press('Enter');
  await expect(adminLock.chip).toBeVisible();

  await adminLock.settingsButton.focus();
  await keyboard.press('Enter');
  const minutes = adminLock.settingsDialog.getByLabel('Lock after');
  await expect(minutes).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('61');
  await keyboard.press('Enter');
  await expect(minutes).toHaveAccessibleDescription(/from 1 to 60/);
  const current = adminLock.settingsDialog.getByLabel('Current PIN');
  await current.fill('12');
  await minutes.focus();
  await keyboard.press('Control+a');
  await keyboard.type('30');
  await keyboard.press('Enter');
  await expect(adminLock.timeLeft).toHaveText(/^(30:00|29:\d\d)$/);
  await expect(current).toHaveValue('12');
  await current.fill('');
  await keyboard.press('Escape');
  await expect(adminLock.settingsDialog).toBeHidden();

  await station.wall.tile('Camera 02').focus();
  await keyboard.press('Enter');
  await expect(adminLock.timeLeft.last()).toBeInViewport();
  await keyboard.press('l');
  await expect(adminLock.chip).toHaveCount(0);
});
