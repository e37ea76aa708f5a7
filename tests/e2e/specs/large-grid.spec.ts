import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { entriesFor } from '../pages/add-nvr-form.ts';
import { test as base, expect, PASSWORD, USER } from '../support/station.ts';

const CHANNELS = 34;
const SESSION_BUDGET = 32;

const test = base.extend<{ recorder: SimulatedRecorder }>({
  recorder: async ({}, use) => {
    const recorder = new SimulatedRecorder({ channels: CHANNELS, user: USER, password: PASSWORD });
    await recorder.start();
    await use(recorder);
    await recorder.stop();
  },
});

test('8x8 asks an NVR for no more than its streams, and says which cameras are not shown', async ({
  recorder,
  station,
}) => {
  const { wall, app } = station;
  const channels = { 'Max channels': String(CHANNELS) };
  await station.addNvrForm.add({ ...entriesFor(recorder, PASSWORD), ...channels });
  await expect(wall.inState('live')).toHaveCount(16);
  await app.page.keyboard.press('8');
  const left = wall.inState('left-out');
  await expect(left).toHaveCount(CHANNELS - SESSION_BUDGET);
  await expect(left.first()).toContainText('Not shown: limit of 32 streams');
  await expect(left.first()).toHaveAttribute('title', /Choose a smaller grid/);
  await expect.poll(() => recorder.sessions().length).toBe(SESSION_BUDGET);
  await expect(wall.page.locator('[data-has-picture="true"]')).toHaveCount(SESSION_BUDGET);

  const hidden = wall.tile('Camera 34');
  await hidden.click();
  await expect(hidden).toHaveAttribute('data-state', 'live');
  await app.page.keyboard.press('Escape');
  await expect(hidden).toHaveAttribute('data-state', 'left-out');
  await expect(wall.page.locator('[data-has-picture="true"]')).toHaveCount(SESSION_BUDGET);
  expect(recorder.counters.peakSessions).toBeLessThanOrEqual(SESSION_BUDGET);
});
