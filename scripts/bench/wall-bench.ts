import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { appSubject } from './app-subject.ts';
import { BENCH_CLIPS } from './frame-clock.ts';
import type { Samples, SubjectName } from './measures.ts';
import { bundlePage } from './page-bundle.ts';
import { type BenchOptions, orderOfRound, parseBenchArguments, type Plan } from './plan.ts';
import { findPlayer, measurePlayerWall } from './player-wall.ts';
import { makeRows, renderReport } from './report.ts';
import { measureRound, PAGE_TILES } from './round.ts';
import { stockSubject } from './stock-subject.ts';
import type { Subject } from './subject.ts';
import { buildApp } from '../build.ts';
import { announce, developmentElectron } from '../electron-dist.ts';
import { type RecorderProcess, startRecorder } from '../recorder-process.ts';
import { fail } from '../setup/step.mjs';
import { onPrivateDesktop } from '../station/private-station.ts';
import { StationApp } from '../station/station-app.ts';

/** Two pages. */
const CHANNELS = 2 * PAGE_TILES;
const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;

type AllSamples = Partial<Record<SubjectName, Samples>>;

interface Bench {
  plan: Plan;
  recorder: RecorderProcess;
  station: StationApp;
  env: NodeJS.ProcessEnv;
  stopping: AbortSignal;
  samples: AllSamples;
}

/** The suite `wall`: the app beside other ways of showing the same wall, on the same machine at the same time. */
async function main({ plan, json }: BenchOptions): Promise<number> {
  const electron = developmentElectron();
  announce(electron);
  await buildApp();
  return onPrivateDesktop(async (env, stopping) => {
    const samples: AllSamples = {};
    const options = { channels: CHANNELS, user: 'bench', name: 'Bench', clips: BENCH_CLIPS };
    const recorder = await startRecorder(options, stopping);
    const station = await StationApp.create(env, stopping);
    try {
      await measureAll({ plan, recorder, station, env, stopping, samples });
    } finally {
      await recorder.stop();
      await station.remove();
    }
    const rows = makeRows(samples);
    console.log(`\n${renderReport(rows)}`);
    const machine = { cpus: cpus().length, model: cpus()[0]?.model, electron: electron.version };
    const report = { takenAt: new Date().toISOString(), machine, plan, rows, samples };
    if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
    return 0;
  });
}

async function measureAll(bench: Bench): Promise<void> {
  const { plan, recorder, env, stopping } = bench;
  const pageScript = await bundlePage();
  const windowSize = await setUp(bench);
  const common = { recorder, channels: CHANNELS, pageScript, windowSize, env, stopping };
  const subjects = [
    appSubject(bench.station, pageScript),
    stockSubject({ name: 'iframes', ...common }),
    stockSubject({ name: 'elements', ...common }),
  ];
  for (let round = 0; round < plan.rounds; round += 1) {
    await measureEmptyStart(bench);
    for (const subject of orderOfRound(subjects, round))
      await measureSubject(bench, subject, round);
    await measurePlayers(bench, windowSize);
  }
}

/** The first start, with everything a person does then; answers with the size of the app's window. */
async function setUp({ station, recorder }: Bench): Promise<string> {
  console.log(`setting the app up with ${CHANNELS} channels`);
  const app = await station.launch();
  try {
    await station.setUp(app, recorder, CHANNELS);
    return String(await app.page.evaluate('`${outerWidth}x${outerHeight}`'));
  } finally {
    await app.stop();
  }
}

async function measureSubject(bench: Bench, subject: Subject, round: number): Promise<void> {
  const { plan, recorder, stopping, samples } = bench;
  console.log(`round ${round + 1} of ${plan.rounds}: ${subject.name}`);
  const { startedAtEpochMs } = recorder;
  const warn = (line: string) => console.log(`  ${line}`);
  const options = { plan, recorderStartedAtEpochMs: startedAtEpochMs, stopping, warn };
  collect(samples, subject.name, await measureRound(subject, options));
}

async function measurePlayers(bench: Bench, windowSize: string): Promise<void> {
  const { plan, recorder, env, stopping, samples } = bench;
  const player = findPlayer();
  if (player === undefined) {
    console.log('  no native players to compare with: neither mpv nor ffplay is installed');
    return;
  }
  console.log(`  16 windows of ${player}`);
  const { steadyMs } = plan;
  const measured = measurePlayerWall({ player, recorder, windowSize, env, steadyMs, stopping });
  collect(samples, 'players', await measured);
}

async function measureEmptyStart({ env, stopping, samples }: Bench): Promise<void> {
  const empty = await StationApp.create(env, stopping);
  try {
    const app = await empty.launch();
    try {
      let paintedAfterMs: unknown;
      while (paintedAfterMs === undefined) {
        stopping.throwIfAborted();
        paintedAfterMs = await app.page.evaluate(FIRST_PAINT);
      }
      const origin = Number(await app.page.evaluate('performance.timeOrigin'));
      const emptyStart = [origin + Number(paintedAfterMs) - app.startedAtEpochMs];
      collect(samples, 'ours', { emptyStart });
    } finally {
      await app.stop();
    }
  } finally {
    await empty.remove();
  }
}

function collect(all: AllSamples, subject: SubjectName, more: Samples): void {
  const kept: Record<string, number[]> = (all[subject] ??= {});
  for (const [measure, values] of Object.entries(more)) (kept[measure] ??= []).push(...values);
}

try {
  process.exitCode = await main(parseBenchArguments(process.argv.slice(2)));
} catch (error) {
  fail(error);
}
