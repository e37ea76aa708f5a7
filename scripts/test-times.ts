import path from 'node:path';

const SHOWN = 10;

/** How long one test took. */
export interface TimedTest {
  /** The file, without its folder. */
  file: string;
  title: string;
  ms: number;
}

interface VitestReport {
  testResults: {
    name: string;
    assertionResults: { fullName: string; duration?: number | null }[];
  }[];
}

interface PlaywrightSuite {
  file: string;
  specs: { title: string; tests: { results: { duration: number }[] }[] }[];
  suites?: PlaywrightSuite[];
}

/** Reads Vitest's JSON report; skipped tests have no duration. */
export function timesOfVitest({ testResults }: VitestReport): TimedTest[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      file: path.basename(name),
      title: fullName.trim(),
      ms: duration ?? 0,
    })),
  );
}

/** Reads Playwright's JSON report; repeated tries of a test count together. */
export function timesOfPlaywright({ suites }: { suites: PlaywrightSuite[] }): TimedTest[] {
  return suites.flatMap((suite) => [
    ...suite.specs.map(({ title, tests }) => ({
      file: path.basename(suite.file),
      title,
      ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    })),
    ...timesOfPlaywright({ suites: suite.suites ?? [] }),
  ]);
}

/** The slowest tests of all suites, one a line, for whoever wants the whole to be faster. */
export function renderSlowest(tests: readonly TimedTest[]): string {
  const slowest = tests.toSorted((one, other) => other.ms - one.ms).slice(0, SHOWN);
  const lines = slowest.map(
    ({ file, title, ms }) => `${(ms / 1_000).toFixed(1).padStart(7)} s  ${file}: ${title}`,
  );
  return [`the ${slowest.length} slowest tests:`, ...lines].join('\n');
}
