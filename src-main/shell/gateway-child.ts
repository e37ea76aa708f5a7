import path from 'node:path';
import { utilityProcess } from 'electron';
import type { FromGateway, GatewayChild } from '../app/rtsp/process/gateway-messages.ts';

/** It passes media on and keeps none: more than this is a leak, and a new process costs two seconds of pictures. */
const HEAP_LIMIT_MB = 256;
/** Windows opens no socket without the first. */
const PASSED_VARIABLES = ['SystemRoot', 'TEMP', 'TZ'];

/** Starts the RTSP gateway as a utility process, which ends with the app whatever ends that. It needs next to nothing of our environment. */
export function launchGateway(): GatewayChild {
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'gateway.js'), [], {
    serviceName: 'Opus NVR RTSP gateway',
    stdio: 'ignore',
    env: passedEnvironment(),
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
  });
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromGateway) => listener(message)),
    onExit: (listener) => void child.once('exit', (code) => listener(`it ended with code ${code}`)),
    kill: () => {
      // SIGTERM would wait for a process that is stopped.
      try {
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      } catch {
        // Already gone, which is what was wanted.
      }
    },
  };
}

function passedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    PASSED_VARIABLES.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
