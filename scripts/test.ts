import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildApp } from './build.ts';
import { runE2e } from './e2e.ts';
import { announce, developmentElectron } from './electron-dist.ts';
import { CACHE_DIR, ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';
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
const NONE: TestCounts = { passed: 0, failed: 0, skipped: 0 };
/** What a shell reports for a process that a signal ended starts here. */
const SIGNAL_EXIT_CODE = 128;

interface Suite {
  name: string;
  run: (reportFile: string) => Promise<number>;
  count: (reportText: string) => TestCounts;
}

/** Logic first and the slow ones last; a real screen and keychain for all, so that nothing passes for want of one. */
const SUITES: Suite[] = [vitestSuite('unit'), vitestSuite('integration'), e2eSuite()];

function vitestSuite(project: string): Suite {
  return {
    name: project,
    run: (reportFile) =>
      runWithDesktop(process.execPath, [
        ...[VITEST, 'run', '--config', VITEST_CONFIG, '--project', project],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
      ]),
    count: (text) => countVitest(JSON.parse(text) as Parameters<typeof countVitest>[0]),
  };
}

function e2eSuite(): Suite {
  return {
    name: 'e2e',
    run: (reportFile) =>
      runE2e(['--reporter=list,json'], {
        OPUS_E2E_APP: undefined,
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      }),
    count: (text) => countPlaywright(JSON.parse(text) as Parameters<typeof countPlaywright>[0]),
  };
}

/** `npm test`: everything, ending on one line of counts. */
async function main(): Promise<void> {
  announce(developmentElectron());
  await buildApp();
  await rm(REPORTS_DIR, { recursive: true, force: true });
  await mkdir(REPORTS_DIR, { recursive: true });
  const all: TestCounts[] = [];
  for (const suite of SUITES) {
    console.log(`\n=== ${suite.name}`);
    const reportFile = path.join(REPORTS_DIR, `${suite.name}.json`);
    const exitCode = await suite.run(reportFile);
    const reported = existsSync(reportFile) ? suite.count(readFileSync(reportFile, 'utf8')) : NONE;
    all.push(withExitCode(reported, exitCode));
    if (exitCode >= SIGNAL_EXIT_CODE) break;
  }
  const sum = sumCounts(all);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  console.log(`\n${countLine(sum)}`);
}

await main().catch(fail);
