import { HelpAsked, UsageError } from './command-line.mjs';
import { SetupError } from './run.mjs';

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => string | undefined | Promise<string | undefined>} state says what is in place, or nothing when there is work to do
 * @property {() => string | Promise<string>} apply does the work and says what is in place now
 */

/**
 * Runs the steps in order; each looks at the machine first, so a second run is quick and an interrupted one can be repeated.
 * @param {readonly Step[]} steps
 */
export async function runSteps(steps) {
  for (const [index, step] of steps.entries()) {
    const startedAt = Date.now();
    const present = await step.state();
    const name = `[${index + 1}/${steps.length}] ${step.title}`;
    if (present !== undefined) {
      console.log(`${name}: ${present}`);
      continue;
    }
    console.log(`${name} ...`);
    const result = await step.apply();
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
    console.log(`${name}: ${result} (${seconds} s)`);
  }
}

/**
 * Ends a script: what the person can act on is said in a sentence, a bug keeps its stack.
 * @param {unknown} error
 */
export function fail(error) {
  if (error instanceof HelpAsked) {
    console.log(error.message);
    process.exitCode = error.exitCode;
    return;
  }
  if (error instanceof SetupError) console.error(`\n${error.message}`);
  else console.error(error);
  process.exitCode = error instanceof UsageError ? error.exitCode : 1;
}
