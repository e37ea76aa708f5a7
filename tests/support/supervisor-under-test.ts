import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import { locateGo2rtc } from '../../src-main/app/go2rtc/go2rtc-binary.ts';
import type { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';
import {
  Go2rtcSupervisor,
  type SupervisorOptions,
} from '../../src-main/app/go2rtc/go2rtc-supervisor.ts';
import { recordLog } from './recorded-log.ts';
import { tempFolder } from './temp-folder.ts';

/** The binaries that `npm run setup` places. */
export const GO2RTC_BINARIES = path.resolve(import.meta.dirname, '../../go2rtc-bin');

/** A supervisor with the real go2rtc, and everything it said. */
export interface SupervisorUnderTest {
  supervisor: Go2rtcSupervisor;
  folder: string;
  states: PlaybackStatus['state'][];
  statuses: PlaybackStatus[];
  lines: string[];
  /** The running go2rtc's API, or an error that fails the test. */
  client: () => Go2rtcClient;
}

/** Builds it on a folder of its own; not started yet, stopped when the test ends. */
export async function createSupervisor(
  overrides: Partial<SupervisorOptions> = {},
): Promise<SupervisorUnderTest> {
  const folder = path.join(await tempFolder(), 'go2rtc');
  const { log, redactor, lines } = recordLog();
  const supervisor = new Go2rtcSupervisor({
    locateBinary: () => locateGo2rtc(GO2RTC_BINARIES, undefined),
    folder,
    log,
    redactor,
    ...overrides,
  });
  const statuses: PlaybackStatus[] = [];
  const states: PlaybackStatus['state'][] = [];
  supervisor.changed.on((status) => {
    statuses.push(status);
    states.push(status.state);
  });
  onTestFinished(() => supervisor.stop());
  const client = () => {
    if (supervisor.client === null) throw new Error(`go2rtc is ${supervisor.status.state}`);
    return supervisor.client;
  };
  return { supervisor, folder: overrides.folder ?? folder, states, statuses, lines, client };
}
