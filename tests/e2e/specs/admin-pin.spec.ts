import type { Page } from '@playwright/test';
import { CHANGING } from '../../support/changing-channels.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { ask } from '../support/ask.ts';
import { payloads } from '../support/changing-requests.ts';
import { expect, PIN, test, type Station } from '../support/station.ts';

const NEW_PIN = '77304418';

async function everything(page: Page): Promise<unknown[]> {
  return [await ask(page, 'nvr:list'), await ask(page, 'camera:list')];
}

async function addFourCameras(station: Station, recorder: SimulatedRecorder): Promise<void> {
  await station.addNvr(recorder, { maxChannels: 4 });
  await expect(station.wall.inState('live')).toHaveCount(4);
}

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
        error: { code: 'not-permitted' },
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

test('guessing is stopped, also in parallel and over a kill', async ({ station }) => {
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
