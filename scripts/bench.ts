import { chooseSuite } from './bench/suites.ts';
import { runForeground } from './foreground.ts';
import { fail } from './setup/step.mjs';

/** `npm run bench`: each suite is a program of its own, so that none pays for what another loads. */
try {
  const { file, rest } = chooseSuite(process.argv.slice(2));
  process.exitCode = await runForeground(process.execPath, [file, ...rest]);
} catch (error) {
  fail(error);
}
