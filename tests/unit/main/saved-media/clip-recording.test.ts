import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Clip } from '@contract/models/clip.ts';
import { ok } from '@contract/result.ts';
import {
  ClipRecording,
  type ClipLimits,
} from '../../../../src-main/app/saved-media/clip-recording.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opus-test-'));
  // Only what is read from the clock: time goes on as it does.
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function box(type: string): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write(type, 4, 'latin1');
  return bytes;
}

/** One fragment, and then nothing until it is cut. */
async function* oneFragment(signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (const type of ['ftyp', 'moov', 'moof', 'mdat']) yield box(type);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

async function record(limits: ClipLimits) {
  const progress: Clip[] = [];
  const part = path.join(folder, 'clip.mp4.part');
  writeFileSync(part, '');
  const recording = new ClipRecording({
    ...{ cameraId: 1, limits },
    openStream: async (signal) => oneFragment(signal),
    beginFile: async () =>
      ok({ part, keep: async () => ({ fileId: '1', path: part }), discard: async () => undefined }),
    onProgress: (clip) => progress.push(clip),
    onFault: () => undefined,
  });
  await recording.begun;
  return { recording, progress };
}

it.each([10 * 365 * DAY_MS, -2 * DAY_MS])(
  'a clock that is set by %i ms ends no recording, and changes nothing of how long it has lasted',
  async (jumpMs) => {
    const { recording, progress } = await record({ longestMs: 60_000, silenceMs: 60_000 });
    vi.setSystemTime(Date.now() + jumpMs);
    await vi.waitUntil(() => progress.length >= 1, { timeout: 30_000 });
    expect(progress.every(({ lastsMs }) => lastsMs >= 0 && lastsMs < 60_000)).toBe(true);
    expect((await recording.stop(null)).reason).toBeNull();
  },
);

it('a clock that is set back lets none go on for longer than it may', async () => {
  const { recording } = await record({ longestMs: 500, silenceMs: 60_000 });
  vi.setSystemTime(Date.now() - 2 * DAY_MS);
  expect((await recording.ended).reason).toMatchObject({ key: 'clip-limit' });
});
