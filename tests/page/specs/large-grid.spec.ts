import { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { expect, PASSWORD, test, USER } from '../support/page-station.ts';

const CHANNELS = 34;
const SESSION_BUDGET = 32;
const LARGEST_WALL = 64;
/** A busy machine may be late or pause; nothing else happens to a stream that is shown. */
const GOES_ON_BY_ITSELF = ['idle', 'connecting', 'live', 'late', 'damaged', 'stale'];

test.use({ formats: 'few-frames', channels: CHANNELS });

test('8x8 asks an NVR for no more than its streams, and says which cameras are not shown', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  await station.addNvr(recorder, { maxChannels: CHANNELS });
  await expect(wall.inState('live')).toHaveCount(16);
  await page.keyboard.press('Control+8');
  const left = wall.inState('left-out');
  await expect(left).toHaveCount(CHANNELS - SESSION_BUDGET);
  await expect(left.first()).toContainText('Not shown: limit of 32 streams');
  await expect(left.first()).toHaveAttribute('title', /Choose a smaller grid/);
  await expect(page.getByRole('status', { name: /2 not shown/ })).toBeVisible();
  await expect.poll(() => recorder.sessions().length).toBe(SESSION_BUDGET);
  await expect(wall.page.locator('[data-has-picture="true"]')).toHaveCount(SESSION_BUDGET);

  const hidden = wall.tile('Camera 34');
  await wall.doubleClick(hidden);
  await expect(hidden).toHaveAttribute('data-state', 'live');
  await page.keyboard.press('Escape');
  await expect(hidden).toHaveAttribute('data-state', 'left-out');
  await expect(wall.page.locator('[data-has-picture="true"]')).toHaveCount(SESSION_BUDGET);
  expect(recorder.counters.peakSessions).toBeLessThanOrEqual(SESSION_BUDGET);
});

test('64 cameras of two NVRs are all shown, and pages still turn', async ({ station }) => {
  const { wall } = station;
  const login = { user: USER, password: PASSWORD };
  const recorders = ['Warehouse', 'Gate'].map((deviceName) => ({
    deviceName,
    recorder: new SimulatedRecorder({
      ...{ ...login, deviceName, channels: SESSION_BUDGET, profile: 'few-frames' },
    }),
  }));
  await Promise.all(recorders.map(({ recorder }) => recorder.start()));
  try {
    for (const { deviceName, recorder } of recorders) {
      await station.addNvr(recorder, { name: deviceName, maxChannels: SESSION_BUDGET });
    }
    await wall.chooseGrid(8);
    await expect(wall.tiles).toHaveCount(LARGEST_WALL);
    const seen = await wall.watchAll();
    await expect.poll(async () => (await seen()).everLive).toBe(LARGEST_WALL);
    const { states } = await seen();
    expect(states.filter((state) => !GOES_ON_BY_ITSELF.includes(state))).toEqual([]);
    for (const { recorder } of recorders) {
      expect(recorder.counters.peakSessions).toBeLessThanOrEqual(SESSION_BUDGET);
    }

    await wall.chooseGrid(4);
    await expect(wall.tiles).toHaveCount(16);
    await wall.turn('Next');
    await expect(wall.position).toHaveText('2 / 4');
    await expect(wall.inState('live')).toHaveCount(16);
    await expect(wall.summary).toHaveText('16 live');
  } finally {
    await Promise.all(recorders.map(({ recorder }) => recorder.stop()));
  }
});
