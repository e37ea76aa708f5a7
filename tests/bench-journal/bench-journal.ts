import '../support/contract-alias.ts';
import { misuse, readCommandLine } from '../../scripts/setup/command-line.mjs';
import { fail } from '../../scripts/setup/step.mjs';

const USAGE = `
usage: npm run bench -- --suite journal [--rows N | --kills N]

Fills a journal of events with 5 million rows, and measures how long its pages, its writes and its deletions block the app.
  --rows N    so many rows
  --kills N   instead, kills so many writers of a small journal at different moments, and counts what was told and is gone
`;

/** A number from the command line; throws UsageError. */
function numberIn(typed: string, name: string, pattern: RegExp, range: string): number {
  if (!pattern.test(typed)) misuse(`${name} wants a number ${range}.`, USAGE);
  return Number(typed);
}

/** What was asked for; throws UsageError. */
function optionsIn(args: string[]): { rows: number } | { kills: number } {
  const options = { rows: { type: 'string' }, kills: { type: 'string' } } as const;
  const { rows, kills } = readCommandLine(USAGE, { args, options }).values;
  if (kills === undefined) {
    return {
      rows: numberIn(rows ?? '5000000', '--rows', /^[1-9]\d{3,7}$/, 'from 1000 to 99999999'),
    };
  }
  if (rows !== undefined) misuse('--rows and --kills exclude each other.', USAGE);
  return { kills: numberIn(kills, '--kills', /^[1-9]\d{0,4}$/, 'from 1 to 99999') };
}

try {
  const wanted = optionsIn(process.argv.slice(2));
  // Only now: their imports go through the alias.
  if ('rows' in wanted) {
    const { measureJournal } = await import('./measure-journal.ts');
    process.exitCode = await measureJournal(wanted.rows);
  } else {
    const { countLosses } = await import('./count-losses.ts');
    process.exitCode = await countLosses(wanted.kills);
  }
} catch (error) {
  fail(error);
}
