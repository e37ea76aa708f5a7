import { fork } from 'node:child_process';
import path from 'node:path';
import type {
  FromGateway,
  GatewayChild,
} from '../../src-main/app/rtsp/process/gateway-messages.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../src-main/app/rtsp/process/gateway-main.ts');

/** The RTSP gateway as a plain Node child, where there is no Electron. It ends with this process. */
export function forkGateway(): GatewayChild {
  const child = fork(ENTRY, [], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    post: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) =>
      void child.on('message', (message) => listener(message as FromGateway)),
    onExit: (listener) =>
      void child.once('exit', (code, signal) => listener(`it ended with ${signal ?? code}`)),
    kill: () => void child.kill('SIGKILL'),
  };
}
