import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../setup/paths.mjs';

const CHANNELS = 16;
const USERNAME = 'demo';
const CLI = path.join(ROOT, 'tests/simulated-recorder/cli.ts');

/** A running simulated recorder and what the app needs to add it. */
export interface DemoRecorder {
  nvr: {
    name: string;
    host: string;
    rtspPort: number;
    httpPort: number;
    username: string;
    password: string;
    maxChannels: number;
  };
  stop: () => Promise<void>;
}

/**
 * Starts the recorder the tests use as a process of its own, so that its streams do not share a thread with anything. The
 * password is new each time, goes in through stdin and is never written down.
 */
export async function startDemoRecorder(stopping: AbortSignal): Promise<DemoRecorder> {
  const password = randomBytes(12).toString('base64url');
  const args = [
    CLI,
    '--channels',
    String(CHANNELS),
    '--user',
    USERNAME,
    '--name',
    'Demo recorder',
    '--until-stdin-closes',
  ];
  const recorder = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => recorder.once('exit', resolve));
  recorder.stdin.write(`${password}\n`);
  const end = () => recorder.kill('SIGTERM');
  stopping.addEventListener('abort', end);
  for await (const line of createInterface({ input: recorder.stdout })) {
    stopping.removeEventListener('abort', end); // from here on the app goes first
    const { rtspPort, httpPort } = JSON.parse(line) as { rtspPort: number; httpPort: number };
    const nvr = { name: 'Demo recorder', host: '127.0.0.1', rtspPort, httpPort };
    const stop = async () => {
      end();
      await exited;
    };
    return { nvr: { ...nvr, username: USERNAME, password, maxChannels: CHANNELS }, stop };
  }
  stopping.throwIfAborted();
  throw new Error('The simulated recorder ended before it was ready.');
}
