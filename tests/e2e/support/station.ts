import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { AddNvrForm } from '../pages/add-nvr-form.ts';
import { AdminLock } from '../pages/admin-lock.ts';
import { WallPage } from '../pages/wall-page.ts';
import {
  addNvr,
  PASSWORD,
  PIN,
  setPin,
  USER,
  type NvrToAdd,
  unexpectedErrors,
} from './first-steps.ts';
import { type RecorderOptions, recorderTest } from './recorder-test.ts';
import { RunningApp } from './running-app.ts';

/** One guard station: its data, its app (which may be started again) and the pages to look at. */
export interface Station {
  readonly userData: string;
  readonly app: RunningApp;
  readonly wall: WallPage;
  readonly addNvrForm: AddNvrForm;
  readonly adminLock: AdminLock;
  /** Adds an NVR as the form would, for tests of something else. */
  readonly addNvr: (recorder: SimulatedRecorder, entries?: Partial<NvrToAdd>) => Promise<void>;
  /** Starts the app again on the same data, locked; the former one must have ended. */
  relaunch(env?: NodeJS.ProcessEnv, args?: readonly string[]): Promise<void>;
}

/** What a spec may choose. */
export interface StationOptions extends RecorderOptions {
  /** Extra environment for the app. */
  appEnv: NodeJS.ProcessEnv;
  /** More of the app's command line. */
  appArgs: readonly string[];
  /** True: the first start is over and the app is unlocked. False: nobody has touched it yet. */
  isSetUp: boolean;
}

interface StationFixtures extends Omit<StationOptions, keyof RecorderOptions> {
  station: Station;
}

/** Playwright's test with a recorder and a station, both as new for each test. Any unexpected page error fails it. */
export const test = recorderTest.extend<StationFixtures>({
  appEnv: [{}, { option: true }],
  appArgs: [[], { option: true }],
  isSetUp: [true, { option: true }],

  station: async ({ appEnv, appArgs, isSetUp }, use, testInfo) => {
    const userData = mkdtempSync(path.join(tmpdir(), 'opus-e2e-'));
    let app = await RunningApp.launch(userData, appEnv, appArgs);
    if (isSetUp) await setPin(app.page);
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
      addNvr: (recorder, entries) => addNvr(app.page, recorder, entries),
      async relaunch(env = appEnv, args = appArgs) {
        app = await RunningApp.launch(userData, env, args);
      },
    });
    if (testInfo.status !== testInfo.expectedStatus && app.isRunning) {
      await app.page.screenshot({ path: testInfo.outputPath('wall.png') }).catch(() => null);
    }
    const unexpected = unexpectedErrors(app.pageErrors);
    await app.quit();
    rmSync(userData, { recursive: true, force: true });
    expect(unexpected, 'errors in the page').toEqual([]);
  },
});

export { expect, PASSWORD, PIN, USER };
