import { startPrivateDesktop } from './desktop/private-desktop.ts';
import { ENDING_SIGNALS, runForeground } from './foreground.ts';
import { HelpAsked, misuse } from './setup/command-line.mjs';
import { fail } from './setup/step.mjs';

const INTERRUPTED_EXIT_CODE = 130;
const USAGE = `
usage: node scripts/with-desktop.ts COMMAND [ARGUMENT...]

Runs a command with a screen, a session bus and an unlocked keyring of its own (Linux), and ends all that came of it.
`;

/** Runs a command where it finds a screen and a keychain of its own, and leaves nothing of either behind. */
export async function runWithDesktop(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (process.platform !== 'linux') return runForeground(command, args, { env });
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  // held until the end, so that a second Ctrl-C cannot cut the cleaning up short
  for (const signal of ENDING_SIGNALS) process.on(signal, interrupt);
  const desktop = await startPrivateDesktop();
  try {
    if (interruption.signal.aborted) return INTERRUPTED_EXIT_CODE;
    return await runForeground(command, args, { env: { ...env, ...desktop.env } });
  } finally {
    await desktop.stop();
    for (const signal of ENDING_SIGNALS) process.off(signal, interrupt);
  }
}

async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === '--help' || command === '-h') throw new HelpAsked(USAGE.trim());
  if (command === undefined) misuse('No command was given.', USAGE);
  if (command.startsWith('-')) misuse(`Unknown option '${command}'`, USAGE);
  process.exitCode = await runWithDesktop(command, args);
}

if (import.meta.main) await main().catch(fail);
