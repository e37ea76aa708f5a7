import { defineConfig } from '@playwright/test';

/** The built page in a current Chromium, with main's services beside it and no Electron. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/chromium',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
