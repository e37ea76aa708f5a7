import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './setup/paths.mjs';

const CLI = path.join(ROOT, 'tests/simulated-recorder/cli.ts');

interface RecorderOptions {
  channels: number;
  user: string;
  name: string;
  /** Which clips; those of the tests unless given. */
  clips?: string;
  /** For one that comes back after it was stopped: as it was before. A new password and free ports otherwise. */
  like?: RecorderProcess;
}

/** A running simulated recorder and how to log in to it. */
export interface RecorderProcess {
  host: string;
  rtspPort: number;
  httpPort: number;
  user: string;
  password: string;
  /** When all its loops began, in milliseconds since 1970. */
  startedAtEpochMs: number;
  stop: () => Promise<void>;
}

/**
 * Starts the recorder the tests use as a process of its own, so that its streams do not share a thread with anything. The
 * password is new each time, goes in through stdin and is never written down.
 */
export async function startRecorder(
  options: RecorderOptions,
  stopping: AbortSignal,
): Promise<RecorderProcess> {
  const { user, like } = options;
  const password = like?.password ?? randomBytes(12).toString('base64url');
  const recorder = spawn(process.execPath, argumentsFor(options), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => recorder.once('exit', resolve));
  recorder.stdin.write(`${password}\n`);
  const end = () => recorder.kill('SIGTERM');
  stopping.addEventListener('abort', end);
  for await (const line of createInterface({ input: recorder.stdout })) {
    stopping.removeEventListener('abort', end); // from here on whoever plays its streams goes first
    const opened = JSON.parse(line) as Pick<
      RecorderProcess,
      'rtspPort' | 'httpPort' | 'startedAtEpochMs'
    >;
    const stop = async () => {
      end();
      await exited;
    };
    return { host: '127.0.0.1', user, password, ...opened, stop };
  }
  stopping.throwIfAborted();
  throw new Error('The simulated recorder ended before it was ready.');
}

function argumentsFor({ channels, user, name, clips, like }: RecorderOptions): string[] {
  return [
    ...[CLI, '--channels', String(channels), '--user', user, '--name', name],
    ...(clips === undefined ? [] : ['--clips', clips]),
    ...(like ? ['--rtsp-port', String(like.rtspPort), '--http-port', String(like.httpPort)] : []),
    '--until-stdin-closes',
  ];
}
