import { buildApp } from './build.ts';
import { announce, developmentElectron, hasDisplay, sandboxArgs } from './electron-dist.ts';
import { runForeground } from './foreground.ts';
import { readCommandLine } from './setup/command-line.mjs';
import { ROOT } from './setup/paths.mjs';
import { SetupError } from './setup/run.mjs';
import { fail } from './setup/step.mjs';

const USAGE = `
usage: npm start -- [--reset-admin-pin [--yes]] [-- CHROMIUM'S OWN SWITCHES]

Builds the app and starts it with your own data.
  --reset-admin-pin  forgets the admin PIN and every stored recorder password, after a question
  --yes              without the question
OPUS_USER_DATA=FOLDER takes another folder for the data.
`;

/** `npm start`: the app as it is in the working tree, with the user's own data. */
async function main(): Promise<void> {
  const { values, positionals } = readCommandLine(USAGE, {
    allowPositionals: true,
    options: { 'reset-admin-pin': { type: 'boolean' }, yes: { type: 'boolean' } },
  });
  const options = Object.entries(values).flatMap(([name, isSet]) => (isSet ? [`--${name}`] : []));
  if (!hasDisplay()) {
    throw new SetupError('There is no display here. `npm run demo` shows itself on a virtual one.');
  }
  const electron = developmentElectron();
  announce(electron);
  await buildApp();
  const args = [...sandboxArgs(), ROOT, ...options, ...positionals];
  process.exitCode = await runForeground(electron.executable, args);
}

await main().catch(fail);
