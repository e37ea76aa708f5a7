import { parseArgs } from 'node:util';
import { SetupError } from '../setup/run.mjs';

/** How much is measured. */
export interface Plan {
  /** Each round starts every subject anew. */
  rounds: number;
  /** Odd, so that a round ends on the page it began with, which the app remembers. */
  warmTurns: number;
  fullscreens: number;
  steadyMs: number;
  lagMs: number;
}

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  plan: Plan;
  /** Where the figures are written too. */
  json: string | undefined;
}

const FULL: Plan = { rounds: 5, warmTurns: 5, fullscreens: 4, steadyMs: 20_000, lagMs: 10_000 };
/** Under five minutes. */
const QUICK: Plan = { rounds: 1, warmTurns: 5, fullscreens: 3, steadyMs: 6_000, lagMs: 4_000 };
const USAGE = 'usage: npm run bench -- [--quick] [--rounds N] [--json FILE]';

/** Reads the command line; throws SetupError with the usage. */
export function parseBenchArguments(args: readonly string[]): BenchOptions {
  const { quick, rounds, json } = parse(args);
  const plan = quick ? QUICK : FULL;
  if (rounds === undefined) return { plan, json };
  if (!/^[1-9]\d*$/.test(rounds)) throw new SetupError(`--rounds wants a number. ${USAGE}`);
  return { plan: { ...plan, rounds: Number(rounds) }, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        json: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`);
  }
}

/** The same subject is not always the first, when the machine is coolest, or the last. */
export function orderOfRound<Subject>(subjects: readonly Subject[], round: number): Subject[] {
  return round % 2 === 0 ? [...subjects] : subjects.toReversed();
}
