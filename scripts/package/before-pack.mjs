import { Arch } from 'electron-builder';
import { placeForPackage } from '../../go2rtc-bin/place.mjs';
import { SetupError } from '../setup/run.mjs';
import { sqliteFits } from '../setup/sqlite-module.mjs';

/**
 * electron-builder's hook before each target: nothing is packaged that would not start, or that nobody pinned.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function beforePack(context) {
  const target = { platform: context.electronPlatformName, arch: Arch[context.arch] ?? '' };
  const host = { platform: process.platform, arch: process.arch };
  if (target.platform !== host.platform || target.arch !== host.arch) {
    throw new SetupError(
      `This machine is ${host.platform}-${host.arch} and its keytar is compiled for it: package ${target.platform}-${target.arch} on a machine of that kind.`,
    );
  }
  const electronVersion = context.packager.config.electronVersion ?? '';
  if (!sqliteFits(electronVersion)) {
    throw new SetupError('better-sqlite3 is prepared for another Electron: use `npm run package`.');
  }
  if (target.platform === 'linux' && context.packager.appInfo.sanitizedProductName.includes(' ')) {
    throw new SetupError(
      'Chromium cannot start its sandbox helper from a folder with a space in its name: use `npm run package`.',
    );
  }
  await placeForPackage(target);
}
