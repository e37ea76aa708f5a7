import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { AddNvrForm } from '../pages/add-nvr-form.ts';
import { AdminLock } from '../pages/admin-lock.ts';
import { WallPage } from '../pages/wall-page.ts';
import { RunningApp } from './running-app.ts';

/** The reviewer's worst password, in every end-to-end test. */
export const PASSWORD = 'p@ss:w/rd #1%';
/** The recorder's user. */
export const USER = 'guard';
/** The station's admin PIN. */
export const PIN = '048213';
const CHANNELS = 16;

/** One guard station: its data, its app (which may be started again) and the pages to look at. */
export interface Station {
  readonly userData: string;
  readonly app: RunningApp;
  readonly wall: WallPage;
  readonly addNvrForm: AddNvrForm;
  readonly adminLock: AdminLock;
  /** Starts the app again on the same data, locked; the former one must have ended. */
  relaunch(env?: NodeJS.ProcessEnv, args?: readonly string[]): Promise<void>;
}

interface StationOptions {
  /** Extra environment for the app. */
  appEnv: NodeJS.ProcessEnv;
  /** Page errors a spec provokes on purpose. */
  expectedPageErrors: RegExp;
  /** True: the first start is over and the app is unlocked. False: nobody has touched it yet. */
  isSetUp: boolean;
}

interface StationFixtures extends StationOptions {
  recorder: SimulatedRecorder;
  station: Station;
}

/** What a refused or lost WebSocket leaves in the console; tests cut connections all the time. */
const SOCKET_NOISE = "WebSocket connection to 'ws://127.0.0.1";

/** Playwright's test with a recorder and a station, both fresh for each test. Any unexpected page error fails it. */
export const test = base.extend<StationFixtures>({
  appEnv: [{}, { option: true }],
  expectedPageErrors: [/^$/, { option: true }],
  isSetUp: [true, { option: true }],

  // eslint requires a pattern here; Playwright reads the dependencies from it.
  recorder: async ({}, use) => {
    const recorder = new SimulatedRecorder({ channels: CHANNELS, user: USER, password: PASSWORD });
    await recorder.start();
    await use(recorder);
    await recorder.stop();
  },

  station: async ({ appEnv, expectedPageErrors, isSetUp }, use, testInfo) => {
    const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-e2e-'));
    let app = await RunningApp.launch(userData, appEnv);
    if (isSetUp) {
      const adminLock = new AdminLock(app.page);
      await adminLock.setUp(PIN);
      await expect(adminLock.chip).toBeVisible();
    }
    await use({
      userData,
      get app() {
        return app;
      },
      get wall() {
        return new WallPage(app.page);
      },
      get addNvrForm() {
        return new AddNvrForm(app.page);
      },
      get adminLock() {
        return new AdminLock(app.page);
      },
      async relaunch(env = appEnv, args = []) {
        app = await RunningApp.launch(userData, env, args);
      },
    });
    if (testInfo.status !== testInfo.expectedStatus && app.isRunning) {
      await app.page.screenshot({ path: testInfo.outputPath('wall.png') }).catch(() => null);
    }
    const unexpected = app.pageErrors.filter(
      (text) => !text.includes(SOCKET_NOISE) && !expectedPageErrors.test(text),
    );
    await app.quit();
    fs.rmSync(userData, { recursive: true, force: true });
    expect(unexpected, 'errors in the page').toEqual([]);
  },
});

export { expect };
