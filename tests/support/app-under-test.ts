import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { NewNvr } from '@contract/models/nvr.ts';
import { createAppServices, type AppServices } from '../../src-main/app/app-services.ts';
import { ServiceGroup } from '../../src-main/app/lifecycle/service-group.ts';
import type { SecretStore } from '../../src-main/app/secrets/secret-store.ts';
import { recordLog } from './recorded-log.ts';
import { GO2RTC_BINARIES } from './supervisor-under-test.ts';
import { tempFolder } from './temp-folder.ts';

/** Everything main does without a window, on a folder of its own. */
export interface AppUnderTest extends AppServices {
  userData: string;
  group: ServiceGroup;
  lines: string[];
}

/** Builds the app's services; not started yet, stopped when the test ends. */
export async function createApp(
  secrets: SecretStore,
  go2rtcBinaries = GO2RTC_BINARIES,
): Promise<AppUnderTest> {
  const userData = await tempFolder();
  const { log, redactor, lines } = recordLog();
  const services = await createAppServices({
    databaseFile: path.join(userData, 'opus.sqlite'),
    go2rtcFolder: path.join(userData, 'go2rtc'),
    go2rtcBinaries,
    secrets,
    log,
    redactor,
  });
  const group = new ServiceGroup(services.all, log);
  onTestFinished(() => group.stop());
  return { ...services, userData, group, lines };
}

/** The form of a recorder on this machine, filled in. */
export function filledIn(entries: Partial<NewNvr> = {}): NewNvr {
  return {
    name: 'Warehouse',
    host: '127.0.0.1',
    rtspPort: 554,
    httpPort: 80,
    username: 'admin',
    password: 'p@ss:w/rd #1%',
    maxChannels: 16,
    ...entries,
  };
}
