import path from 'node:path';
import { runForeground } from './foreground.ts';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';
import { parseVitestArguments } from './vitest-arguments.ts';
import { runWithDesktop } from './with-desktop.ts';

const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
const CONFIG = path.join(ROOT, 'tests/vitest.config.ts');

/** `npm run unit`, `test:field`, `integration` and `test:package`: one project of the tests, or some files of it. */
async function main(): Promise<void> {
  const { project, needsDesktop, rest } = parseVitestArguments(process.argv.slice(2));
  const args = [VITEST, 'run', '--config', CONFIG, '--project', project, ...rest];
  const run = needsDesktop ? runWithDesktop : runForeground;
  process.exitCode = await run(process.execPath, args);
}

if (import.meta.main) await main().catch(fail);
