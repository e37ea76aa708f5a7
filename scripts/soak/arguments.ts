import { misuse, readCommandLine } from '../setup/command-line.mjs';

/** What `npm run soak` was asked for. */
export interface SoakOptions {
  minutes: number;
  /** Where the figures are written too. */
  json: string | undefined;
}

const DEFAULT_MINUTES = '60';
/** Less would leave nothing to draw a line through. */
const MIN_MINUTES = 3;
const USAGE = `
usage: npm run soak -- [--minutes N] [--json FILE]

Page turns and outages for hours; fails when memory, sockets or the like grow.
  --minutes N  how long, from ${MIN_MINUTES}; ${DEFAULT_MINUTES} unless given
  --json FILE  writes the figures there too
`;

/** Reads the command line; throws UsageError. */
export function parseSoakArguments(args: readonly string[]): SoakOptions {
  const { minutes, json } = readCommandLine(USAGE, {
    args: [...args],
    options: { minutes: { type: 'string', default: DEFAULT_MINUTES }, json: { type: 'string' } },
  }).values;
  const count = Number(minutes);
  if (minutes.trim() === '' || !Number.isFinite(count) || count < MIN_MINUTES) {
    misuse(`--minutes wants a number from ${MIN_MINUTES}.`, USAGE);
  }
  return { minutes: count, json };
}
