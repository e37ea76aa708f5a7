// Makes the clips of a 16-channel recorder ahead of time.
import { readCommandLine } from '../../scripts/setup/command-line.mjs';
import { fail } from '../../scripts/setup/step.mjs';
import { areMade, clipFilesOf } from './media/clip-files.ts';
import { ClipLibrary } from './media/clip-library.ts';

const CHANNELS = 16;
const KIND = 'test';
const USAGE = `
usage: node tests/simulated-recorder/make-clips.ts [--check]

Makes the clips of a 16-channel recorder ahead of time.
  --check  only says by its exit code whether they are there
`;

async function isComplete(): Promise<boolean> {
  const numbers = Array.from({ length: CHANNELS }, (_, index) => index + 1);
  const files = await Promise.all(numbers.map((channel) => clipFilesOf(channel, KIND)));
  return (await Promise.all(files.map(areMade))).every(Boolean);
}

async function main(): Promise<void> {
  const { values } = readCommandLine(USAGE, { options: { check: { type: 'boolean' } } });
  if (values.check) {
    process.exitCode = (await isComplete()) ? 0 : 1;
    return;
  }
  const report = (done: number, total: number) => console.log(`clips ${done}/${total}`);
  await new ClipLibrary(KIND).load(CHANNELS, report, new AbortController().signal);
}

await main().catch(fail);
