import type { Page } from '@playwright/test';
import { REQUEST_CHANNELS, REQUESTS } from '../../../src-preload/contract/ipc-contract.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { entriesFor } from '../pages/add-nvr-form.ts';
import { ask } from '../support/ask.ts';
import { payloads } from '../support/changing-requests.ts';
import { seriousFaults } from '../support/axe.ts';
import { expect, PASSWORD, PIN, test, type Station } from '../support/station.ts';

const WRONG = '111111';
const NEW_PIN = '77304418';
/** The first block is 30 s long. */
const AFTER_FIRST_BLOCK = { timeout: 60_000 };

const CHANGING = REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].access === 'admin');

async function everything(page: Page): Promise<unknown[]> {
  return [await ask(page, 'nvr:list'), await ask(page, 'camera:list')];
}

async function addFourCameras(station: Station, recorder: SimulatedRecorder): Promise<void> {
  await station.addNvr(recorder, { maxChannels: 4 });
  await expect(station.wall.inState('live')).toHaveCount(4);
}

test.describe('the first start', () => {
  test.use({ isSetUp: false });

  test('asks for a PIN, twice and long enough, and nothing leads round it', async ({ station }) => {
    const { adminLock } = station;
    const { page } = station.app;
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
      expect(await ask(page, channel)).toMatchObject({ error: { code: 'admin-locked' } });
    }

    await adminLock.setUp(PIN);
    await expect(adminLock.setupDialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Add your first NVR' })).toBeFocused();
    await expect(adminLock.timeLeft).toHaveText(/^[45]:\d\d$/);

    await station.app.quit();
    await station.relaunch();
    await expect(station.adminLock.unlockButton).toBeVisible();
    await expect(station.adminLock.setupDialog).toBeHidden();
  });
});

test('while locked, no changing request changes anything, however it is sent', async ({
  recorder,
  station,
}) => {
  const { page } = station.app;
  await addFourCameras(station, recorder);
  // An answer to a request that was allowed holds nothing that would allow it again.
  const allowed = await ask(page, 'admin:set-auto-lock', { minutes: 5 });
  expect(allowed).toMatchObject({ ok: true });
  await station.adminLock.lockButton.click();
  await expect(station.adminLock.unlockButton).toBeVisible();
  const before = await everything(page);
  const bodies = payloads(recorder, NEW_PIN);

  for (const _round of ['first', 'replayed']) {
    for (const channel of CHANGING) {
      expect(await ask(page, channel, bodies[channel]), channel).toMatchObject({
        ok: false,
        error: { code: 'admin-locked' },
      });
    }
  }
  const pins = [{ pin: NEW_PIN }, { pin: PIN }];
  for (const payload of pins) {
    expect(await ask(page, 'admin:set-pin', payload)).toMatchObject({ ok: false });
  }
  await page.reload();
  expect(await ask(page, 'nvr:remove', { id: 1 })).toMatchObject({ ok: false });

  expect(await everything(page)).toEqual(before);
  expect(await ask(page, 'admin:get-status')).toMatchObject({
    value: { state: 'locked', autoLockMinutes: 5, triesLeft: 5 },
  });
  await expect(station.wall.inState('live')).toHaveCount(4);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});

test('guessing is stopped, also in parallel and over a kill, until the block is over', async ({
  station,
}) => {
  const { page } = station.app;
  await station.adminLock.lockButton.click();
  await page.evaluate(async () => {
    const guesses = Array.from({ length: 200 }, (_, index) => String(500_000 + index));
    await Promise.all(guesses.map((pin) => window.opus.request('admin:unlock', { pin })));
  });
  const refused = {
    ok: false,
    error: { code: 'wrong-pin', attempts: { blockedForMs: expect.any(Number) as unknown } },
  };
  expect(await ask(page, 'admin:unlock', { pin: PIN })).toMatchObject(refused);

  await station.app.kill();
  await station.relaunch();

  expect(await ask(station.app.page, 'admin:unlock', { pin: PIN })).toMatchObject(refused);
  const { adminLock } = station;
  await adminLock.unlockButton.click();
  await expect(adminLock.pinField).toHaveAccessibleDescription(/Try again in 0:\d\d/);
  await expect(adminLock.pinField).toBeFocused();
  await expect(adminLock.pinField).not.toHaveAccessibleDescription(/Try again/, AFTER_FIRST_BLOCK);
  await adminLock.enter(PIN);
  await expect(adminLock.chip).toBeVisible();
});

test('an action that needs the PIN asks for it and then goes on', async ({ station }) => {
  const { adminLock, addNvrForm } = station;
  const { page } = station.app;
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
  await ask(station.app.page, 'admin:lock');
  await expect(addNvrForm.dialog).toBeHidden();
  await adminLock.unlockButton.click();
  await station.app.page.keyboard.press('Escape');
  await expect(addNvrForm.dialog).toBeHidden();

  await adminLock.unlockButton.click();
  await adminLock.enter(PIN);
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
  expect(await seriousFaults(station.app.page, 'dialog')).toEqual([]);
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

test('the keyboard alone locks, unlocks, and sets the idle time', async ({ recorder, station }) => {
  const { adminLock } = station;
  const { keyboard } = station.app.page;
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

test('--reset-admin-pin forgets the PIN and with it every recorder password', async ({
  recorder,
  station,
}) => {
  await addFourCameras(station, recorder);
  await station.app.quit();
  await expect.poll(() => recorder.sessions()).toEqual([]);

  await station.relaunch(undefined, ['--reset-admin-pin', '--yes']);

  await station.adminLock.setUp(NEW_PIN);
  await expect(station.adminLock.chip).toBeVisible();
  await expect(station.wall.tiles).toHaveCount(4);
  await expect(station.wall.tiles.first()).toContainText('Password missing');
  expect(recorder.sessions()).toEqual([]);

  await station.app.quit();
  await station.relaunch();
  await station.adminLock.unlockButton.click();
  await station.adminLock.enter(NEW_PIN);
  await expect(station.adminLock.chip).toBeVisible();
  await expect(station.wall.tiles.first()).toContainText('Password missing');
});
