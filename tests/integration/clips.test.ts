import { message } from '@contract/messages.ts';
import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClipEvent } from '@contract/models/clip.ts';
import { ok } from '@contract/result.ts';
import { GUARD } from '../../src-main/app/access/actors.ts';
import { createClips } from '../../src-main/app/saved-media/create-clips.ts';
import type { ClipServiceOptions } from '../../src-main/app/saved-media/clip-service.ts';
import { SavedFiles } from '../../src-main/shell/saved-files.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, startApp } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { go2rtcsOf } from '../support/processes.ts';
import { recordLog } from '../support/recorded-log.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const CHANNELS = 6;
const MINUTE_MS = 60_000;
const run = promisify(execFile);

let recorder: SimulatedRecorder;
beforeEach(async () => {
  recorder = new SimulatedRecorder({ channels: CHANNELS, user: 'admin', password: PASSWORD });
  await recorder.start();
});
afterEach(() => recorder.stop());

async function station(
  limits: ClipServiceOptions['limits'] = {},
  beginFile?: ClipServiceOptions['beginFile'],
) {
  const app = await startApp({ secrets: new LockableSecretStore() });
  const { rtspPort, httpPort } = recorder;
  await app.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: CHANNELS }));
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  const videos = path.join(app.userData, 'videos');
  const files = new SavedFiles({ folderOf: () => videos, show: () => undefined });
  const clips = createClips({
    ...{ services: app, log: recordLog().log, limits },
    beginFile:
      beginFile ?? ((baseName) => files.begin({ kind: 'videos', baseName, extension: 'mp4' })),
  });
  await clips.start();
  const events: ClipEvent[] = [];
  clips.changed.on((event) => events.push(event));
  const cameras = (await app.nvrs.listCameras()).map(({ id }) => id);
  const folder = path.join(videos, 'Opus NVR');
  const begin = async (index = 0) => {
    const begun = await clips.begin(cameras[index] ?? 0, GUARD);
    if (!begun.ok) throw new Error(begun.error.message.key);
    return begun.value;
  };
  const untilGrown = (clipId: string) =>
    expect
      .poll(() => Math.max(0, ...grownBytes(events, clipId)), PATIENT)
      .toBeGreaterThan(begunBytes(events, clipId));
  const ending = async (clipId: string) => {
    await expect.poll(() => events.some((event) => isEnd(event, clipId)), PATIENT).toBe(true);
    const end = events.find((event) => isEnd(event, clipId));
    if (end?.state !== 'ended') throw new Error('it did not end');
    return end;
  };
  return { app, clips, cameras, folder, videos, begin, untilGrown, ending };
}

const isEnd = (event: ClipEvent, clipId: string) =>
  event.state === 'ended' && event.clipId === clipId;

const grownBytes = (events: ClipEvent[], clipId: string) =>
  events.flatMap((event) =>
    event.state === 'recording' && event.clip.clipId === clipId ? [event.clip.bytes] : [],
  );

const begunBytes = (events: ClipEvent[], clipId: string) => grownBytes(events, clipId)[0] ?? 0;

/** What a player makes of a file; ffmpeg decodes all of it and names every fault. */
async function played(file: string) {
  const entries = 'stream=codec_name,width,height:format=duration';
  const probe = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    entries,
    '-of',
    'json',
    file,
  ]);
  const { streams, format } = JSON.parse(probe.stdout) as {
    streams: { codec_name: string; width: number; height: number }[];
    format: { duration: string };
  };
  const decoded = await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-']);
  const faults = decoded.stderr + probe.stderr;
  return { streams, seconds: Number(format.duration), faults };
}

const H264_MAIN = [{ codec_name: 'h264', width: 1280, height: 720 }];

