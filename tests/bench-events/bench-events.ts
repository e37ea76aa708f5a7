import { misuse, readCommandLine } from '../../scripts/setup/command-line.mjs';
import { fail } from '../../scripts/setup/step.mjs';
import { measureEvents } from './measure-events.ts';

const USAGE = `
usage: npm run bench -- --suite events [--seconds N] [--recorders N]

Measures how soon an alarm is on the screen, and what a storm of events costs the wall.
  --seconds N     how long the storm lasts (60)
  --recorders N   how many recorders send 100 events a second each (64)
`;

/** A number from the command line; throws UsageError. */
function numberIn(typed: string): number {
  if (!/^[1-9]\d{0,3}$/.test(typed)) misuse('--seconds and --recorders want numbers.', USAGE);
  return Number(typed);
}

try {
  const { seconds, recorders } = readCommandLine(USAGE, {
    args: process.argv.slice(2),
    options: {
      seconds: { type: 'string', default: '60' },
      recorders: { type: 'string', default: '64' },
    },
  }).values;
  process.exitCode = await measureEvents(numberIn(seconds), numberIn(recorders));
} catch (error) {
  fail(error);
}
