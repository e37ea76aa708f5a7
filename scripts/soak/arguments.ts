import { parseArgs } from 'node:util';
import { SetupError } from '../setup/run.mjs';

/** What `npm run soak` was asked for. */
export interface SoakOptions {
  minutes: number;
  /** Where the figures are written too. */
  json: string | undefined;
}

const DEFAULT_MINUTES = '60';
/** Less would leave nothing to draw a line through. */
const MIN_MINUTES = 3;
const USAGE = 'usage: npm run soak -- [--minutes N] [--json FILE]';

/** Reads the command line; throws SetupError with the usage. */
export function parseSoakArguments(args: readonly string[]): SoakOptions {
  const { minutes, json } = parse(args);
  const count = Number(minutes);
  if (minutes.trim() === '' || !Number.isFinite(count) || count < MIN_MINUTES) {
    throw new SetupError(`--minutes wants a number from ${MIN_MINUTES}. ${USAGE}`);
  }
  return { minutes: count, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { minutes: { type: 'string', default: DEFAULT_MINUTES }, json: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`);
  }
}
