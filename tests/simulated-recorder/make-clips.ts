// Makes the clips of a 16-channel recorder ahead of time; `--check` only says by its exit code whether they are there.
import { areMade, clipFilesOf } from './media/clip-files.ts';
import { ClipLibrary } from './media/clip-library.ts';

const CHANNELS = 16;
const KIND = 'test';

async function isComplete(): Promise<boolean> {
  const numbers = Array.from({ length: CHANNELS }, (_, index) => index + 1);
  const files = await Promise.all(numbers.map((channel) => clipFilesOf(channel, KIND)));
  return (await Promise.all(files.map(areMade))).every(Boolean);
}

if (process.argv.includes('--check')) {
  process.exitCode = (await isComplete()) ? 0 : 1;
} else {
  const report = (done: number, total: number) => console.log(`clips ${done}/${total}`);
  await new ClipLibrary(KIND).load(CHANNELS, report, new AbortController().signal);
}
