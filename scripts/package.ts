import path from 'node:path';
import { buildApp } from './build.ts';
import { runForeground } from './foreground.ts';
import { choosePackageElectron } from './package/package-electron.ts';
import { findElectron, officialVersion } from './setup/electron-paths.mjs';
import { ROOT } from './setup/paths.mjs';
import { fail } from './setup/step.mjs';
import { fitSqlite } from './setup/sqlite-module.mjs';

const BUILDER = path.join(ROOT, 'node_modules/electron-builder/cli.js');

/** `npm run package -- [--dir] [electron-builder's own arguments]` */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const electron = choosePackageElectron(findElectron(), officialVersion(), args);
  if (electron.notice) console.log(electron.notice);
  fitSqlite(electron.version);
  await buildApp();
  process.exitCode = await runForeground(
    process.execPath,
    [BUILDER, '--publish', 'never', ...electron.builderArgs, ...args],
    { cwd: ROOT },
  );
}

await main().catch(fail);
