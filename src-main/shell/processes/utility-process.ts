import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { OwnProcess } from '../../app/lifecycle/own-process.ts';

/** Windows opens no socket without the first. */
const PASSED_VARIABLES = ['SystemRoot', 'TEMP', 'TZ'];

/** Which of the bundles beside this one, what the system calls it, and how much memory it may fill. */
export interface UtilityOptions {
  entry: string;
  serviceName: string;
  heapLimitMb: number;
}

/** Starts a utility process, which ends with the app whatever ends that. It needs next to nothing of our environment. */
export function launchUtility<To, From>(options: UtilityOptions): OwnProcess<To, From> {
  const { entry, serviceName, heapLimitMb } = options;
  const child = utilityProcess.fork(path.join(import.meta.dirname, entry), [], {
    serviceName,
    stdio: 'ignore',
    env: passedEnvironment(),
    execArgv: [`--max-old-space-size=${heapLimitMb}`],
  });
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: From) => listener(message)),
    onExit: (listener) => void child.once('exit', (code) => listener(`it ended with code ${code}`)),
    kill: () => killUtility(child),
  };
}

/** By SIGKILL: SIGTERM would wait for a process that is stopped. */
export function killUtility(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  } catch {
    // Already gone, which is what was wanted.
  }
}

function passedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    PASSED_VARIABLES.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
