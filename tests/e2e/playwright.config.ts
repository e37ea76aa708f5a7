import { defineConfig } from '@playwright/test';
import type { StationOptions } from './support/station.ts';

/** Specs that watch many pictures at once: what they decode fills half of a small machine. */
const PICTURES = [
  'frozen',
  'large-grid',
  'paging',
  'smoke',
  'stream-figures',
  'streams',
  'tile-tools',
  'wall',
];

/** A package is driven as a whole only. */
const FOLDERS = process.env['OPUS_E2E_APP'] === undefined ? ['e2e', 'page'] : ['e2e'];

const specs = (name: string) => FOLDERS.map((folder) => `**/${folder}/specs/${name}.spec.ts`);

/**
 * Drives the whole app (`e2e/specs`), and its page with main's services but without Electron's shell (`page/specs`). One file that watches many
 * pictures at a time, and beside it one of the others, with a recorder of few frames. Each test has a folder and ports of its own.
 */
export default defineConfig<StationOptions>({
  testDir: '..',
  outputDir: '../../test-results',
  workers: 2,
  // A busy machine makes real parts late; what needed it is named at the end of `npm test`.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  projects: [
    { name: 'pictures', testMatch: PICTURES.flatMap(specs), workers: 1 },
    {
      name: 'others',
      testMatch: specs('*'),
      testIgnore: PICTURES.flatMap(specs),
      use: { formats: 'few-frames' },
    },
  ],
});
