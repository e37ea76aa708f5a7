import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { NewNvr } from '@contract/models/nvr.ts';
import type { AdminLock } from '../../src-main/app/admin/admin-lock.ts';
import { createAppServices, type AppServices } from '../../src-main/app/app-services.ts';
import type { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';
import type { HealthTimes } from '../../src-main/app/health/watch/health-times.ts';
import type { Service } from '../../src-main/app/lifecycle/service.ts';
import { ServiceGroup } from '../../src-main/app/lifecycle/service-group.ts';
import type { GatewayChild } from '../../src-main/app/rtsp/process/gateway-messages.ts';
import type { SecretStore } from '../../src-main/app/secrets/secret-store.ts';
import { AT_DESK } from './at-desk.ts';
import { firstFrame, type FirstFrame } from './first-frame.ts';
import { forkGateway } from './gateway-child.ts';
import { PATIENT } from './patience.ts';
import { forkReader } from './reader-child.ts';
import { recordLog } from './recorded-log.ts';
import { GO2RTC_BINARIES } from './supervisor-under-test.ts';
import { tempFolder } from './temp-folder.ts';

/** Everything main does without a window, on a folder of its own. */
export interface AppUnderTest extends AppServices {
  userData: string;
  group: ServiceGroup;
  lines: string[];
  /** The running go2rtc's API, or an error that fails the test. */
  client: () => Go2rtcClient;
}

/** What a test may choose. */
export interface AppOptions {
  secrets: SecretStore;
  /** A folder of an earlier app; a new one unless given. */
  userData?: string;
  go2rtcBinaries?: string;
  launchGateway?: () => GatewayChild;
  healthTimes?: Partial<HealthTimes>;
}

/** Builds the app's services; not started yet, stopped when the test ends. */
export async function createApp({
  secrets,
  userData: given,
  go2rtcBinaries = GO2RTC_BINARIES,
  launchGateway = forkGateway,
  healthTimes = {},
}: AppOptions): Promise<AppUnderTest> {
  const userData = given ?? (await tempFolder());
  const { log, redactor, lines } = recordLog();
  const services = await createAppServices({
    databaseFile: path.join(userData, 'opus.sqlite'),
    go2rtcFolder: path.join(userData, 'go2rtc'),
    go2rtcBinaries,
    launchGateway,
    launchReader: forkReader,
    secrets,
    healthTimes,
    log,
    redactor,
  });
  const group = new ServiceGroup([...services.all, pinSetter(services.admin)], log);
  onTestFinished(() => group.stop());
  const client = () => {
    if (services.go2rtc.client === null) throw new Error(services.go2rtc.status.state);
    return services.go2rtc.client;
  };
  return { ...services, userData, group, lines, client };
}

/** Nobody adds a recorder before there is a PIN: a database with recorders and without one counts as tampered with. */
function pinSetter(admin: AdminLock): Service {
  return {
    start: async () => {
      if (admin.status.state === 'setup-needed') await admin.setPin('271828');
    },
    stop: () => Promise.resolve(),
  };
}

/** The same, started, with go2rtc running. */
export async function startApp(options: AppOptions): Promise<AppUnderTest> {
  const app = await createApp(options);
  await app.group.start();
  await untilPlaybackRuns(app);
  return app;
}

/** Waits until tiles could be served, by another go2rtc than the one at this endpoint. */
export async function untilPlaybackRuns(
  { go2rtc }: AppUnderTest,
  oldEndpoint?: string,
): Promise<void> {
  await expect
    .poll(() => {
      const { status } = go2rtc;
      return status.state === 'running' && status.endpoint !== oldEndpoint;
    }, PATIENT)
    .toBe(true);
}

/** How the login of the first recorder stands. */
export async function loginOf(app: AppUnderTest): Promise<string | undefined> {
  return (await app.nvrs.listNvrs())[0]?.login.state;
}

/** Plays a stream as a tile does, through the questions that the shell's playback door asks. */
export async function play(app: AppUnderTest, stream: string): Promise<FirstFrame> {
  if (!(await app.streams.open(stream, AT_DESK))) throw new Error(`${stream} must not be played`);
  return firstFrame(app.client(), stream);
}

type PatternNvr = Extract<NewNvr, { maxChannels: number }>;

/** The form of a recorder on this machine, filled in, with its channels by number. */
export function filledIn(entries: Partial<NewNvr> = {}): PatternNvr {
  return {
    name: 'Warehouse',
    host: '127.0.0.1',
    rtspPort: 554,
    httpPort: 80,
    isHttps: false,
    fingerprint: null,
    username: 'admin',
    password: 'p@ss:w/rd #1%',
    maxChannels: 16,
    layout: { kind: 'hikvision' },
    ...entries,
  } as PatternNvr;
}
