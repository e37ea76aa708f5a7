import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, play, startApp } from '../support/app-under-test.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { CODECS, openPlayback } from '../support/first-frame.ts';
import { PATIENT } from '../support/patience.ts';

const CAMERAS = 40;
const TILES = 8;
/** Two of them, 401 first, are longer than a dial waits for a session of its recorder. */
const ANSWERS_AFTER_MS = 4_000;
/** Faster than any camera here, slower than what counts as leafing. */
const SEEN_FOR_MS = 300;
const PASSWORD = 'secret-1';

const pages = Array.from({ length: CAMERAS / TILES }, (_, page) =>
  Array.from({ length: TILES }, (__, tile) => `nvr1-ch${page * TILES + tile + 1}-sub`),
);

it('pages of slow cameras that were turned keep no session from the page that is seen', async () => {
  // Forty usual cameras would first have to be encoded.
  const recorder = new SimulatedRecorder({
    ...{ profile: 'few-frames', channels: CAMERAS, user: 'admin', password: PASSWORD },
  });
  onTestFinished(() => recorder.stop());
  await recorder.start();
  const app = await startApp({ secrets: new MemorySecretStore() });
  const { rtspPort, httpPort } = recorder;
  await app.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: CAMERAS }));
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  const failures: string[] = [];
  app.streams.news.on(({ news }) => news.kind === 'failed' && failures.push(news.cause));
  const budget = app.recorders.get(1)?.streams.budget;

  recorder.faults.slowDownRtsp(ANSWERS_AFTER_MS);
  for (const page of pages.slice(0, -1)) {
    const sockets = await Promise.all(
      page.map(async (stream) => {
        expect(await app.streams.open(stream, AT_DESK)).toBe(true);
        const socket = openPlayback(app.client(), stream);
        socket.onopen = () => socket.send(JSON.stringify({ type: 'mse', value: CODECS }));
        return socket;
      }),
    );
    await expect.poll(() => budget?.used, PATIENT).toBe(TILES);
    await delay(SEEN_FOR_MS);
    for (const socket of sockets) socket.close();
    app.streams.leave(AT_DESK.viewer, page);
    await expect.poll(() => budget?.used, PATIENT).toBe(0);
  }
  recorder.faults.slowDownRtsp(0);
  const last = await Promise.all(pages.at(-1)?.map((stream) => play(app, stream)) ?? []);
  onTestFinished(async () => {
    await Promise.all(last.map(({ close }) => close()));
  });

  expect(last).toHaveLength(TILES);
  expect(recorder.sessions()).toHaveLength(TILES);
  expect(recorder.counters.peakSessions).toBeLessThan(SESSIONS_PER_RECORDER);
  expect(failures).toEqual([]);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});
