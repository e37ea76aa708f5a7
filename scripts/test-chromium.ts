import path from 'node:path';
import { buildApp } from './build.ts';
import { runForeground } from './foreground.ts';
import { readCommandLine } from './setup/command-line.mjs';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';

const PLAYWRIGHT = path.join(ROOT, 'node_modules/@playwright/test/cli.js');
const CONFIG = path.join(ROOT, 'tests/chromium/playwright.config.ts');
const USAGE = `
usage: npm run test:chromium

Shows the wall in the system's own Chromium instead of Electron's, which tests and development may have an old one of: the built
page, main's services, a real go2rtc and a simulated recorder. Without a Chromium it says so and skips.
OPUS_CHROMIUM=FILE takes another one.
`;

/** Shows the built page in the system's own Chromium. */
export function runChromium(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runForeground(process.execPath, [PLAYWRIGHT, 'test', '-c', CONFIG, ...args], {
    env: { ...process.env, ...env },
  });
}

/** `npm run test:chromium` */
async function main(): Promise<void> {
  readCommandLine(USAGE, {});
  await buildApp();
  process.exitCode = await runChromium([]);
}

if (import.meta.main) await main().catch(fail);
