import { expect, it, onTestFinished } from 'vitest';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, play, startApp } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const STREAM = 'nvr1-ch1-sub';
const REDIALS = 3;
/** go2rtc tries a broken stream once a second. */
const SOME_RETRIES_MS = 3_500;

async function openSite() {
  const recorder = new SimulatedRecorder({ channels: 1, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  const app = await startApp({ secrets: new LockableSecretStore() });
  const { rtspPort, httpPort } = recorder;
  await app.nvrs.add(filledIn({ rtspPort, httpPort, password: PASSWORD, maxChannels: 1 }));
  await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  return { recorder, app };
}

it('come back by themselves while their viewer stays, but not endlessly: then for a new viewer only', async () => {
  const { recorder, app } = await openSite();
  const viewer = await play(app, STREAM);

  for (let redial = 1; redial <= REDIALS; redial += 1) {
    const [broken] = recorder.sessions();
    recorder.faults.resetConnections();
    await expect
      .poll(() => recorder.sessions().filter((session) => session !== broken), PATIENT)
      .toHaveLength(1);
  }
  recorder.faults.resetConnections();
  await expect.poll(() => recorder.sessions(), PATIENT).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, SOME_RETRIES_MS));
  expect(recorder.sessions()).toEqual([]);
  expect(await app.streams.feedOf(STREAM)).toBe('nothing');

  await viewer.close();
  const next = await play(app, STREAM);
  onTestFinished(() => next.close());
  expect(recorder.sessions()).toHaveLength(1);
});

it('are known to be fed or not, whatever go2rtc passes on of them', async () => {
  const { recorder, app } = await openSite();
  expect(await app.streams.feedOf(STREAM)).toBe('nothing');
  const viewer = await play(app, STREAM);
  onTestFinished(() => viewer.close());
  expect(await app.streams.feedOf(STREAM)).toBe('media');
  recorder.faults.freeze(1);
  await expect.poll(() => app.streams.feedOf(STREAM), PATIENT).toBe('pause');
  recorder.faults.unfreeze(1);
  await expect.poll(() => app.streams.feedOf(STREAM), PATIENT).toBe('media');
});
