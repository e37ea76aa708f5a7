import { readCommandLine } from '../setup/command-line.mjs';
import type { PackageKind } from './package-electron.ts';

/** What `npm run package` was asked for. */
export interface PackageOptions {
  kind: PackageKind;
  /** Where packages go; as electron-builder.yml says unless given. */
  output: string | undefined;
  /** For electron-builder, unread. */
  rest: string[];
}

const USAGE = `
usage: npm run package -- [--dir | --test-deb] [--output FOLDER] [-- ELECTRON-BUILDER'S OWN ARGUMENTS]

Makes the installers of this machine's platform in release/ (electron-builder.yml).
  --dir            the unpacked app only
  --test-deb       a deb for the test of the installation (Debian's dpkg-deb in place of fpm, any Electron)
  --output FOLDER  in place of release/
`;

/** Reads the command line; throws UsageError. */
export function parsePackageArguments(args: readonly string[]): PackageOptions {
  const { values, positionals } = readCommandLine(USAGE, {
    args: [...args],
    allowPositionals: true,
    options: {
      dir: { type: 'boolean', default: false },
      'test-deb': { type: 'boolean', default: false },
      output: { type: 'string' },
    },
  });
  const kind = values['test-deb'] ? 'test-deb' : values.dir ? 'folder' : 'installers';
  return { kind, output: values.output, rest: positionals };
}
