import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../scripts/bench/statistics.ts';
import type { DebuggableApp } from '../../scripts/devtools/debuggable-app.ts';
import { cpuSpentMs, cpuTimes, memoryMb, treeOf } from '../../scripts/process-usage.ts';
import type { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { askMain } from './page-questions.ts';

const EACH_PER_SECOND = 100;
const STEP_MS = 100;
/** What has not been counted so long after the storm, is lost. */
const PATIENCE_MS = 20_000;
const FRAMES = `[...document.querySelectorAll('video')].filter((one) => one.checkVisibility()).map((one) => {
  const { totalVideoFrames, droppedVideoFrames } = one.getVideoPlaybackQuality();
  return totalVideoFrames - droppedVideoFrames;
}).reduce((sum, one) => sum + one, 0)`;

interface Storm {
  app: DebuggableApp;
  recorders: readonly SimulatedRecorder[];
  seconds: number;
}

/** Every recorder tells of motion without a pause; then counts what was lost, of events and of pictures. */
export async function measureStorm({ app, recorders, seconds }: Storm): Promise<void> {
  const { page, pid } = app;
  const calm = await shownFrames(app, 10);
  const tree = treeOf([pid]);
  const [memoryBefore, cpuBefore] = [memoryMb([pid]), cpuTimes([pid])];
  await page.evaluate(
    `globalThis.frameTimes = []; globalThis.isWatching = true; {
      let last = performance.now();
      const tick = () => {
        const now = performance.now(); frameTimes.push(now - last); last = now;
        if (isWatching) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    }`,
  );
  const [sent, shown] = await Promise.all([send(recorders, seconds), shownFrames(app, seconds)]);
  const cpu = cpuSpentMs(cpuBefore, cpuTimes([pid])) / seconds / 10;
  const intervals = (await page.evaluate('(isWatching = false, frameTimes)')) as number[];
  const heard = await allHeard(app, sent);
  console.log(`storm of ${recorders.length} recorders, ${seconds} s (${tree.length} processes)`);
  console.log(`  events sent ${sent}, counted ${heard}, lost ${sent - heard}`);
  console.log(
    `  frames shown a second: calm ${calm.toFixed(1)}, storm ${shown.toFixed(1)} (${((100 * shown) / calm).toFixed(1)} %)`,
  );
  console.log(`  page frame p95 ${percentile(intervals, 95).toFixed(1)} ms`);
  console.log(
    `  main: ${cpu.toFixed(0)} % of a core, memory ${memoryBefore.toFixed(0)} -> ${memoryMb([pid]).toFixed(0)} MB`,
  );
}

/** Answers with how many were sent. */
async function send(recorders: readonly SimulatedRecorder[], seconds: number): Promise<number> {
  const each = (EACH_PER_SECOND * STEP_MS) / 1000;
  const beganAtMs = performance.now();
  let sent = 0;
  for (let step = 0; step < (seconds * 1000) / STEP_MS; step += 1) {
    for (const { events } of recorders) {
      for (let at = 0; at < each; at += 1)
        void events.emit({ type: 'VMD', state: 'active', channel: 1 });
      sent += each;
    }
    await sleep(Math.max(0, beganAtMs + (step + 1) * STEP_MS - performance.now()));
  }
  return sent;
}

async function shownFrames({ page }: DebuggableApp, seconds: number): Promise<number> {
  const [before, beganAtMs] = [Number(await page.evaluate(FRAMES)), performance.now()];
  await sleep(seconds * 1000);
  const shown = Number(await page.evaluate(FRAMES)) - before;
  return (shown * 1000) / (performance.now() - beganAtMs);
}

/** Repeats are counted in the journal some seconds later; on a busy machine, more. */
async function allHeard(app: DebuggableApp, sent: number): Promise<number> {
  const beganAtMs = performance.now();
  for (;;) {
    const heard = await heardMotions(app);
    if (heard >= sent || performance.now() - beganAtMs > PATIENCE_MS) return heard;
    await sleep(STEP_MS);
  }
}

async function heardMotions({ page }: DebuggableApp): Promise<number> {
  const { rows } = await askMain<{ rows: { count: number }[] }>(page, 'event:list', {
    ...{ filter: { types: ['motion'] }, before: null, limit: 500 },
  });
  return rows.reduce((sum, { count }) => sum + count, 0);
}
