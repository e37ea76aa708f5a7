import { readCommandLine } from './setup/command-line.mjs';

/** What `npm run e2e` was asked for. */
export interface E2eOptions {
  /** A packaged app, in place of the working tree. */
  app: string | undefined;
  /** For Playwright. */
  rest: string[];
}

const USAGE = `
usage: npm run e2e -- [--app FOLDER|EXECUTABLE] [PLAYWRIGHT'S OPTIONS] [FILE...] [-- MORE OF PLAYWRIGHT'S]

Drives the app with Playwright: the working tree's, or a packaged one.
  --app PATH         an unpacked or installed app (/opt/opus-nvr), or the file that starts it
  --grep TEXT, -g    only tests with these words; --grep @smoke is the short one
  --grep-invert TEXT only tests without them
  --project NAME     pictures: only specs that watch many of them; others: all but these
  --workers 1        one test at a time
  --repeat-each N, --retries N, --timeout MS, --max-failures N, -x, --last-failed
  --reporter NAME, --output FOLDER, --list
`;

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

/** Separates our own `--app` from what is Playwright's; throws UsageError for what neither is known to take. */
export function parseE2eArguments(args: readonly string[]): E2eOptions {
  const { values, tokens } = readCommandLine(USAGE, {
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: {
      app: TEXT,
      grep: { ...TEXT, short: 'g' },
      'grep-invert': TEXT,
      'repeat-each': TEXT,
      retries: TEXT,
      timeout: TEXT,
      'max-failures': TEXT,
      project: TEXT,
      workers: TEXT,
      reporter: TEXT,
      output: TEXT,
      x: { ...FLAG, short: 'x' },
      'last-failed': FLAG,
      list: FLAG,
    },
  });
  const rest = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [token.value];
    if (token.kind === 'option-terminator' || token.name === 'app') return [];
    if (token.name === 'x') return ['-x'];
    return [token.value === undefined ? `--${token.name}` : `--${token.name}=${token.value}`];
  });
  return { app: values.app, rest };
}