describe('a clip', () => {
  it('is a file that plays, named after its camera and the time', async () => {
    const { clips, begin, untilGrown, folder } = await station();
    const { clipId } = await begin();
    expect(await readdir(folder)).toEqual([expect.stringMatching(/\.mp4\.part$/)]);
    expect(clips.list()).toMatchObject([{ clipId }]);
    await untilGrown(clipId);
    const saved = await clips.end(clipId);
    expect(saved).toMatchObject({
      value: {
        path: expect.stringMatching(/Camera 01 \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.mp4$/) as string,
      },
    });
    expect(await readdir(folder)).toHaveLength(1);
    expect(clips.list()).toEqual([]);
    if (!saved.ok) return;
    const { streams, seconds, faults } = await played(saved.value.path);
    expect(streams).toEqual(H264_MAIN);
    expect(seconds).toBeGreaterThan(0);
    expect(faults).toBe('');
    expect(await readFile(saved.value.path, 'latin1')).not.toContain('p%40ss');
    expect(await clips.end(clipId)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('ends with go2rtc, and what it has plays', async () => {
    const { app, begin, untilGrown, ending, folder } = await station();
    const { clipId } = await begin();
    await untilGrown(clipId);
    for (const pid of go2rtcsOf(app.userData)) process.kill(pid, 'SIGKILL');
    const end = await ending(clipId);
    expect(end.reason).toEqual({ key: 'clip-lost' });
    expect((await played(end.file?.path ?? '')).streams).toEqual(H264_MAIN);
    expect(await readdir(folder)).toEqual([path.basename(end.file?.path ?? '')]);
  });

  it('ends with the app, however many there are, and all of them play', async () => {
    const { app, clips, cameras, begin, untilGrown, folder } = await station();
    const both = [await begin(0), await begin(1)];
    for (const { clipId } of both) await untilGrown(clipId);
    await clips.stop();
    expect(await clips.begin(cameras[2] ?? 0, GUARD)).toMatchObject({ ok: false });
    await app.group.stop();
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(/\.mp4$/);
      expect(await played(path.join(folder, name))).toMatchObject({
        streams: H264_MAIN,
        faults: '',
      });
    }
  });

  it('ends where no picture arrives any more, and at its longest', async () => {
    const silent = await station({ silenceMs: 3_000 });
    const { clipId } = await silent.begin();
    await silent.untilGrown(clipId);
    recorder.faults.freeze(1);
    const end = await silent.ending(clipId);
    expect(end).toMatchObject({ reason: { key: 'clip-silent' } });
    expect((await played(end.file?.path ?? '')).streams).toEqual(H264_MAIN);

    const short = await station({ longestMs: 2_000 });
    const second = await short.begin(1);
    expect(await short.ending(second.clipId)).toMatchObject({
      file: { path: expect.any(String) as string },
      reason: { key: 'clip-limit' },
    });
  });

  it('is one of at most four, each of another camera', async () => {
    const { clips, cameras, begin } = await station();
    const begun = [await begin(0), await begin(1), await begin(2), await begin(3)];
    expect(await clips.begin(cameras[0] ?? 0, GUARD)).toMatchObject({
      error: { message: { key: 'clip-runs' } },
    });
    expect(await clips.begin(cameras[4] ?? 0, GUARD)).toMatchObject({
      error: { message: message('clips-full', { most: 4 }) },
    });
    await clips.end(begun[0]?.clipId ?? '');
    await begin(4);
  });

  it('is not begun where there is no stream or no place for it, and leaves nothing', async () => {
    const { clips, cameras, folder, videos } = await station({ silenceMs: MINUTE_MS });
    recorder.faults.removeChannel(2);
    const missing = await clips.begin(cameras[1] ?? 0, GUARD);
    expect(missing).toMatchObject({
      error: { message: { key: 'clip-empty' } },
    });
    expect(await readdir(folder)).toEqual([]);
    expect(await clips.begin(999, GUARD)).toMatchObject({ error: { code: 'not-found' } });
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    expect(await clips.begin(cameras[0] ?? 0, GUARD)).toMatchObject({
      error: { code: 'storage-failed' },
    });
    expect(await readdir(videos)).toEqual(['Opus NVR']);
    expect(clips.list()).toEqual([]);
  });

  it('says so when the disk is full', async () => {
    const full = { part: '/dev/full', keep: () => Promise.reject(new Error('kept')) };
    const { clips, cameras } = await station({}, async () =>
      ok({ ...full, discard: () => Promise.resolve() }),
    );
    expect(await clips.begin(cameras[0] ?? 0, GUARD)).toMatchObject({
      error: {
        message: message('clip-empty', { why: message('clip-disk', { folder: '/dev' }) }),
      },
    });
  });
});
