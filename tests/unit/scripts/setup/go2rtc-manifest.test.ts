import { describe, expect, it } from 'vitest';
import { checkHash, pinnedHash, withHash } from '../../../../go2rtc-bin/manifest.mjs';
import { readManifest } from '../../../../go2rtc-bin/place.mjs';

const MANIFEST = {
  package: '@camera.ui/go2rtc',
  version: '1.2.3',
  binaries: { 'linux-x64': { sha256: 'aa' }, 'darwin-arm64': { sha256: null } },
};
const PINNED = { platform: 'linux', arch: 'x64' };
const UNPINNED = { platform: 'darwin', arch: 'arm64' };

describe('a go2rtc binary', () => {
  it('passes when it is the pinned one', () => {
    expect(() => checkHash(MANIFEST, PINNED, 'aa')).not.toThrow();
  });

  it('is refused when it is another one', () => {
    expect(() => checkHash(MANIFEST, PINNED, 'ab')).toThrow(/sha256 ab instead of aa/);
  });

  it('is refused with the way to pin it when nobody did yet', () => {
    const advice = /place\.mjs --platform darwin --arch arm64 --pin/;
    expect(() => checkHash(MANIFEST, UNPINNED, undefined)).toThrow(advice);
    expect(() => checkHash(MANIFEST, UNPINNED, 'ab')).toThrow(advice);
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
