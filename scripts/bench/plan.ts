import { misuse, readCommandLine } from '../setup/command-line.mjs';

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
const USAGE = `
usage: npm run bench -- [--suite wall] [--quick] [--rounds N] [--json FILE]

Measures how fast and how cheap the wall is, beside other ways of showing the same one.
  --quick      under five minutes
  --rounds N   how often all is measured anew
  --json FILE  writes the figures there too
`;

/** Reads the command line; throws UsageError. */
export function parseBenchArguments(args: readonly string[]): BenchOptions {
  const { quick, rounds, json } = readCommandLine(USAGE, {
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      json: { type: 'string' },
    },
  }).values;
  const plan = quick ? QUICK : FULL;
  if (rounds === undefined) return { plan, json };
  if (!/^[1-9]\d*$/.test(rounds)) misuse('--rounds wants a number.', USAGE);
  return { plan: { ...plan, rounds: Number(rounds) }, json };
}

/** The same subject is not always the first, when the machine is coolest, or the last. */
export function orderOfRound<Subject>(subjects: readonly Subject[], round: number): Subject[] {
  return round % 2 === 0 ? [...subjects] : subjects.toReversed();
}
