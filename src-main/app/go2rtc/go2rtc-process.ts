import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { planSpawn } from './spawn-plan.ts';

/** Enough for go2rtc to close its RTSP sessions with a TEARDOWN. */
const TERM_GRACE_MS = 5_000;
/** Its last words are in the pipes already; longer than this only somebody who inherited them keeps them open. */
const DRAIN_TIMEOUT_MS = 1_000;
const COMMAND_LINE_TIMEOUT_MS = 5_000;
/**
 * By this share (%) of what is in use go2rtc's heap grows before Go collects what is not. With 61 streams go2rtc took 161 MB at Go's own
 * 100, 102 MB at 50 for the same CPU time, and 71 MB at 25 for a fifth more. A limit (GOMEMLIMIT) would have to know how many play.
 */
const HEAP_GROWTH_PERCENT = '50';
/** What go2rtc may see of our environment; nothing of it is needed to stream. */
const PASSED_VARIABLES = ['PATH', 'HOME', 'TZ', 'SystemRoot', 'TEMP'];

/** What one launch needs. */
export interface LaunchOptions {
  binary: string;
  configFile: string;
  onLine: (line: string) => void;
}

/** One running go2rtc. This file is the only one that spawns anything. */
export class Go2rtcProcess {
  /** Settles with a sentence when the process is gone; never rejects. */
  readonly exited: Promise<string>;
  readonly #child: ChildProcess;
  readonly #isGroupLeader: boolean;

  constructor(options: LaunchOptions) {
    const env: NodeJS.ProcessEnv = { GOGC: HEAP_GROWTH_PERCENT };
    for (const name of PASSED_VARIABLES) env[name] = process.env[name];
    const plan = planSpawn(process.platform, options.binary, options.configFile, env);
    this.#isGroupLeader = plan.isGroupLeader;
    this.#child = spawn(plan.command, plan.args, plan.options);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', options.onLine);
    }
    this.exited = this.#whenExited();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** SIGTERM, a grace period, SIGKILL; resolves when nothing of it is left. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    const grace = new AbortController();
    const late = delay(TERM_GRACE_MS, undefined, { signal: grace.signal }).then(
      () => this.#killTree(),
      () => undefined,
    );
    await this.exited;
    grace.abort();
    await late;
  }

  /** SIGKILL, for a process that is beyond asking. */
  async kill(): Promise<void> {
    this.#killTree();
    await this.exited;
  }

  /** Waits for the pipes too: what go2rtc said last is often the reason. */
  #whenExited(): Promise<string> {
    return new Promise((resolve) => {
      this.#child.once('error', (error) => {
        this.#closePipes();
        resolve(`go2rtc could not be started: ${error.message}`);
      });
      this.#child.once('exit', (code, signal) => {
        // The lifeline's watcher goes before its pipe closes: by then the pid it would kill may be someone else's.
        this.#killTree();
        this.#child.stdio[3]?.destroy();
        const late = setTimeout(() => this.#closePipes(), DRAIN_TIMEOUT_MS);
        this.#child.once('close', () => {
          clearTimeout(late);
          resolve(endingText(code, signal));
        });
      });
    });
  }

  #closePipes(): void {
    for (const stream of this.#child.stdio) stream?.destroy();
  }

  #killTree(): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(this.#isGroupLeader ? -this.#child.pid : this.#child.pid, 'SIGKILL');
    } catch {
      // Already gone, which is what was wanted.
    }
  }
}

/** What a shell's own codes mean (POSIX, 2.8.2): found but not executable, and not found or without its loader. */
const CANNOT_RUN = new Set([126, 127]);

function endingText(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal !== null) return `go2rtc was ended by ${signal}`;
  if (code === null || !CANNOT_RUN.has(code)) return `go2rtc ended with code ${code}`;
  return `go2rtc cannot be executed on this computer (code ${code}). It may be made for another one, or be blocked; install the app again`;
}

/** The command line of a running process, or null: tells whether a pid of a former run is still ours. */
export async function readCommandLine(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return await readProcCommandLine(pid);
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  const [command, ...args] =
    process.platform === 'win32'
      ? ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', query]
      : ['ps', '-ww', '-o', 'args=', '-p', String(pid)];
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      timeout: COMMAND_LINE_TIMEOUT_MS,
      windowsHide: true,
    });
    return stdout.trim() === '' ? null : stdout.trim();
  } catch {
    return null;
  }
}

/** A small Linux installation has no `ps`. */
async function readProcCommandLine(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return text === '' ? null : text.split('\0').join(' ').trim();
}
