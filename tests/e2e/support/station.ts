import { test as base, expect, type Page } from '@playwright/test';
import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import type { FormatSet } from '../../simulated-recorder/media/stream-formats.ts';
import type { ProfileName } from '../../simulated-recorder/profiles.ts';
import { AddNvrForm } from '../pages/add-nvr-form.ts';
import { AdminLock } from '../pages/admin-lock.ts';
import { WallPage } from '../pages/wall-page.ts';
import { ask } from './ask.ts';
import { useOwnScreen } from './own-screen.ts';
import { RunningApp } from './running-app.ts';
import { discard, SharedApp, startApp } from './shared-app.ts';

/** The reviewer's worst password, in every end-to-end test. */
export const PASSWORD = 'p@ss:w/rd #1%';
/** The recorder's user. */
export const USER = 'guard';
/** The station's admin PIN. */
export const PIN = '048213';
const CHANNELS = 16;

/** What a test may say about an NVR that is added without the form. */
interface NvrToAdd {
  name: string;
  password: string;
  /** Its channels are numbered from 1. */
  maxChannels: number;
}

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
export interface StationOptions {
  /** Extra environment for the app. */
  appEnv: NodeJS.ProcessEnv;
  /** Which kind of recorder there is. */
  profile: ProfileName;
  /** How its pictures are encoded, null: in the usual way; the usual ones cost a small machine most of what it has. */
  formats: FormatSet | null;
  /** How many cameras it has. */
  channels: number;
  /** Page errors a spec provokes on purpose. */
  expectedPageErrors: RegExp;
  /** True: the first start is over and the app is unlocked. False: nobody has touched it yet. */
  isSetUp: boolean;
  /** True: the app may have served a test before, and was emptied after it. */
  isAppShared: boolean;
}

interface StationFixtures extends StationOptions {
  recorder: SimulatedRecorder;
  station: Station;
}

/** What a refused or lost WebSocket leaves in the console; tests cut connections all the time. */
const SOCKET_NOISE = "WebSocket connection to 'ws://127.0.0.1";

/** Playwright's test with a recorder and a station, both as new for each test. Any unexpected page error fails it. */
export const test = base.extend<StationFixtures, { sharedApp: SharedApp }>({
  appEnv: [{}, { option: true }],
  profile: ['nvr', { option: true }],
  formats: [null, { option: true }],
  channels: [CHANNELS, { option: true }],
  expectedPageErrors: [/^$/, { option: true }],
  isSetUp: [true, { option: true }],
  isAppShared: [false, { option: true }],

  sharedApp: [
    async ({}, use, { parallelIndex }) => {
      await useOwnScreen(parallelIndex);
      const sharedApp = new SharedApp();
      await use(sharedApp);
      await sharedApp.end();
    },
    { scope: 'worker' },
  ],

  recorder: async ({ profile, formats, channels }, use) => {
    const login = { user: USER, password: PASSWORD };
    const recorder = new SimulatedRecorder({ channels, ...login, profile, formats });
    await recorder.start();
    await use(recorder);
    await recorder.stop();
  },

  station: async (
    { appEnv, expectedPageErrors, isSetUp, isAppShared, sharedApp },
    use,
    testInfo,
  ) => {
    const spare = isAppShared ? await sharedApp.take(appEnv) : null;
    const started = spare ?? (await startApp(appEnv));
    const { userData } = started;
    let { app } = started;
    if (isSetUp && spare === null) await setPin(app);
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
      async relaunch(env = appEnv, args = []) {
        app = await RunningApp.launch(userData, env, args);
      },
    });
    const isPassed = testInfo.status === testInfo.expectedStatus;
    if (!isPassed && app.isRunning) {
      await app.page.screenshot({ path: testInfo.outputPath('wall.png') }).catch(() => null);
    }
    const unexpected = app.pageErrors.filter(
      (text) => !text.includes(SOCKET_NOISE) && !expectedPageErrors.test(text),
    );
    const isWhole = isPassed && unexpected.length === 0 && app === started.app && app.isRunning;
    if (isAppShared && isWhole) await sharedApp.keep(started);
    else await discard({ ...started, app });
    expect(unexpected, 'errors in the page').toEqual([]);
  },
});

async function setPin({ page }: RunningApp): Promise<void> {
  const set = await ask(page, 'admin:set-pin', { pin: PIN });
  expect(set).toMatchObject({ ok: true });
  await expect(new AdminLock(page).chip).toBeVisible();
}

async function addNvr(
  page: Page,
  { rtspPort, httpPort }: SimulatedRecorder,
  entries: Partial<NvrToAdd> = {},
): Promise<void> {
  const added = await ask(page, 'nvr:add', {
    ...{ name: 'Warehouse', host: '127.0.0.1', rtspPort, httpPort, username: USER },
    ...{ password: PASSWORD, maxChannels: CHANNELS, ...entries },
  });
  expect(added).toMatchObject({ ok: true });
}

export { expect };
