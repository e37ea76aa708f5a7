import { parseArgs } from 'node:util';
import { SetupError } from './run.mjs';

const HELP = /** @type {const} */ ({ help: { type: 'boolean', short: 'h', default: false } });
/** What shells and GNU tools answer to a command line they do not understand. */
const MISUSE_EXIT_CODE = 2;

/** A command line that was not understood; its message holds the usage. */
export class UsageError extends SetupError {
  exitCode = MISUSE_EXIT_CODE;
}

/** What is thrown for `--help`: the usage is the answer, and nothing went wrong. */
export class HelpAsked extends SetupError {
  exitCode = 0;
}

/**
 * Reads a script's command line: `--help` answers with the usage, whatever is not understood with the usage as well. Both are
 * thrown, for `fail` to print.
 * @template {import('node:util').ParseArgsConfig} T
 * @param {string} usage what the script does and takes
 * @param {T} config as parseArgs takes it; `args` are the process's own unless given
 * @returns {ReturnType<typeof parseArgs<T>>}
 */
export function readCommandLine(usage, config) {
  const withHelp = /** @type {T} */ ({ ...config, options: { ...config.options, ...HELP } });
  /** @type {ReturnType<typeof parseArgs<T>>} */
  let parsed;
  try {
    parsed = parseArgs(withHelp);
  } catch (error) {
    throw new UsageError(`${firstSentence(error)}\n\n${usage.trim()}`);
  }
  const { help } = /** @type {{ help?: boolean }} */ (parsed.values);
  if (help) throw new HelpAsked(usage.trim());
  return parsed;
}

/**
 * Refuses a value that cannot be used, with the usage.
 * @param {string} what
 * @param {string} usage
 * @returns {never}
 */
export function misuse(what, usage) {
  throw new UsageError(`${what}\n\n${usage.trim()}`);
}

/** Node's own advice after the first sentence is about positional arguments, which few scripts take.
 * @param {unknown} error
 * @returns {string} */
function firstSentence(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('. ')[0] ?? message;
}
