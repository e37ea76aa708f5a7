import { misuse, readCommandLine } from './setup/command-line.mjs';

/** What one of the commands that run Vitest was asked for. */
export interface VitestRun {
  /** Of tests/vitest.config.ts. */
  project: string;
  /** Starts things that need a screen and a keychain. */
  needsDesktop: boolean;
  /** For Vitest: options, and parts of the names of files. */
  rest: string[];
}

interface Suite {
  command: string;
  what: string;
  project: string;
  needsDesktop?: boolean;
  folder?: string;
}

const SUITES: Readonly<Record<string, Suite>> = {
  unit: {
    command: 'npm run unit',
    what: 'Runs the unit tests, those of tests/field among them: pure logic, nothing else needed.',
    project: 'unit',
  },
  field: {
    command: 'npm run test:field',
    what: 'Runs the field cases: what devices answer and streams do, one file a case (tests/field).',
    project: 'unit',
    folder: 'tests/field/',
  },
  integration: {
    command: 'npm run integration',
    what: 'Runs main’s services against a real go2rtc, SQLite, keyring and simulated recorder, on a desktop of their own (Linux).',
    project: 'integration',
    needsDesktop: true,
  },
  package: {
    command: 'npm run test:package',
    what: 'Installs the deb, drives it as a user without rights and removes it. Needs root on Debian or Ubuntu.',
    project: 'package',
  },
};

const usage = ({ command, what }: Suite): string => `
usage: ${command} -- [OPTIONS] [FILE...] [-- MORE OF VITEST'S]

${what}
  FILE               only files with this in their path
  --testNamePattern TEXT, -t   only tests with these words in their names
  --bail N, --retry N, --testTimeout MS, --reporter NAME
`;

const TEXT = { type: 'string' } as const;

/** Reads the command line behind `vitest.ts SUITE`; throws UsageError for what Vitest is not known to take. */
export function parseVitestArguments([name = '', ...args]: readonly string[]): VitestRun {
  const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (suite === undefined) return refuseSuite(name, args);
  const { tokens } = readCommandLine(usage(suite), {
    args,
    allowPositionals: true,
    tokens: true,
    options: {
      ...{ testNamePattern: { ...TEXT, short: 't' }, bail: TEXT, retry: TEXT, testTimeout: TEXT },
      ...{ reporter: TEXT },
    },
  });
  const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Infinity;
  const rest = tokens.flatMap((token) => {
    if (token.kind === 'option-terminator') return [];
    // Vitest knows no folder and a file at once: it takes either.
    if (token.kind === 'positional') return [within(suite, token.value, token.index > end)];
    return [`--${token.name}=${token.value}`];
  });
  const hasFile = tokens.some(({ kind, index }) => kind === 'positional' && index < end);
  if (suite.folder !== undefined && !hasFile) rest.push(suite.folder);
  return { project: suite.project, needsDesktop: suite.needsDesktop === true, rest };
}

/** A part of a file's name, among the files of this command only. */
function within({ folder }: Suite, part: string, isVitests: boolean): string {
  return folder === undefined || isVitests || part.startsWith(folder) ? part : `${folder}${part}`;
}

function refuseSuite(name: string, args: readonly string[]): never {
  const text = `
usage: node scripts/vitest.ts ${Object.keys(SUITES).join('|')} [OPTIONS] [FILE...]

What \`npm run unit\` and its like call.
`;
  readCommandLine(text, {
    args: [name, ...args].filter((each) => each.startsWith('-')),
    options: {},
  });
  misuse(name === '' ? 'No suite was named.' : `There is no suite '${name}'.`, text);
}
