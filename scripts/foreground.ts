import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError } from './setup/run.mjs';

/** What a person or a parent uses to end a program. */
export const ENDING_SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

interface ForegroundOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  stdio?: StdioOptions;
  /** Called once the process exists, for those who talk to it. */
  onStart?: (child: ChildProcess) => void;
}

/** Runs a command as if it had been started in our place: same terminal, same signals, same exit code. */
export async function runForeground(
  command: string,
  args: readonly string[],
  options: ForegroundOptions = {},
): Promise<number> {
  const child = spawn(command, args, {
    stdio: options.stdio ?? 'inherit',
    env: options.env ?? process.env,
    // npm's commands are .cmd files on Windows, which only a shell can start
    shell: process.platform === 'win32' && !command.toLowerCase().endsWith('.exe'),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const forward = (signal: NodeJS.Signals) => {
    // a terminal sends Ctrl-C to the child as well, and a second one means "now" to many programs
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of ENDING_SIGNALS) process.on(signal, forward);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', ({ message }) => reject(new SetupError(`Cannot start it: ${message}`)));
      child.once('exit', (code, signal) => resolve(exitCodeOf(code, signal)));
      options.onStart?.(child);
    });
  } finally {
    for (const signal of ENDING_SIGNALS) process.off(signal, forward);
  }
}

/** What a shell would report: a process ended by a signal counts as 128 plus its number. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}
