import { startPrivateDesktop } from './desktop/private-desktop.ts';
import { runForeground } from './foreground.ts';
import { SetupError } from './setup/run.mjs';
import { fail } from './setup/step.mjs';

/** Runs a command where it finds a screen and a keychain of its own, and leaves nothing of either behind. */
export async function runWithDesktop(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (process.platform !== 'linux') return runForeground(command, args, { env });
  const desktop = await startPrivateDesktop();
  try {
    return await runForeground(command, args, { env: { ...env, ...desktop.env } });
  } finally {
    await desktop.stop();
  }
}

async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new SetupError('usage: with-desktop COMMAND [ARGUMENT...]');
  process.exitCode = await runWithDesktop(command, args);
}

if (import.meta.main) await main().catch(fail);
