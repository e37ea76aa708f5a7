import { defineConfig } from '@playwright/test';
import type { StationOptions } from './support/station.ts';

/** Specs that watch many pictures at once: what they decode fills half of a small machine. */
const PICTURES = [
  'faults',
  'frozen',
  'large-grid',
  'smoke',
  'stream-figures',
  'streams',
  'tile-tools',
  'wall',
].map((name) => `${name}.spec.ts`);

/**
 * Drives the real app. One file that watches many pictures at a time, and beside it one of the others, with a recorder of few
 * frames. Each test has a folder, a keychain entry and ports of its own.
 */
export default defineConfig<StationOptions>({
  testDir: 'specs',
  outputDir: '../../test-results',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  projects: [
    { name: 'pictures', testMatch: PICTURES, workers: 1 },
    { name: 'others', testIgnore: PICTURES, use: { formats: 'few-frames' } },
  ],
});
