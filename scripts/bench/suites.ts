import path from 'node:path';
import { misuse, readCommandLine } from '../setup/command-line.mjs';
import { ROOT } from '../setup/paths.mjs';

/** What can be measured, and the program that does; those under tests/ need the simulated recorder or the app's own parts. */
export const SUITES = {
  wall: path.join(ROOT, 'scripts/bench/wall-bench.ts'),
  events: path.join(ROOT, 'tests/bench-events/bench-events.ts'),
  journal: path.join(ROOT, 'tests/bench-journal/bench-journal.ts'),
} as const;

const USAGE = `
usage: npm run bench -- [--suite wall|events|journal] [what the suite takes]

  wall      how fast and how cheap the wall is, beside other ways of showing the same one (unless another is named)
  events    how soon an alarm is on the screen, and what a storm of events costs the wall
  journal   how long pages, writes and deletions of 5 million events block the app

"npm run bench -- --suite NAME --help" answers with what that one takes.
`;

/** Which suite was asked for, and the rest of its command line; throws UsageError. */
export function chooseSuite(args: readonly string[]): { file: string; rest: string[] } {
  const at = args.findIndex((arg) => /^--suite(=|$)/.test(arg));
  if (at === -1) {
    if (args.includes('--help') || args.includes('-h'))
      readCommandLine(USAGE, { args: ['--help'] });
    return { file: SUITES.wall, rest: [...args] };
  }
  const [, joined] = args[at]?.split('=') ?? [];
  const name = joined ?? args[at + 1];
  const file = Object.entries(SUITES).find(([suite]) => suite === name)?.[1];
  if (file === undefined) return misuse(`--suite wants ${Object.keys(SUITES).join(', ')}.`, USAGE);
  return { file, rest: args.toSpliced(at, joined === undefined ? 2 : 1) };
}
