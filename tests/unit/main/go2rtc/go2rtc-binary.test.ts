import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateGo2rtc } from '../../../../src-main/app/go2rtc/go2rtc-binary.ts';

describe('locateGo2rtc', () => {
  it('finds ours, with the hash it must have', () => {
    const binary = locateGo2rtc('/bin-folder', undefined, 'linux', 'x64');
    expect(binary.file).toBe(path.join('/bin-folder', 'linux-x64', 'go2rtc'));
    expect(binary.expectedSha256).toMatch(/^[\da-f]{64}$/);
  });

  it.each([
    ['linux', 'x64'],
    ['freebsd', 'riscv64'],
  ])('lets OPUS_GO2RTC_BIN win on %s-%s, whose hash nobody can know', (platform, arch) => {
    expect(locateGo2rtc('/bin-folder', '/mine/go2rtc', platform, arch)).toEqual({
      file: '/mine/go2rtc',
      expectedSha256: null,
    });
  });

  it('takes an empty OPUS_GO2RTC_BIN for none', () => {
    expect(locateGo2rtc('/bin-folder', '', 'linux', 'x64').expectedSha256).not.toBeNull();
  });

  it.each([
    ['sunos', 'x64'],
    ['linux', 'ia32'],
    ['__proto__', ''],
  ])('says what to do on %s-%s, for which no hash is known', (platform, arch) => {
    expect(() => locateGo2rtc('/bin-folder', undefined, platform, arch)).toThrow(
      /no go2rtc for .*OPUS_GO2RTC_BIN/,
    );
  });
});
