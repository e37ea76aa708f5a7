import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { PageDebugger } from '../devtools/page-debugger.ts';

const DEMO_TILES = 16;
const LIVE_WITHIN_MS = 120_000;
const POLL_MS = 200;
const COUNT_LIVE = `document.querySelectorAll('[data-testid="tile"][data-state="live"]').length`;

/** What was on the wall when its picture was taken. */
export interface LiveWall {
  live: number;
  wanted: number;
  seconds: number;
}

/** Waits until the whole wall of a running app is live, or gives up waiting, and takes its picture either way. */
export async function captureLiveWall(
  userData: string,
  file: string,
  gone: AbortSignal,
): Promise<LiveWall> {
  const startedAt = Date.now();
  const page = await PageDebugger.attach(userData, gone);
  try {
    const live = await waitForLive(page, startedAt + LIVE_WITHIN_MS);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    await writeFile(file, await page.screenshot());
    return { live, wanted: DEMO_TILES, seconds };
  } finally {
    page.close();
  }
}

async function waitForLive(page: PageDebugger, deadline: number): Promise<number> {
  for (;;) {
    const live = Number(await page.evaluate(COUNT_LIVE));
    if (live >= DEMO_TILES || Date.now() > deadline) return live;
    await sleep(POLL_MS);
  }
}
