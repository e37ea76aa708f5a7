import path from 'node:path';
import { binaryPath, placeForPackage } from '../go2rtc-bin/place.mjs';
import { buildApp } from './build.ts';
import { runForeground } from './foreground.ts';
import { parsePackageArguments, type PackageOptions } from './package/arguments.ts';
import { writeLicenses } from './package/licenses.ts';
import { choosePackageElectron, type PackageKind } from './package/package-electron.ts';
import { findElectron, officialVersion } from './setup/electron-paths.mjs';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';
import { fitSqlite, needsPatchedSqlite } from './setup/sqlite-module.mjs';

const BUILDER = path.join(ROOT, 'node_modules/electron-builder/cli.js');
const FPM_STAND_IN = path.join(import.meta.dirname, 'package/fpm-stand-in.mjs');
const TARGETS: Record<PackageKind, string[]> = {
  installers: [],
  folder: ['--dir'],
  'test-deb': ['--linux', 'deb'],
};

/** `npm run package`: what users install. */
async function main({ kind, output, rest }: PackageOptions): Promise<number> {
  const electron = choosePackageElectron(findElectron(), officialVersion(), kind);
  if (electron.notice) console.log(electron.notice);
  fitSqlite(electron.version);
  const machine = { platform: process.platform, arch: process.arch };
  await placeForPackage(machine);
  await writeLicenses(await buildApp(), binaryPath(machine));
  const args = [
    ...[BUILDER, '--publish', 'never', ...TARGETS[kind], ...electron.builderArgs],
    ...(process.platform === 'linux' ? ['-c.productName=opus-nvr'] : []),
    ...(output === undefined ? [] : [`-c.directories.output=${path.resolve(output)}`]),
    ...rest,
  ];
  const env = {
    ...process.env,
    OPUS_UNUSED_SQLITE: needsPatchedSqlite(electron.version) ? 'prebuilds' : 'build',
    ...(kind === 'test-deb' ? { CUSTOM_FPM_PATH: FPM_STAND_IN } : {}),
  };
  return runForeground(process.execPath, args, { cwd: ROOT, env });
}

try {
  process.exitCode = await main(parsePackageArguments(process.argv.slice(2)));
} catch (error) {
  fail(error);
}
