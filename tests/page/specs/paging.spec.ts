import { setTimeout as delay } from 'node:timers/promises';
import { expectMoving, showGrid } from '../../e2e/support/live.ts';
import { expect, test } from '../support/page-station.ts';

/** As fast as a finger on the arrow key. */
const TURN_PAUSE_MS = 250;
const SESSION_BUDGET = 32;
/** What was connected ahead is let go half a minute after the last key. */
const UNWATCHED = { timeout: 60_000 };
const FIRST_PAGE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SECOND_PAGE = [10, 11, 12, 13, 14, 15, 16];

test.use({ formats: null });

test.describe('with a keyframe every four seconds', () => {
  test.use({ formats: 'slow-start' });

  test('turning back costs no session and is quicker than a page that was not there', async ({
    recorder,
    station,
  }) => {
    const { wall } = station;
    await station.addNvr(recorder);
    await wall.chooseGrid(3);
    await expectMoving(wall, 9);

    await wall.chooseInViewMenu('Keep pages connected');
    const coldMs = await wall.timeTurn('Next', 7);
    await wall.chooseInViewMenu('Keep pages connected');
    await wall.timeTurn('Previous', 9);
    const before = SECOND_PAGE.map((channel) => ({ ...recorder.counters.perChannel[channel] }));
    const keptMs = await wall.timeTurn('Next', 7);

    expect(keptMs).toBeLessThan(coldMs);
    const after = SECOND_PAGE.map((channel) => ({ ...recorder.counters.perChannel[channel] }));
    expect(after).toEqual(before);
    await expectMoving(wall, 7);
  });
});

test('the next page is connected ahead; twenty turns in five seconds leave only what is seen', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  const { page } = station;
  await showGrid(station, recorder, 2);
  const channels = (): number[] =>
    recorder
      .sessions()
      .filter(({ stream }) => stream === 'main')
      .map(({ channel }) => channel)
      .sort((a, b) => a - b);
  await wall.turn('Next');
  await expect.poll(channels).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const { sessionsOpened } = recorder.counters;

  for (let turn = 0; turn < 20; turn += 1) {
    await page.keyboard.press(turn % 5 === 4 ? 'PageUp' : 'PageDown');
    await delay(TURN_PAUSE_MS);
  }

  await expectMoving(wall, 4);
  expect(recorder.counters.peakSessions).toBeLessThanOrEqual(SESSION_BUDGET);
  // Each of the twenty pages would have been four.
  expect(recorder.counters.sessionsOpened - sessionsOpened).toBeLessThan(40);
  await expect(wall.position).toHaveText('2 / 4');
  await expect.poll(channels, UNWATCHED).toEqual([5, 6, 7, 8]);
  expect(recorder.sessions()).toHaveLength(4);
  await expect(page.locator('video')).toHaveCount(4);
  await expectMoving(wall, 4);
});

test('fullscreen keeps the picture until the main stream, connected ahead, has one; going back costs nothing', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  await showGrid(station, recorder, 3);
  const mainSessions = (): number[] =>
    recorder
      .sessions()
      .filter(({ stream }) => stream === 'main')
      .map(({ channel }) => channel);
  const opened = (channel: number): unknown => ({ ...recorder.counters.perChannel[channel] });

  const camera = wall.tile('Camera 05');
  const seen = await wall.watch(camera);
  await camera.hover();
  await expect.poll(mainSessions).toEqual([5]);
  const openedBefore = opened(5);
  await wall.doubleClick(camera);
  await expect(camera).toHaveAttribute('data-quality', 'main');
  expect((await seen()).sizes).toEqual(['640x360', '1280x720']);
  expect(opened(5)).toEqual(openedBefore);

  const before = FIRST_PAGE.map(opened);
  await page.keyboard.press('Escape');
  await expectMoving(wall, 9);
  // A busy machine may be late.
  expect((await seen()).states.filter((state) => state !== 'live' && state !== 'late')).toEqual([]);
  expect(FIRST_PAGE.map(opened)).toEqual(before);
});
