import { go2rtcBinary } from '../go2rtc-bin/place.mjs';
import { readCommandLine } from './setup/command-line.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { npmPackages } from './setup/npm-packages.mjs';
import { fail, runSteps } from './setup/step.mjs';
import { systemPackages } from './setup/system-packages.mjs';
import { testClips } from './setup/test-clips.mjs';

/** In this order: keytar is compiled during `npm ci`, and all later steps use what npm installed. */
const STEPS = [systemPackages, npmPackages, go2rtcBinary, electronRuntime, testClips];

const USAGE = `
usage: npm run setup

Brings in what the app, its build and its tests need, and skips what is there: system packages (Debian and Ubuntu), npm
packages, go2rtc, Electron, the simulated recorder's clips.
  ELECTRON_OVERRIDE_DIST_PATH=FOLDER  takes an unpacked Electron from there
  ELECTRON_MIRROR=URL                 downloads Electron from a mirror
  OPUS_GO2RTC_BIN=FILE                takes another go2rtc (1.9.13 or newer)
`;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: setup needs 20.19 or newer.`);
  process.exit(1);
}

try {
  readCommandLine(USAGE, {});
  await runSteps(STEPS);
  console.log(
    '\nReady: `npm run demo` shows a simulated recorder, `npm start` your own, `npm test` tests.',
  );
} catch (error) {
  fail(error);
}
