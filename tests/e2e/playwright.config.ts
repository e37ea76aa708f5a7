import { defineConfig } from '@playwright/test';

/** Drives the real app. One at a time: 16 software-decoded streams fill a small machine. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
