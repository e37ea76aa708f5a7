import { describe, expect, it, onTestFinished } from 'vitest';
import { filledIn, loginOf, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import {
  RecordingPage,
  timeCodesOf,
  type ReceivedPicture,
} from '../support/recording-under-test.ts';
import { CLIP_SECONDS, FRAME_RATE } from '../simulated-recorder/media/encodings.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const MINUTE_MS = 60_000;
const LOOP = FRAME_RATE * CLIP_SECONDS;
/** Of the clips whose pictures tell which they are. */
const KEYFRAME_MS = 4_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A question a moment, so that the recorder's clock is known soon. */
const QUICK = { gapMs: 50, spreadMs: 1, timeMs: 50, dailyMs: 50, untoldMs: 50 };

/** Two cameras whose pictures tell which they are, or five of the usual ones. */
async function recorderOf(channels: 2 | 5): Promise<SimulatedRecorder> {
  const clips = channels === 2 ? 'time-code' : 'test';
  const recorder = new SimulatedRecorder({ channels, clips, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

/** With the recorder's cameras, and its clock known. */
async function station(recorder: SimulatedRecorder): Promise<AppUnderTest> {
  const app = await startApp({ secrets: new LockableSecretStore(), healthTimes: QUICK });
  const { rtspPort, httpPort } = recorder;
  await app.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: 5 }));
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  await expect.poll(() => app.health.recordingClockOf(1), PATIENT).not.toBeNull();
  return app;
}

async function openAt(app: AppUnderTest, cameraId: number, atMs: number): Promise<RecordingPage> {
  const opened = await app.recorded.open({ cameraId, atMs }, { ...AT_DESK, permission: 'review' });
  if (opened.state !== 'open') throw new Error(opened.state);
  const page = new RecordingPage(opened.url);
  await page.command({ kind: 'play', atMs });
  return page;
}

/** The frames that the pictures ought to be, by the moments that were told with them. */
function framesThen(pictures: readonly ReceivedPicture[]): number[] {
  return pictures.map(({ atMs }) => Math.floor((atMs * FRAME_RATE) / 1000 + 0.02) % LOOP);
}

describe('a recording', () => {
  it('plays from the moment that is asked for, from others in the same session, and stands still', async () => {
    const recorder = await recorderOf(2);
    const app = await station(recorder);
    const atMs = Date.now() - 10 * MINUTE_MS;
    const page = await openAt(app, 2, atMs);
    await page.untilPictures(20);
    const [first] = page.pictures;
    expect(first?.isKeyframe).toBe(true);
    expect(first?.atMs).toBeLessThanOrEqual(atMs);
    expect(first?.atMs).toBeGreaterThan(atMs - KEYFRAME_MS - 1_000);
    const shown = page.pictures.slice(0, 20);
    const codes = timeCodesOf(shown, { width: 1280, height: 720 });
    expect(codes.map((code) => code?.channel)).toEqual(shown.map(() => 2));
    expect(codes.map((code) => code?.frame)).toEqual(framesThen(shown));

    await page.command({ kind: 'play', atMs: atMs - HOUR_MS });
    await expect.poll(() => page.news.length, PATIENT).toBe(2);
    await page.untilPictures(5);
    expect(Math.abs((page.pictures[0]?.atMs ?? 0) - (atMs - HOUR_MS))).toBeLessThan(
      KEYFRAME_MS + 1_000,
    );
    await page.command({ kind: 'halt' });
    await page.until('halted');
    expect(recorder.recordings.opened).toBe(1);

    page.close();
    await expect.poll(() => recorder.recordings.playing.size, PATIENT).toBe(0);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('goes on behind a gap with the right time, and is over where the present begins', async () => {
    const recorder = await recorderOf(2);
    const app = await station(recorder);
    const atMs = Date.now() - HOUR_MS;
    recorder.recordings.gaps.push({ channel: 1, fromMs: atMs, toMs: atMs + 20 * MINUTE_MS });
    const page = await openAt(app, 1, atMs);
    await page.untilPictures(3);
    await expect
      .poll(() => page.pictures.at(-1)?.atMs, PATIENT)
      .toBeGreaterThanOrEqual(atMs + 20 * MINUTE_MS);
    await page.command({ kind: 'play', atMs: Date.now() + MINUTE_MS });
    await page.until('ended');
  });
});

describe('a recorder', () => {
  it.each(['local', 'utc'] as const)(
    'whose clock is wrong, and whose recordings are told in its %s time, plays what was asked for',
    async (reading) => {
      const recorder = await recorderOf(2);
      Object.assign(recorder.health.clock, {
        ...{ offsetMinutes: 120, timeZone: 'CST-2:00:00', aheadMs: 7 * MINUTE_MS },
        recordings: reading,
      });
      const app = await station(recorder);
      const atMs = Date.now() - 30 * MINUTE_MS;
      const page = await openAt(app, 1, atMs);
      await page.untilPictures(5);
      // Its clock is known to a second, and the keyframe before comes first.
      const firstMs = page.pictures[0]?.atMs ?? 0;
      expect(firstMs).toBeLessThanOrEqual(atMs + 1_000);
      expect(firstMs).toBeGreaterThan(atMs - KEYFRAME_MS - 2_000);
      const shown = page.pictures.slice(0, 5).map((picture) => ({
        ...picture,
        atMs: picture.atMs + 7 * MINUTE_MS,
      }));
      const [code] = timeCodesOf(shown, { width: 1280, height: 720 });
      const [frame = 0] = framesThen(shown);
      const apart = Math.abs((code?.frame ?? NaN) - frame);
      expect(Math.min(apart, LOOP - apart)).toBeLessThanOrEqual(FRAME_RATE);
    },
  );

  it('plays four at once; the fifth is told, and has its turn when one has gone', async () => {
    const app = await station(await recorderOf(5));
    const atMs = Date.now() - HOUR_MS;
    const pages = await Promise.all([1, 2, 3, 4].map((id) => openAt(app, id, atMs)));
    for (const page of pages) await page.untilPictures(1);
    const fifth = await openAt(app, 5, atMs);
    await fifth.until('failed');
    expect(fifth.news.at(-1)).toMatchObject({ cause: 'sessions-used' });
    pages[0]?.close();
    const again = await openAt(app, 5, atMs);
    await again.untilPictures(1);
  });

  it('that plays fewer says so itself', async () => {
    const recorder = await recorderOf(5);
    recorder.recordings.limit = 1;
    const app = await station(recorder);
    const first = await openAt(app, 1, Date.now() - HOUR_MS);
    await first.untilPictures(1);
    const second = await openAt(app, 2, Date.now() - HOUR_MS);
    await second.until('failed');
    expect(second.news.at(-1)).toMatchObject({ cause: 'session-limit', status: 453 });
  });
});

describe('an address', () => {
  it('is good once, and no longer than its window and its login', async () => {
    const app = await station(await recorderOf(5));
    const atMs = Date.now() - HOUR_MS;
    const page = await openAt(app, 1, atMs);
    await page.untilPictures(1);
    app.recorded.forgetViewer(AT_DESK.viewer);
    await expect.poll(() => page.isClosed, PATIENT).toBe(true);

    const [nvr] = await app.nvrs.listNvrs();
    const other = await openAt(app, 1, atMs);
    await other.untilPictures(1);
    await app.nvrs.setPassword(nvr?.id ?? 0, 'another one');
    await expect.poll(() => other.isClosed, PATIENT).toBe(true);
    expect((await app.recorded.open({ cameraId: 1, atMs }, AT_DESK)).state).toBe('not-connected');
    expect((await app.recorded.open({ cameraId: 99, atMs }, AT_DESK)).state).toBe('no-recordings');
  });
});

describe('what was recorded when', () => {
  it.each(['local', 'utc'] as const)(
    'is told with its gaps, and searched once, by a recorder that writes %s times',
    async (reading) => {
      const recorder = await recorderOf(2);
      Object.assign(recorder.health.clock, {
        ...{ offsetMinutes: 120, timeZone: 'CST-2:00:00', recordings: reading },
      });
      const app = await station(recorder);
      const toMs = Date.now() - HOUR_MS;
      const fromMs = toMs - 5 * HOUR_MS;
      const gap = { channel: 1, fromMs: toMs - 2 * HOUR_MS, toMs: toMs - HOUR_MS };
      recorder.recordings.gaps.push(gap);
      const spans = await app.recorded.spans({ cameraId: 1, fromMs, toMs });
      expect(spans).toHaveLength(2);
      const [before, after] = spans ?? [];
      for (const [told, real] of [
        [before?.toMs, gap.fromMs],
        [after?.fromMs, gap.toMs],
      ] as const) {
        expect(Math.abs((told ?? 0) - real)).toBeLessThan(2_000);
      }
      // Kept: it need not be asked again.
      recorder.search.forbidden.add(1);
      expect(await app.recorded.spans({ cameraId: 1, fromMs: fromMs + 1, toMs })).toHaveLength(2);
    },
  );

  it('is unknown where the recorder does not tell, and no gap', async () => {
    const recorder = await recorderOf(2);
    const app = await station(recorder);
    const toMs = Date.now();
    recorder.search.forbidden.add(1);
    const span = { cameraId: 1, fromMs: toMs - HOUR_MS, toMs };
    expect(await app.recorded.spans(span)).toBeNull();
    expect(await app.recorded.spans({ ...span, cameraId: 99 })).toBeNull();
  });
});
