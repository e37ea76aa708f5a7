import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 5_000;
const LINE_WIDTH_CHARS = 100;
const KEPT_LINES = 30;

/** A failure whose message already tells the person what to do; any other error is a bug and keeps its stack. */
export class SetupError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] the process is killed after this long
 * @property {RegExp} [noise] lines that are neither shown nor kept
 * @property {number} [keptLines] how much of the output's end is kept
 * @property {string} [label] what the heartbeat line calls this; no label, no heartbeat
 */

/** Prints one indented line below the title of the running step.
 * @param {string} text */
export function say(text) {
  process.stdout.write(`      ${text}\n`);
}

/**
 * Runs a command and keeps its last lines: setup stays quiet while all is well, shows life on long steps and can
 * print what happened when something failed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, lastLine: string, timedOut: boolean }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd ? { cwd: options.cwd } : {}),
      env: options.env ?? process.env,
    });
    /** @type {string[]} */
    const lines = [];
    let timedOut = false;
    /** @param {string} line */
    const keep = (line) => {
      if (line.trim() === '' || options.noise?.test(line)) return;
      lines.push(line);
      if (lines.length > (options.keptLines ?? KEPT_LINES)) lines.shift();
    };
    onLines(child.stdout, keep);
    onLines(child.stderr, keep);
    const heartbeat = setInterval(() => {
      const seconds = Math.round((Date.now() - startedAt) / 1_000);
      const last = lines.at(-1)?.trim() ?? '';
      if (options.label)
        say(`${options.label}, ${seconds} s  ${last}`.slice(0, LINE_WIDTH_CHARS).trimEnd());
    }, HEARTBEAT_MS);
    const limit = setTimeout(
      () => {
        timedOut = true;
        child.kill('SIGKILL');
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    );
    /** @param {number} code */
    const finish = (code) => {
      clearInterval(heartbeat);
      clearTimeout(limit);
      resolve({ code, output: lines.join('\n'), lastLine: lines.at(-1)?.trim() ?? '', timedOut });
    };
    child.on('error', (error) => {
      lines.push(error.message);
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} onLine
 */
function onLines(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (/** @type {string} */ chunk) => {
    const parts = (rest + chunk).split(/[\r\n]+/);
    rest = parts.pop() ?? '';
    parts.forEach(onLine);
  });
  stream.on('end', () => onLine(rest));
}
