import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { developmentElectron, sandboxArgs } from '../electron-dist.ts';
import { forgetFormerPort, PageDebugger } from './page-debugger.ts';

const QUIT_WITHIN_MS = 10_000;

interface LaunchOptions {
  /** The folder of the Electron application. */
  folder: string;
  /** Given to it as OPUS_USER_DATA. */
  userData: string;
  env: NodeJS.ProcessEnv;
  args?: readonly string[];
  /** Gives up waiting for its window. */
  stopping: AbortSignal;
}

/** An Electron application of its own process, looked at through the debugging protocol of its first page. */
export class DebuggableApp {
  readonly page: PageDebugger;
  /** When its process was asked for, in milliseconds since 1970. */
  readonly startedAtEpochMs: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, page: PageDebugger, startedAtEpochMs: number) {
    this.#child = child;
    this.page = page;
    this.startedAtEpochMs = startedAtEpochMs;
  }

  static async launch(options: LaunchOptions): Promise<DebuggableApp> {
    const { folder, userData, env, args = [], stopping } = options;
    stopping.throwIfAborted();
    await forgetFormerPort(userData);
    const { executable } = developmentElectron();
    const startedAtEpochMs = Date.now();
    const child = spawn(
      executable,
      [...sandboxArgs(), folder, '--remote-debugging-port=0', ...args],
      { env: { ...process.env, ...env, OPUS_USER_DATA: userData }, stdio: 'ignore' },
    );
    const gone = new AbortController();
    child.once('exit', () => gone.abort());
    try {
      const signal = AbortSignal.any([stopping, gone.signal]);
      return new DebuggableApp(
        child,
        await PageDebugger.attach(userData, signal),
        startedAtEpochMs,
      );
    } catch (error) {
      await end(child);
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Ends it as a user does; one that does not listen is killed. */
  async stop(): Promise<void> {
    this.page.close();
    await end(this.#child);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const grace = new AbortController();
  const late = sleep(QUIT_WITHIN_MS, undefined, { signal: grace.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await exited;
  grace.abort();
  await late;
}
