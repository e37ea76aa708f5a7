import { expect, it } from 'vitest';
import { runsWithConfig } from '../../../../src-main/app/go2rtc/stale-child.ts';

it.each([
  ['/opt/go2rtc -config /data/go2rtc.yaml', '/data/go2rtc.yaml', true],
  ['/bin/sh -c (…) opus-go2rtc /opt/go2rtc -config /d/go2rtc.yaml', '/d/go2rtc.yaml', true],
  ['/Apps/Opus NVR/go2rtc -config /A B/go2rtc.yaml', '/A B/go2rtc.yaml', true],
  ['"C:\\O N\\go2rtc.exe" -config "C:\\a b\\go2rtc.yaml" ', 'C:\\a b\\go2rtc.yaml', true],
  ['C:\\go2rtc.exe -config C:\\ab\\go2rtc.yaml', 'C:\\ab\\go2rtc.yaml', true],
  ['vim /data/go2rtc.yaml', '/data/go2rtc.yaml', false],
  ['/opt/go2rtc -config /data/go2rtc.yaml.old', '/data/go2rtc.yaml', false],
  ['/opt/go2rtc -config /other/data/go2rtc.yaml', '/data/go2rtc.yaml', false],
  ['', '/data/go2rtc.yaml', false],
])('%j with %j is ours: %s', (commandLine, configFile, isOurs) => {
  expect(runsWithConfig(commandLine, configFile)).toBe(isOurs);
});
