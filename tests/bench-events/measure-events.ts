import { onPrivateDesktop } from '../../scripts/station/private-station.ts';
import { AppForm } from '../../scripts/station/app-form.ts';
import { StationApp } from '../../scripts/station/station-app.ts';
import { buildApp } from '../../scripts/build.ts';
import { announce, developmentElectron } from '../../scripts/electron-dist.ts';
import { percentile } from '../../scripts/bench/statistics.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { measureAlarm } from './alarm-latency.ts';
import { askMain } from './page-questions.ts';
import { measureStorm } from './event-storm.ts';

const USER = 'bench';
const PASSWORD = 'events only';
const TILES = 16;
const ALARMS = 40;
const REPEATS = 1_000;

/** Prints the figures; a goal that was missed on a busy machine is no failure. */
export async function measureEvents(seconds: number, recorders: number): Promise<number> {
  announce(developmentElectron());
  await buildApp();
  return onPrivateDesktop(async (env, stopping) => {
    const station = await StationApp.create(env, stopping);
    const all = Array.from(
      { length: recorders },
      (_, index) =>
        new SimulatedRecorder({
          channels: index === 0 ? TILES : 1,
          user: USER,
          password: PASSWORD,
        }),
    );
    for (const each of all) await each.start();
    const [first, ...others] = all;
    if (first === undefined) throw new RangeError('no recorder');
    const app = await station.launch();
    try {
      await station.setUp(app, asProcess(first), TILES);
      await untilListening([first]);
      await measureAlarms(app.page, first);
      await measureRepeats(app.page, first);
      for (const [index, { rtspPort, httpPort }] of others.entries()) {
        await askMain(app.page, 'nvr:add', {
          ...{ name: `Storm ${index}`, host: '127.0.0.1', rtspPort, httpPort },
          ...{ username: USER, password: PASSWORD, maxChannels: 1 },
        });
      }
      await untilListening(others);
      await measureStorm({ app, recorders: all, seconds });
    } finally {
      await app.stop();
      for (const each of all) await each.stop();
      await station.remove();
    }
    return 0;
  });
}

type Page = Awaited<ReturnType<StationApp['launch']>>['page'];

async function measureAlarms(page: Page, recorder: SimulatedRecorder): Promise<void> {
  for (const [side, channels] of [
    [1, 1],
    [4, TILES],
  ] as const) {
    await new AppForm(page).click(`${side} by ${side}`);
    await new AppForm(page).until(
      `document.querySelector('[data-testid="wall"]').dataset.side === '${side}'`,
      `a wall of ${side}x${side}`,
    );
    const tookMs: number[] = [];
    for (let each = 0; each < ALARMS; each += 1)
      tookMs.push(await measureAlarm(page, recorder, each, channels));
    const [p50, p95] = [percentile(tookMs, 50), percentile(tookMs, 95)];
    console.log(
      `last byte -> painted, wall ${side}x${side}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, most ${Math.max(...tookMs).toFixed(0)} ms (${ALARMS} alarms)`,
    );
  }
}

async function measureRepeats(page: Page, { events }: SimulatedRecorder): Promise<void> {
  const before = await countRows(page);
  await events.storm({ type: 'tamperdetection', state: 'active', channel: 2 }, REPEATS);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  console.log(`${REPEATS} repeats: ${(await countRows(page)) - before} row`);
}

async function countRows(page: Page): Promise<number> {
  const { rows } = await askMain<{ rows: unknown[] }>(page, 'event:list', {
    ...{ filter: {}, before: null, limit: 500 },
  });
  return rows.length;
}

async function untilListening(recorders: readonly SimulatedRecorder[]): Promise<void> {
  while (recorders.some(({ events }) => events.listeners === 0)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function asProcess({ rtspPort, httpPort }: SimulatedRecorder) {
  return {
    ...{ host: '127.0.0.1', rtspPort, httpPort, user: USER, password: PASSWORD },
    ...{ startedAtEpochMs: 0, stop: () => Promise.resolve() },
  };
}
