import { writeFile } from 'node:fs/promises';
import { buildApp } from './build.ts';
import { announce, developmentElectron } from './electron-dist.ts';
import { fail } from './setup/step.mjs';
import { SetupError } from './setup/run.mjs';
import { parseSoakArguments, type SoakOptions } from './soak/arguments.ts';
import { CHANNELS, Day, startSoakRecorder } from './soak/day.ts';
import type { Sample } from './soak/gauges.ts';
import { readGauges } from './soak/read-gauges.ts';
import { judgeSamples, renderVerdicts } from './soak/verdict.ts';
import { onPrivateDesktop } from './station/private-station.ts';
import { StationApp } from './station/station-app.ts';

/** The recorder goes away in every so many rounds. */
const OUTAGE_EVERY = 3;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;

/** `npm run soak`: days of watching in hours, and nothing may grow. */
async function main({ minutes, json }: SoakOptions): Promise<number> {
  if (process.platform !== 'linux')
    throw new SetupError('The soak reads /proc, so it needs Linux.');
  announce(developmentElectron());
  await buildApp();
  return onPrivateDesktop(async (env, stopping) => {
    const samples = await soak(minutes, env, stopping);
    const verdicts = judgeSamples(samples);
    console.log(`\n${renderVerdicts(verdicts)}`);
    const report = { takenAt: new Date().toISOString(), minutes, verdicts, samples };
    if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
    return verdicts.every(({ isGood }) => isGood) ? 0 : 1;
  });
}

async function soak(
  minutes: number,
  env: NodeJS.ProcessEnv,
  stopping: AbortSignal,
): Promise<Sample[]> {
  const recorder = await startSoakRecorder(stopping);
  const station = await StationApp.create(env, stopping);
  try {
    const app = await station.launch();
    const day = new Day({ station, app, recorder, stopping });
    try {
      await station.setUp(app, recorder, CHANNELS);
      return await live({ day, minutes, read: () => readGauges(app, recorder.rtspPort) });
    } finally {
      await app.stop();
      await day.stop();
    }
  } finally {
    await recorder.stop();
    await station.remove();
  }
}

interface Life {
  day: Day;
  minutes: number;
  read: () => Promise<Omit<Sample, 'hours'>>;
}

async function live({ day, minutes, read }: Life): Promise<Sample[]> {
  const startedAtMs = performance.now();
  const elapsedMs = () => performance.now() - startedAtMs;
  const samples: Sample[] = [];
  for (let round = 1; elapsedMs() < minutes * MS_PER_MINUTE; round += 1) {
    if (round % OUTAGE_EVERY === 0) await day.outage();
    await day.tour();
    const sample = { hours: elapsedMs() / MS_PER_HOUR, ...(await read()) };
    samples.push(sample);
    console.log(lineOf(sample));
  }
  return samples;
}

function lineOf({ hours, ...gauges }: Sample): string {
  const values = Object.entries(gauges).map(([name, value]) => `${name} ${Math.round(value)}`);
  return `${(hours * 60).toFixed(1)} min: ${values.join(', ')}`;
}

try {
  process.exitCode = await main(parseSoakArguments(process.argv.slice(2)));
} catch (error) {
  fail(error);
}
