import { performance } from 'node:perf_hooks';
import type { PageDebugger } from '../../scripts/devtools/page-debugger.ts';
import type { SimulatedRecorder } from '../simulated-recorder/index.ts';

/** Several, so that no camera and type begins more often in a minute than the storm guard lets through. */
const TYPES = ['linedetection', 'fielddetection', 'regionEntrance', 'IO', 'shelteralarm'];

/** So long, in milliseconds, an alarm takes from its last byte at the socket until its mark has been painted. */
export async function measureAlarm(
  page: PageDebugger,
  { events }: SimulatedRecorder,
  turn: number,
  channels: number,
): Promise<number> {
  const channel = (turn % channels) + 1;
  const type = TYPES[Math.floor(turn / channels) % TYPES.length] ?? '';
  const painted = page.evaluate(untilMarks(1));
  // The observer has to be there first.
  await page.evaluate('0');
  const sentAtMs = performance.timeOrigin + performance.now();
  await events.emit({ type, state: 'active', channel });
  const tookMs = Number(await painted) - sentAtMs;
  const gone = page.evaluate(untilMarks(0));
  await events.emit({ type, state: 'inactive', channel });
  await gone;
  return tookMs;
}

/** When so many tiles had been painted with a mark, in milliseconds since 1970: two frames later, the first one with it is on the screen. */
function untilMarks(count: number): string {
  return `new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll('[data-testid="tile-alarm"]').length !== ${count}) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
      );
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  })`;
}
