import { buildApp } from './build.ts';
import { announce, developmentElectron, sandboxArgs } from './electron-dist.ts';
import { runForeground } from './foreground.ts';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';

/** `npm start`: the app as it is in the working tree, with the user's own data. */
async function main(): Promise<void> {
  const electron = developmentElectron();
  announce(electron);
  await buildApp();
  const args = [...sandboxArgs(), ROOT, ...process.argv.slice(2)];
  process.exitCode = await runForeground(electron.executable, args);
}

await main().catch(fail);
