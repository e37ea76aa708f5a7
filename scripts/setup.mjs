import { go2rtcBinary } from '../go2rtc-bin/place.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { npmPackages } from './setup/npm-packages.mjs';
import { fail, runSteps } from './setup/step.mjs';
import { systemPackages } from './setup/system-packages.mjs';
import { testClips } from './setup/test-clips.mjs';

/** In this order: keytar is compiled during `npm ci`, and all later steps use what npm installed. */
const STEPS = [systemPackages, npmPackages, go2rtcBinary, electronRuntime, testClips];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: setup needs 20.19 or newer.`);
  process.exit(1);
}

try {
  await runSteps(STEPS);
  console.log(
    '\nReady: `npm run demo` shows a simulated recorder, `npm start` your own, `npm test` tests.',
  );
} catch (error) {
  fail(error);
}
