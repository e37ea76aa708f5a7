import { test as base } from '@playwright/test';
import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import type { FormatSet } from '../../simulated-recorder/media/stream-formats.ts';
import type { ProfileName } from '../../simulated-recorder/profiles.ts';
import { CHANNELS, PASSWORD, USER } from './first-steps.ts';
import { useOwnScreen } from './own-screen.ts';

/** What a spec may choose of its recorder. */
export interface RecorderOptions {
  /** Which kind of recorder there is. */
  profile: ProfileName;
  /** How its pictures are encoded, null: in the usual way; the usual ones cost a small machine most of what it has. */
  formats: FormatSet | null;
  /** How many cameras it has. */
  channels: number;
}

/** With the recorder itself. */
export interface RecorderFixtures extends RecorderOptions {
  recorder: SimulatedRecorder;
}

/** Playwright's test with a recorder, as new for each test, and a screen for each worker. */
export const recorderTest = base.extend<RecorderFixtures, { ownScreen: null }>({
  profile: ['nvr', { option: true }],
  formats: [null, { option: true }],
  channels: [CHANNELS, { option: true }],

  ownScreen: [
    async ({}, use, { parallelIndex }) => {
      await useOwnScreen(parallelIndex);
      await use(null);
    },
    { scope: 'worker', auto: true },
  ],

  recorder: async ({ profile, formats, channels }, use) => {
    const login = { user: USER, password: PASSWORD };
    const recorder = new SimulatedRecorder({ channels, ...login, profile, formats });
    await recorder.start();
    await use(recorder);
    await recorder.stop();
  },
});
