import { fork } from 'node:child_process';
import type { OwnProcess } from '../../src-main/app/lifecycle/own-process.ts';

/** A process of our own as a plain Node child, where there is no Electron. It ends with this process. */
export function forkNode<To extends object, From>(
  entry: string,
  execArgv: string[] = [],
): OwnProcess<To, From> {
  const child = fork(entry, [], {
    serialization: 'advanced',

    execArgv,
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    post: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as From)),
    onExit: (listener) =>
      void child.once('exit', (code, signal) => listener(`it ended with ${signal ?? code}`)),
    kill: () => void child.kill('SIGKILL'),
  };
}
