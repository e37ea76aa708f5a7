import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DebuggableApp } from '../devtools/debuggable-app.ts';
import type { PageDebugger } from '../devtools/page-debugger.ts';
import type { RecorderProcess } from '../recorder-process.ts';
import { ROOT } from '../setup/paths.mjs';
import { StockGo2rtc } from './stock-go2rtc.ts';
import type { Subject } from './subject.ts';

const HOST_FOLDER = path.join(ROOT, 'scripts/bench/host');
const POLL_MS = 20;
const SIDE = 4;
const OPENERS = { iframes: 'openIframeWall', elements: 'openElementWall' };

interface StockOptions {
  name: 'iframes' | 'elements';
  recorder: RecorderProcess;
  channels: number;
  pageScript: string;
  /** WIDTHxHEIGHT of the window, as the app's own is. */
  windowSize: string;
  env: NodeJS.ProcessEnv;
  stopping: AbortSignal;
}

/** One of the stock walls in the same Electron, with a go2rtc of its own. */
export function stockSubject(options: StockOptions): Subject {
  return { name: options.name, start: () => start(options) };
}

async function start(options: StockOptions) {
  const { name, recorder, channels, pageScript, stopping } = options;
  const env = { ...options.env, OPUS_BENCH_WINDOW: options.windowSize };
  const userData = await mkdtemp(path.join(tmpdir(), 'opus-bench-'));
  const cleanup: (() => Promise<void>)[] = [
    () => rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  ];
  const stop = async () => {
    for (const step of cleanup.toReversed()) await step();
  };
  try {
    const go2rtc = await StockGo2rtc.start(recorder, channels);
    cleanup.push(() => go2rtc.stop());
    const app = await DebuggableApp.launch({ folder: HOST_FOLDER, userData, env, stopping });
    cleanup.push(() => app.stop());
    await openOrigin(app.page, go2rtc.url);
    await app.page.evaluate(pageScript);
    await app.page.evaluate(`opusBench.${OPENERS[name]}({ channels: ${channels}, side: ${SIDE} })`);
    const { page, pid, startedAtEpochMs } = app;
    return { page, startedAtEpochMs, roots: [pid, go2rtc.pid], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** An empty page of go2rtc's own origin: then its pages inside are in one process with it and can be looked at. */
async function openOrigin(page: PageDebugger, url: string): Promise<void> {
  await page.navigate(`${url}/api`);
  while ((await page.evaluate('location.origin + document.readyState')) !== `${url}complete`) {
    await sleep(POLL_MS);
  }
  await page.evaluate(
    `document.open(), document.write('<!doctype html><title>bench</title><body>'), document.close()`,
  );
}
