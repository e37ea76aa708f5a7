import { describe, expect, it } from 'vitest';
import {
  checkHash,
  localHash,
  pinnedHash,
  requirePin,
  withHash,
  withLocalHash,
} from '../../../../go2rtc-bin/manifest.mjs';
import { readManifest } from '../../../../go2rtc-bin/place.mjs';

const MANIFEST = {
  package: '@camera.ui/go2rtc',
  version: '1.2.3',
  binaries: { 'linux-x64': { sha256: 'aa' }, 'darwin-arm64': { sha256: null } },
};
const PINNED = { platform: 'linux', arch: 'x64' };
const UNPINNED = { platform: 'darwin', arch: 'arm64' };

describe('a go2rtc binary', () => {
  it('passes when it is the one whose hash is known', () => {
    expect(() => checkHash(PINNED, { sha256: 'aa', isPinned: true }, 'aa')).not.toThrow();
  });

  it.each([
    [true, /sha256 ab instead of aa.*--pin/],
    [false, /sha256 ab instead of aa.*delete go2rtc-bin\/local-manifest.json/],
  ])('is refused when it is another one (pinned: %s)', (isPinned, reason) => {
    expect(() => checkHash(PINNED, { sha256: 'aa', isPinned }, 'ab')).toThrow(reason);
  });

  it('is not packaged before somebody pinned it, and the way to do that is named', () => {
    expect(() => requirePin(MANIFEST, PINNED)).not.toThrow();
    expect(() => requirePin(MANIFEST, UNPINNED)).toThrow(
      /place\.mjs --platform darwin --arch arm64 --pin/,
    );
  });

  it('is refused with another way out when there is no package for the platform', () => {
    const exotic = { platform: 'freebsd', arch: 'x64' };
    expect(() => pinnedHash(MANIFEST, exotic)).toThrow(/OPUS_GO2RTC_BIN/);
  });
});

it('a pin changes one hash and nothing else', () => {
  const written: unknown = JSON.parse(withHash(MANIFEST, UNPINNED, 'cc'));
  expect(written).toEqual({
    ...MANIFEST,
    binaries: { ...MANIFEST.binaries, 'darwin-arm64': { sha256: 'cc' } },
  });
});

it('the manifest names a hash, or openly none, for each platform', () => {
  for (const { sha256 } of Object.values(readManifest().binaries)) {
    expect(sha256 ?? '0'.repeat(64)).toMatch(/^[0-9a-f]{64}$/);
  }
});

describe('a hash noted here', () => {
  const local = JSON.parse(withLocalHash(MANIFEST, undefined, UNPINNED, 'dd')) as typeof MANIFEST;

  it('is known for its platform and version only', () => {
    expect(localHash(MANIFEST, local, UNPINNED)).toBe('dd');
    expect(localHash(MANIFEST, local, PINNED)).toBeNull();
    expect(localHash({ ...MANIFEST, version: '1.2.4' }, local, UNPINNED)).toBeNull();
    expect(localHash(MANIFEST, undefined, UNPINNED)).toBeNull();
  });

  it('is joined by that of another platform, and goes with its version', () => {
    const windows = { platform: 'win32', arch: 'x64' };
    const more = JSON.parse(withLocalHash(MANIFEST, local, windows, 'ee')) as typeof MANIFEST;
    expect(Object.keys(more.binaries)).toEqual(['darwin-arm64', 'win32-x64']);
    const next = { ...MANIFEST, version: '1.2.4' };
    const newer = JSON.parse(withLocalHash(next, local, windows, 'ee')) as typeof MANIFEST;
    expect(Object.keys(newer.binaries)).toEqual(['win32-x64']);
  });
});
