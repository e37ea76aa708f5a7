import { buildApp } from './build.ts';
import { announce, developmentElectron, hasDisplay, sandboxArgs } from './electron-dist.ts';
import { runForeground } from './foreground.ts';
import { ROOT } from './setup/paths.mjs';
import { SetupError } from './setup/run.mjs';
import { fail } from './setup/step.mjs';

/** `npm start`: the app as it is in the working tree, with the user's own data. */
async function main(): Promise<void> {
  if (!hasDisplay()) {
    throw new SetupError('There is no display here. `npm run demo` shows itself on a virtual one.');
  }
  const electron = developmentElectron();
  announce(electron);
  await buildApp();
  const args = [...sandboxArgs(), ROOT, ...process.argv.slice(2)];
  process.exitCode = await runForeground(electron.executable, args);
}

await main().catch(fail);
