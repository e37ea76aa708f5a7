import '../support/contract-alias.ts';
import { misuse, readCommandLine } from '../../scripts/setup/command-line.mjs';
import { fail } from '../../scripts/setup/step.mjs';

const USAGE = `
usage: npm run bench -- --suite journal [--rows N]

Fills a journal of events with 5 million rows, and measures how long its pages, its writes and its deletions block the app.
  --rows N   so many rows
`;

/** How many rows were asked for; throws UsageError. */
function rowsIn(args: string[]): number {
  const options = { rows: { type: 'string', default: '5000000' } } as const;
  const { rows } = readCommandLine(USAGE, { args, options }).values;
  if (!/^[1-9]\d{3,7}$/.test(rows)) misuse('--rows wants a number from 1000 to 99999999.', USAGE);
  return Number(rows);
}

try {
  const rows = rowsIn(process.argv.slice(2));
  // Only now: its imports go through the alias.
  const { measureJournal } = await import('./measure-journal.ts');
  process.exitCode = await measureJournal(rows);
} catch (error) {
  fail(error);
}
