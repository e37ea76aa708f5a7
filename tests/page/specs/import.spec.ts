import { importEntriesFor } from '../../e2e/pages/add-nvr-form.ts';
import { seriousFaults } from '../../e2e/support/axe.ts';
import { expectMoving } from '../../e2e/support/live.ts';
import { expect, PASSWORD, test } from '../support/page-station.ts';

const SLOW_MS = 1_000;

test.describe('with streams of two sizes', () => {
  test.use({ formats: null });

  test('the recorder’s own cameras, names and streams are live, by keyboard alone', async ({
    recorder,
    station,
  }) => {
    const { addNvrForm, wall, page } = station;
    const { keyboard } = page;
    for (let channel = 4; channel <= 16; channel += 1) recorder.faults.removeChannel(channel);
    recorder.faults.renameChannel(1, 'Tor Süd');
    recorder.faults.removeSubStream(3);
    await page.getByRole('button', { name: 'Add your first NVR' }).focus();
    await keyboard.press('Enter');
    await expect(addNvrForm.field('Name')).toBeFocused();
    await addNvrForm.fill({ ...importEntriesFor(recorder, PASSWORD), Name: '' });
    await addNvrForm.field('Password').focus();
    await keyboard.press('Enter');

    await expect(addNvrForm.addCameras).toBeFocused();
    await expect(addNvrForm.addCameras).toHaveText('Add 3 cameras');
    await expect(addNvrForm.field('Name')).toHaveValue('Simulated recorder');
    await expect(addNvrForm.dialog).toContainText('SIM-7616NI/16P');
    await expect(addNvrForm.channels.nth(0)).toContainText('Tor SüdH.264 1280×720H.264 640×360');
    await expect(addNvrForm.channels.nth(2)).toContainText('no sub stream');
    await addNvrForm.channels.nth(1).getByRole('checkbox').focus();
    await keyboard.press('Space');
    await expect(addNvrForm.addCameras).toHaveText('Add 2 cameras');
    await addNvrForm.addCameras.focus();
    await keyboard.press('Enter');

    await expect(addNvrForm.dialog).toBeHidden();
    await expect(wall.tile('Tor Süd')).toBeVisible();
    await expect(wall.tiles).toHaveCount(2);
    await expectMoving(wall, 2);
    const playing = recorder.sessions().map(({ channel, stream }) => `${channel} ${stream}`);
    expect(playing.sort()).toEqual(['1 main', '3 main']);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });
});

test('a wrong password costs one failed login, and the entries stay for the right one', async ({
  recorder,
  station,
}) => {
  const { addNvrForm, wall } = station;
  await addNvrForm.connect(importEntriesFor(recorder, 'wrong password'));
  const password = addNvrForm.field('Password');
  await expect(password).toBeFocused();
  await expect(password).toHaveAccessibleDescription(/refused.*4 tries left/);
  await addNvrForm.button('Connect').click();
  await expect(password).toHaveAccessibleDescription(/not sent again/);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });

  await password.fill(PASSWORD);
  await addNvrForm.button('Connect').click();
  await addNvrForm.addCameras.click();
  await expect(wall.inState('live')).toHaveCount(16);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
});

test('a locked account is said with its time, and nothing can be tried before', async ({
  recorder,
  station,
}) => {
  const { addNvrForm } = station;
  recorder.faults.lockNow();
  await addNvrForm.connect(importEntriesFor(recorder, PASSWORD));
  await expect(addNvrForm.dialog.getByRole('alert')).toContainText('It opens in 30 minutes.');
  await expect(addNvrForm.button('Back')).toBeFocused();
  await expect(addNvrForm.button('Try again')).toBeHidden();
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});

test('a look can be cancelled: nothing is stored and nothing typed is lost', async ({
  recorder,
  station,
}) => {
  const { addNvrForm, page } = station;
  recorder.faults.slowDownIsapi(SLOW_MS);
  await addNvrForm.connect(importEntriesFor(recorder, PASSWORD));
  await expect(addNvrForm.button('Cancel')).toBeFocused();
  await expect(addNvrForm.dialog.getByLabel('Running')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(addNvrForm.field('Address')).toHaveValue('127.0.0.1');
  await expect(addNvrForm.field('Password')).toHaveValue(PASSWORD);
  const nvrs = await page.evaluate(() => window.opus.request('nvr:list', {}));
  expect(nvrs).toEqual({ ok: true, value: [] });

  const unsaved = page.getByRole('dialog', { name: 'Unsaved changes' });
  await page.keyboard.press('Escape');
  await expect(unsaved.getByRole('button', { name: 'Go on editing' })).toBeFocused();
  expect(await seriousFaults(page, '.dialog--small')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(unsaved).toBeHidden();
  await expect(addNvrForm.field('Password')).toHaveValue(PASSWORD);
  await addNvrForm.button('Close').click();
  await unsaved.getByRole('button', { name: 'Discard' }).click();
  await expect(addNvrForm.dialog).toBeHidden();
});

test('another RTSP port than the one typed is offered, not taken', async ({
  recorder,
  station,
}) => {
  const { addNvrForm, wall } = station;
  await addNvrForm.connect({ ...importEntriesFor(recorder, PASSWORD), 'RTSP port': '8554' });
  const offer = addNvrForm.button(`Use ${recorder.rtspPort}`);
  await offer.click();
  await expect(offer).toBeHidden();
  await expect(addNvrForm.addCameras).toBeFocused();
  await addNvrForm.addCameras.click();
  await expect(wall.inState('live')).toHaveCount(16);
});

test.describe('without ISAPI', () => {
  test.use({ profile: 'no-isapi' });

  test('channels are added by pattern instead, with what was typed', async ({
    recorder,
    station,
  }) => {
    const { addNvrForm, wall } = station;
    await addNvrForm.connect(importEntriesFor(recorder, PASSWORD));
    await addNvrForm.button('Add by channel pattern instead').click();
    await expect(addNvrForm.field('Password')).toHaveValue(PASSWORD);
    await addNvrForm.field('Max channels').fill('4');
    await addNvrForm.submit();
    await expect(wall.inState('live')).toHaveCount(4);
    await expect(wall.tile('Camera 04')).toBeVisible();
  });
});

test.describe('over HTTPS', () => {
  test.use({ profile: 'https-self-signed' });

  test('the certificate is trusted by a person, then pinned', async ({ recorder, station }) => {
    const { addNvrForm, wall, page } = station;
    const { 'HTTP port': port, ...entries } = importEntriesFor(recorder, PASSWORD);
    await addNvrForm.open();
    await addNvrForm.fill(entries);
    await addNvrForm.dialog.getByLabel('HTTPS', { exact: true }).check();
    await expect(addNvrForm.dialog.getByLabel('HTTPS port')).toHaveValue('443');
    await addNvrForm.dialog.getByLabel('HTTPS port').fill(port);
    await addNvrForm.button('Connect').click();
    await expect(addNvrForm.dialog.getByRole('alert')).toContainText('SHA-256 fingerprint');
    expect(recorder.counters.requests.http).toEqual({});

    await addNvrForm.button('Trust this NVR').click();
    await addNvrForm.addCameras.click();
    await expect(wall.inState('live')).toHaveCount(16);
    const nvrs = await page.evaluate(() => window.opus.request('nvr:list', {}));
    expect(nvrs).toMatchObject({
      value: [{ isHttps: true, fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}/) }],
    });
  });
});
