import { describe, expect, it } from 'vitest';
import { choosePackageElectron } from '../../../../scripts/package/package-electron.ts';

const OFFICIAL = '45.4.1';
const found = (origin: 'override' | 'official' | 'fallback', version: string) => ({
  origin,
  version,
  dist: '/opt/electron',
  executable: '/opt/electron/electron',
});

describe('a package', () => {
  it('carries the official Electron, which electron-builder fetches itself', () => {
    expect(choosePackageElectron(found('official', OFFICIAL), OFFICIAL, 'installers')).toEqual({
      version: OFFICIAL,
      builderArgs: [`-c.electronVersion=${OFFICIAL}`],
    });
  });

  it('never carries the stand-in, nor nothing', () => {
    const explained = /ELECTRON_OVERRIDE_DIST_PATH=<folder>/;
    const standIn = found('fallback', '33.4.11');
    expect(() => choosePackageElectron(standIn, OFFICIAL, 'folder')).toThrow(explained);
    expect(() => choosePackageElectron(undefined, OFFICIAL, 'folder')).toThrow(explained);
  });

  it('for the test of the installation carries what is here', () => {
    const chosen = choosePackageElectron(found('fallback', '33.4.11'), OFFICIAL, 'test-deb');
    expect(chosen.builderArgs).toContain('-c.electronDist=/opt/electron');
    expect(chosen.notice).toMatch(/tests only/);
    expect(() => choosePackageElectron(undefined, OFFICIAL, 'test-deb')).toThrow(/is not here/);
  });

  it('of another, named Electron is unpacked and says that it is for tests', () => {
    const chosen = choosePackageElectron(found('override', '33.4.11'), OFFICIAL, 'folder');
    expect(chosen.builderArgs).toContain('-c.electronDist=/opt/electron');
    expect(chosen.notice).toMatch(/tests only/);
    expect(() =>
      choosePackageElectron(found('override', '33.4.11'), OFFICIAL, 'installers'),
    ).toThrow(/Add --dir/);
  });

  it('of the right Electron from a named folder is a real one', () => {
    const chosen = choosePackageElectron(found('override', OFFICIAL), OFFICIAL, 'installers');
    expect(chosen.notice).toBeUndefined();
  });
});
