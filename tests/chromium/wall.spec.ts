import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, chromium, type Page } from '@playwright/test';
import { sandboxArgs } from '../../scripts/electron-dist.ts';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import { AddNvrForm, importEntriesFor } from '../e2e/pages/add-nvr-form.ts';
import { AdminLock } from '../e2e/pages/admin-lock.ts';
import { WallPage } from '../e2e/pages/wall-page.ts';
import { expectMoving } from '../e2e/support/live.ts';
import { PASSWORD, PIN, USER } from '../e2e/support/station.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { BrowserStation } from '../page/support/browser-station.ts';
import { PageBridge } from '../page/support/page-bridge.ts';
import { findChromium } from './support/find-chromium.ts';

const executable = findChromium();
const reason = 'there is no Chromium here: install it, or name one in OPUS_CHROMIUM';
if (executable === undefined)
  console.log(`the wall is not tested in a current Chromium: ${reason}`);

const test = base.extend<{ recorder: SimulatedRecorder; station: BrowserStation; wallPage: Page }>({
  recorder: async ({}, use) => {
    const recorder = new SimulatedRecorder({ channels: 16, user: USER, password: PASSWORD });
    await recorder.start();
    await use(recorder);
    await recorder.stop();
  },
  station: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'opus-chromium-'));
    const station = await BrowserStation.start(folder, new MemorySecretStore());
    await use(station);
    await station.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  wallPage: async ({ station }, use) => {
    const browser = await chromium.launch({
      executablePath: executable ?? '',
      args: [...sandboxArgs(), '--disable-background-networking', '--disable-component-update'],
    });
    console.log(`Chromium ${browser.version()}`);
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await station.open(await PageBridge.install(page));
    await use(page);
    await browser.close();
    expect(errors, 'errors in the page').toEqual([]);
  },
});

test.skip(executable === undefined, reason);

test('the wall of 16 is live in the system’s own Chromium, turns its page and goes fullscreen and back', async ({
  recorder,
  wallPage,
}) => {
  const wall = new WallPage(wallPage);
  const adminLock = new AdminLock(wallPage);
  const form = new AddNvrForm(wallPage);
  await adminLock.setUp(PIN);
  await expect(adminLock.chip).toBeVisible();
  await form.connect(importEntriesFor(recorder, PASSWORD));
  await form.addCameras.click();
  await expect(form.dialog).toBeHidden();
  await expectMoving(wall, 16);

  await wall.chooseGrid(3);
  await wall.turn('Next');
  await expect(wall.position).toHaveText('2 / 2');
  await expectMoving(wall, 7);

  await wall.tiles.first().focus();
  await wallPage.keyboard.press('Enter');
  await expect.poll(() => wall.pictureSize(wall.tiles.first())).toBe('1280x720');
  await expectMoving(wall, 1);
  await wallPage.keyboard.press('Escape');
  await expectMoving(wall, 7);

  await wall.chooseGrid(4);
  await expectMoving(wall, 16);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});
