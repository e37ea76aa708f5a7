import type { ElectronDist } from '../setup/electron-paths.mjs';
import { SetupError } from '../setup/run.mjs';

/** What is made: installers for users, the unpacked app, or a deb for the test of the installation. */
export type PackageKind = 'installers' | 'folder' | 'test-deb';

/** Which Electron goes into a package, and how electron-builder is told. */
export interface PackageElectron {
  version: string;
  builderArgs: string[];
  notice?: string;
}

/**
 * Users get the official Electron or nothing. Another one has to be named explicitly, and then makes an unpacked app for
 * tests, never an installer. Only the deb that tests the installation takes whichever Electron is here.
 */
export function choosePackageElectron(
  found: ElectronDist | undefined,
  official: string,
  kind: PackageKind,
): PackageElectron {
  const version = `-c.electronVersion=${found?.version ?? ''}`;
  if (found?.origin === 'official') return { version: official, builderArgs: [version] };
  if (found === undefined || (found.origin === 'fallback' && kind !== 'test-deb')) {
    throw new SetupError(
      `Electron ${official} is not here, and the stand-in for development is not packaged. Run \`npm run setup\` where Electron's release host can be reached; or, for a package to test, name a runtime: ELECTRON_OVERRIDE_DIST_PATH=<folder> npm run package -- --dir`,
    );
  }
  const builderArgs = [version, `-c.electronDist=${found.dist}`];
  if (found.version === official) return { version: official, builderArgs };
  if (kind === 'installers') {
    throw new SetupError(
      `Electron ${found.version} was named instead of ${official}: that makes only an unpacked app for tests. Add --dir.`,
    );
  }
  const notice = `NOTICE: this package carries Electron ${found.version} from ${found.dist} instead of ${official}: it is for tests only.`;
  return { version: found.version, builderArgs, notice };
}
