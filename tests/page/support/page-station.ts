import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { HealthTimes } from '../../../src-main/app/health/watch/health-times.ts';
import { MemorySecretStore } from '../../../src-main/app/secrets/memory-secret-store.ts';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { AddNvrForm } from '../../e2e/pages/add-nvr-form.ts';
import { AdminLock } from '../../e2e/pages/admin-lock.ts';
import { WallPage } from '../../e2e/pages/wall-page.ts';
import {
  addNvr,
  PASSWORD,
  PIN,
  setPin,
  unexpectedErrors,
  USER,
  type NvrToAdd,
} from '../../e2e/support/first-steps.ts';
import { recorderTest } from '../../e2e/support/recorder-test.ts';
import { BrowserStation } from './browser-station.ts';
import { PageHost } from './page-host.ts';

/** One guard station without its Electron shell: its data, and its page to look at. */
export interface PageStation {
  /** The database, and what the page saves. */
  readonly folder: string;
  readonly page: Page;
  readonly wall: WallPage;
  readonly addNvrForm: AddNvrForm;
  readonly adminLock: AdminLock;
  /** Adds an NVR as the form would, for tests of something else. */
  readonly addNvr: (recorder: SimulatedRecorder, entries?: Partial<NvrToAdd>) => Promise<void>;
  /** How each stream that the page shows looks, as main was told. */
  shownStreams(): Record<string, string>;
  /** Ends main's services, does something to their data, and starts them again on it, locked. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
}

interface PageStationOptions {
  /** True: the first start is over and the station is unlocked. False: nobody has touched it yet. */
  isSetUp: boolean;
  /** How often NVRs are asked how they are; as in the app where it is left out. */
  healthTimes: Partial<HealthTimes>;
}

type Fixtures = PageStationOptions & { station: PageStation };

/**
 * Playwright's test with a recorder and a station that is all of the app but its shell: page, contract, services, go2rtc, gateway. The
 * window serves one test after the other, the services are new for each. Any unexpected page error fails it.
 */
export const test = recorderTest.extend<Fixtures, { host: PageHost }>({
  isSetUp: [true, { option: true }],
  healthTimes: [{}, { option: true }],

  host: [
    async ({ ownScreen: _ownScreen }, use) => {
      const host = await PageHost.launch();
      await use(host);
      await host.end();
    },
    { scope: 'worker' },
  ],

  station: async ({ host, isSetUp, healthTimes }, use, testInfo) => {
    const { page, bridge } = host;
    const folder = mkdtempSync(path.join(tmpdir(), 'opus-page-'));
    const secrets = new MemorySecretStore();
    let services = await BrowserStation.start(folder, secrets, healthTimes);
    await services.open(bridge);
    if (isSetUp) await setPin(page);
    await use({
      ...{ folder, page },
      wall: new WallPage(page),
      addNvrForm: new AddNvrForm(page),
      adminLock: new AdminLock(page),
      addNvr: (recorder, entries) => addNvr(page, recorder, entries),
      shownStreams: () => services.shownStreams(),
      async restart(meanwhile) {
        await host.empty();
        await services.stop();
        await meanwhile?.();
        services = await BrowserStation.start(folder, secrets, healthTimes);
        await services.open(bridge);
      },
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      await page.screenshot({ path: testInfo.outputPath('page.png') }).catch(() => null);
    }
    const unexpected = unexpectedErrors(host.pageErrors);
    await host.empty();
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(unexpected, 'errors in the page').toEqual([]);
  },
});

export { expect, PASSWORD, PIN, USER };
