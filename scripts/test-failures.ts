import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './setup/paths.mjs';

/** So much of an error names its cause: a property's seed, path and counterexample, or what was expected and received. */
const SHOWN_LINES = 8;
const SHOWN_COLUMNS = 300;

/** More tests than these that pass only when they are run again are no accident of a busy machine. */
export const MOST_SECOND_TRIES = 5;

/** A test that failed, or a file or a run that did so outside any test. */
export interface FailedTest {
  /** It passed when it was run again. */
  isPassedLater?: true;
  /** The project's name, where the file does not tell it, and the file. */
  where: string;
  title: string;
  error: string;
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: {
      fullName: string;
      status: string;
      failureMessages?: string[] | null;
    }[];
  }[];
}

interface PlaywrightSuite {
  title: string;
  file: string;
  specs: PlaywrightSpec[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightSpec {
  title: string;
  tests: {
    projectName: string;
    status: string;
    results: { errors: { message?: string }[] }[];
  }[];
}

/** Reads Vitest's JSON report: failed tests, and those that passed at their second try. A file that could not be loaded, or whose hooks failed, has no failed test in it and is listed itself. */
export function failuresOfVitest({ testResults }: VitestReport): FailedTest[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = path.relative(ROOT, name);
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      return [{ where, title: 'the file itself', error: message ?? '' }];
    return assertionResults
      .filter((test) => test.status === 'failed' || (test.failureMessages?.length ?? 0) > 0)
      .map(({ fullName, status: outcome, failureMessages }) => ({
        where,
        title: fullName.trim(),
        error: failureMessages?.join('\n') ?? '',
        ...passedLater(outcome === 'passed'),
      }));
  });
}

/** Reads Playwright's JSON report: tests that failed at every try, those that did not, and errors outside any test. */
export function failuresOfPlaywright(report: {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}): FailedTest[] {
  const outside = report.errors.map(({ message = '' }) => ({
    where: 'Playwright',
    title: 'outside any test',
    error: message,
  }));
  return [...report.suites.flatMap((suite) => failuresOfSuite(suite, [])), ...outside];
}

function failuresOfSuite(suite: PlaywrightSuite, groups: readonly string[]): FailedTest[] {
  return [
    ...suite.specs.flatMap((spec) => failuresOfSpec(suite.file, groups, spec)),
    ...(suite.suites ?? []).flatMap((inner) => failuresOfSuite(inner, [...groups, inner.title])),
  ];
}

function failuresOfSpec(
  file: string,
  groups: readonly string[],
  { title, tests }: PlaywrightSpec,
): FailedTest[] {
  return tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ projectName, status, results }) => ({
      where: `${projectName} ${file}`,
      title: [...groups, title].join(' '),
      error: messages(results.findLast(({ errors }) => errors.length > 0)?.errors ?? []),
      ...passedLater(status === 'flaky'),
    }));
}

function passedLater(isPassed: boolean): Pick<FailedTest, 'isPassedLater'> {
  return isPassed ? { isPassedLater: true } : {};
}

function messages(errors: readonly { message?: string }[]): string {
  return errors.map(({ message = '' }) => message).join('\n');
}

/** Null, unless so many tests needed a second try that the run is a failure. */
export function tooManySecondTries(failures: readonly FailedTest[]): FailedTest | null {
  const count = failures.filter(({ isPassedLater }) => isPassedLater).length;
  if (count <= MOST_SECOND_TRIES) return null;
  const error = `${count} tests passed only when they were run again; ${MOST_SECOND_TRIES} may`;
  return { where: 'all suites', title: 'too many second tries', error };
}

/** Each test of all suites that failed, at last or at first, with the first lines of its error, or nothing. */
export function renderFailures(failures: readonly FailedTest[]): string {
  return failures
    .map(({ where, title, error, isPassedLater }) => [
      `${isPassedLater ? 'PASSED AT THE SECOND TRY' : 'FAILED'} ${where}: ${title}`,
      ...firstLines(error),
    ])
    .flat()
    .join('\n');
}

/** Without colours, empty lines and calls, which would push the cause out of what is shown. */
function firstLines(error: string): string[] {
  return stripVTControlCharacters(error)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at .*(?::\d+:\d+|<anonymous>)\)?$/.test(line))
    .slice(0, SHOWN_LINES)
    .map((line) => `    ${line.slice(0, SHOWN_COLUMNS)}`);
}
