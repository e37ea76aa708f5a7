import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp } from './build.ts';
import { type DemoRecorder, startDemoRecorder } from './demo/demo-recorder.ts';
import { startPrivateDesktop } from './desktop/private-desktop.ts';
import { announce, developmentElectron, hasDisplay, sandboxArgs } from './electron-dist.ts';
import { ENDING_SIGNALS, runForeground } from './foreground.ts';
import { captureLiveWall } from './demo/live-wall.ts';
import { readCommandLine } from './setup/command-line.mjs';
import { CACHE_DIR, ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';

const INTERRUPTED_EXIT_CODE = 130;
const PIN_DIGITS = 6;
const USAGE = `
usage: npm run demo -- [--once] [--screenshot FILE]

Opens the app with a simulated 16-channel recorder and throw-away data; without a display on a virtual one.
  --once             ends as soon as the wall is live and its picture is taken; fails when it does not become live
  --screenshot FILE  takes a picture of the live wall (PNG); without a display in .cache/demo-wall.png anyway
`;

interface DemoOptions {
  /** Where a picture of the live wall is written; nowhere when undefined. */
  screenshot: string | undefined;
  isOnce: boolean;
}

/** `npm run demo`: the app with a simulated recorder in it, and nothing left of either afterwards. */
async function main(stopping: AbortSignal): Promise<number> {
  const { values } = readCommandLine(USAGE, {
    options: { once: { type: 'boolean', default: false }, screenshot: { type: 'string' } },
  });
  const isOnce = values.once;
  if (hasDisplay()) {
    const screenshot = values.screenshot ?? (isOnce ? defaultScreenshot() : undefined);
    return demo({ screenshot, isOnce }, {}, stopping);
  }
  console.log('no display here: showing the demo on a virtual screen');
  const desktop = await startPrivateDesktop();
  try {
    const screenshot = values.screenshot ?? defaultScreenshot();
    return await demo({ screenshot, isOnce }, desktop.env, stopping);
  } finally {
    await desktop.stop();
  }
}

function defaultScreenshot(): string {
  return path.join(CACHE_DIR, 'demo-wall.png');
}

async function demo(
  options: DemoOptions,
  env: NodeJS.ProcessEnv,
  stopping: AbortSignal,
): Promise<number> {
  announce(developmentElectron());
  await buildApp();
  stopping.throwIfAborted();
  const recorder = await startDemoRecorder(stopping);
  const userData = await mkdtemp(path.join(tmpdir(), 'opus-demo-'));
  try {
    return await launch(options, recorder, { ...env, OPUS_USER_DATA: userData, OPUS_DEMO: '1' });
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    await recorder.stop();
  }
}

async function launch(
  { screenshot, isOnce }: DemoOptions,
  recorder: DemoRecorder,
  env: NodeJS.ProcessEnv & { OPUS_USER_DATA: string },
): Promise<number> {
  const debugging = screenshot === undefined ? [] : ['--remote-debugging-port=0'];
  const pin = randomPin();
  console.log(`the admin PIN of this demo is ${pin}`);
  const gone = new AbortController();
  let isLive = true;
  const watch = async (app: ChildProcess, file: string) => {
    isLive = await capture(file, env.OPUS_USER_DATA, gone.signal);
    if (isOnce) app.kill('SIGTERM');
    else if (!gone.signal.aborted) console.log('the demo runs on; Ctrl-C ends it');
  };
  const exitCode = await runForeground(
    developmentElectron().executable,
    [...sandboxArgs(), ...debugging, ROOT],
    {
      env: { ...process.env, ...env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      onStart: (app) => {
        app.on('message', (message) => {
          // the answer is the only way the recorder's password ever takes
          if (isDemoReady(message)) app.send({ type: 'demo-site', nvr: recorder.nvr, pin });
        });
        if (screenshot !== undefined) void watch(app, screenshot);
      },
    },
  );
  gone.abort();
  return isOnce ? Number(!isLive) : exitCode;
}

/** The app has no default PIN, and the demo is no exception. */
function randomPin(): string {
  return String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
}

async function capture(file: string, userData: string, gone: AbortSignal): Promise<boolean> {
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    const { live, wanted, seconds } = await captureLiveWall(userData, file, gone);
    console.log(`${live} of ${wanted} tiles live after ${seconds} s; the wall is in ${file}`);
    return live === wanted;
  } catch (error) {
    if (!gone.aborted) console.error('no picture of the wall:', error);
    return false;
  }
}

function isDemoReady(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'demo-ready'
  );
}

const stopping = new AbortController();
for (const signal of ENDING_SIGNALS) process.on(signal, () => stopping.abort());
try {
  process.exitCode = await main(stopping.signal);
} catch (error) {
  if (stopping.signal.aborted) process.exitCode = INTERRUPTED_EXIT_CODE;
  else fail(error);
}
