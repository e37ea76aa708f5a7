import path from 'node:path';
import { ROOT, toolNode } from './paths.mjs';
import { SetupError, run } from './run.mjs';

const SCRIPT = path.join(ROOT, 'tests/simulated-recorder/make-clips.ts');

/**
 * The pictures of the simulated recorder, made once: otherwise the first demo and the first test would wait for ffmpeg.
 * @type {import('./step.mjs').Step}
 */
export const testClips = {
  title: 'Test clips',
  async state() {
    const { code } = await run(toolNode(), [SCRIPT, '--check']);
    return code === 0 ? 'in .cache/clips' : undefined;
  },
  async apply() {
    const made = await run(toolNode(), [SCRIPT], { label: 'making test clips' });
    if (made.code !== 0) {
      throw new SetupError(
        `The test clips could not be made; they need ffmpeg with libx264 and drawtext.\n${made.output}`,
      );
    }
    return 'in .cache/clips';
  },
};
