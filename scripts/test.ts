import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildApp } from './build.ts';
import { runE2e } from './e2e.ts';
import { announce, developmentElectron } from './electron-dist.ts';
import { CACHE_DIR, ROOT } from './setup/paths.mjs';
import { readCommandLine } from './setup/command-line.mjs';
import { fail } from './setup/step.mjs';
import { runChromium } from './test-chromium.ts';
import {
  type FailedTest,
  failuresOfPlaywright,
  failuresOfVitest,
  renderFailures,
  tooManySecondTries,
} from './test-failures.ts';
import { type TimedTest, renderSlowest, timesOfPlaywright, timesOfVitest } from './test-times.ts';
import {
  type TestCounts,
  countLine,
  countPlaywright,
  countVitest,
  sumCounts,
  withExitCode,
} from './test-counts.ts';
import { runWithDesktop } from './with-desktop.ts';

const REPORTS_DIR = path.join(CACHE_DIR, 'test-reports');
const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
const VITEST_CONFIG = path.join(ROOT, 'tests/vitest.config.ts');
const NONE: SuiteResult = {
  counts: { passed: 0, failed: 0, skipped: 0 },
  times: [],
  failures: [],
};
/** What a shell reports for a process that a signal ended starts here. */
const SIGNAL_EXIT_CODE = 128;

const USAGE = `
usage: npm test

Runs every test there is: unit, integration, end-to-end, the installed deb, the wall in a current Chromium. Each has a command of
its own (README.md). What drives real parts and fails is run once more, since a busy machine makes some late: it is named if it passes then,
and more than a few such fail the run. Ends with the slowest tests, the failed ones and one line of counts.
`;

interface Suite {
  name: string;
  run: (reportFile: string) => Promise<number>;
  read: (report: unknown) => SuiteResult;
}

interface SuiteResult {
  counts: TestCounts;
  times: TimedTest[];
  failures: FailedTest[];
}

/** Logic first and the slow ones last; a real screen and keychain for all, so that nothing passes for want of one. */
const SUITES: Suite[] = [
  vitestSuite('unit'),
  vitestSuite('integration'),
  e2eSuite(),
  chromiumSuite(),
  vitestSuite('package'),
];

function vitestSuite(project: string): Suite {
  return {
    name: project,
    run: (reportFile) =>
      runWithDesktop(process.execPath, [
        ...[VITEST, 'run', '--config', VITEST_CONFIG, '--project', project],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
      ]),
    read: (report) => ({
      counts: countVitest(report as Parameters<typeof countVitest>[0]),
      times: timesOfVitest(report as Parameters<typeof timesOfVitest>[0]),
      failures: failuresOfVitest(report as Parameters<typeof failuresOfVitest>[0]),
    }),
  };
}

function e2eSuite(): Suite {
  return playwrightSuite('e2e', (args, env) => runE2e(args, { ...env, OPUS_E2E_APP: undefined }));
}

function chromiumSuite(): Suite {
  return playwrightSuite('chromium', runChromium);
}

function playwrightSuite(name: string, run: typeof runE2e): Suite {
  return {
    name,
    run: (reportFile) => run(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }),
    read: (report) => ({
      counts: countPlaywright(report as Parameters<typeof countPlaywright>[0]),
      times: timesOfPlaywright(report as Parameters<typeof timesOfPlaywright>[0]),
      failures: failuresOfPlaywright(report as Parameters<typeof failuresOfPlaywright>[0]),
    }),
  };
}

/** `npm test`: everything, ending on one line of counts. */
async function main(): Promise<void> {
  announce(developmentElectron());
  await buildApp();
  await rm(REPORTS_DIR, { recursive: true, force: true });
  await mkdir(REPORTS_DIR, { recursive: true });
  const all: TestCounts[] = [];
  const times: TimedTest[] = [];
  const failures: FailedTest[] = [];
  for (const suite of SUITES) {
    console.log(`\n=== ${suite.name}`);
    const reportFile = path.join(REPORTS_DIR, `${suite.name}.json`);
    const exitCode = await suite.run(reportFile);
    const reported = readReport(suite, reportFile);
    times.push(...reported.times);
    failures.push(...reported.failures);
    const counts = withExitCode(reported.counts, exitCode);
    if (counts !== reported.counts) failures.push(unexplained(suite.name, exitCode));
    all.push(counts);
    if (exitCode >= SIGNAL_EXIT_CODE) break;
  }
  const tooMany = tooManySecondTries(failures);
  if (tooMany !== null) {
    failures.push(tooMany);
    all.push({ ...NONE.counts, failed: 1 });
  }
  const sum = sumCounts(all);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  console.log(`\n${renderSlowest(times)}`);
  if (failures.length > 0) console.log(`\n${renderFailures(failures)}`);
  console.log(`\n${countLine(sum)}`);
}

function unexplained(suite: string, exitCode: number): FailedTest {
  const error = `exit code ${exitCode}; its output above says why`;
  return { where: suite, title: 'ended badly without a failed test', error };
}

function readReport(suite: Suite, file: string): SuiteResult {
  return existsSync(file) ? suite.read(JSON.parse(readFileSync(file, 'utf8'))) : NONE;
}

try {
  readCommandLine(USAGE, {});
  await main();
} catch (error) {
  fail(error);
}
