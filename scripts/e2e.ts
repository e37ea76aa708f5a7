import path from 'node:path';
import { buildApp } from './build.ts';
import { announce, developmentElectron, sandboxArgs } from './electron-dist.ts';
import { parseE2eArguments } from './e2e-arguments.ts';
import { allowDebugging, packagedExecutable } from './package/packaged-app.ts';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';
import { runWithDesktop } from './with-desktop.ts';

const PLAYWRIGHT = path.join(ROOT, 'node_modules/@playwright/test/cli.js');
const CONFIG = path.join(ROOT, 'tests/e2e/playwright.config.ts');

/** Drives the built app, or a packaged one, with Playwright. */
export function runE2e(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runWithDesktop(process.execPath, [PLAYWRIGHT, 'test', '-c', CONFIG, ...args], {
    ...process.env,
    ...env,
  });
}

/** `npm run e2e`: the end-to-end tests. */
async function main(): Promise<void> {
  const { app = process.env['OPUS_E2E_APP'], rest } = parseE2eArguments(process.argv.slice(2));
  if (!app) {
    announce(developmentElectron());
    await buildApp();
    process.exitCode = await runE2e(rest, { OPUS_E2E_APP: undefined });
    return;
  }
  const executable = packagedExecutable(app);
  console.log(`testing the packaged app ${executable}`);
  if (sandboxArgs().length > 0)
    console.log('running as root: the tests start it with --no-sandbox');
  const forbidDebugging = allowDebugging(executable);
  try {
    process.exitCode = await runE2e(rest, { OPUS_E2E_APP: executable });
  } finally {
    forbidDebugging();
  }
}

if (import.meta.main) await main().catch(fail);
