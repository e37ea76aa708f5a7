import { setTimeout as delay } from 'node:timers/promises';
import { FunctionCalls } from '../../e2e/support/function-calls.ts';
import { expectFrames, expectMoving, showGrid } from '../../e2e/support/live.ts';
import { expect, test } from '../support/page-station.ts';

/** Long enough for reconnects whose pauses grow to have grown long. */
const GONE_MS = 20_000;
/** What is promised is 5 s; a busy machine may take twice that, and a minute's pause must not pass. */
const BACK_WITHIN_MS = 10_000;
/** A picture that was seen a moment ago counts as live. */
const KNOWN_AS_FROZEN_MS = 2_500;
/** What is wrong with the pictures after a silence shows within so many: three seconds of them. */
const SETTLED_FRAMES = 45;

test('a picture that keeps arriving without changing is greyed and says so', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 3);
  const stuck = wall.tile('Camera 02');
  expect(await wall.filterOf(stuck)).toBe('none');

  // Whether somebody is there draws the wall, too: let that not end now.
  await wall.page.mouse.move(1, 1);
  const wallDrawn = await FunctionCalls.watch(wall.page, 'data-numbers');
  recorder.faults.repeatFrame(2);
  await expect(stuck).toHaveAttribute('data-state', 'still');
  await expect(stuck).toContainText(/Picture stands still.*since \d\d:\d\d/);
  expect(await wall.filterOf(stuck)).toContain('grayscale');
  await expect(wall.inState('live')).toHaveCount(8);
  expect(await wallDrawn.sinceLastTime(), 'what one tile says must not draw the whole wall').toBe(
    0,
  );
  await wallDrawn.end();

  recorder.faults.stopRepeating(2);
  await expectMoving(wall, 9);
  expect(await wall.filterOf(stuck)).toBe('none');
});

test('a frozen source is greyed and says since when, also on a page that was kept; main is told of both', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 2);

  recorder.faults.freeze(2);
  const frozen = wall.tile('Camera 02');
  await expect(frozen).toHaveAttribute('data-state', 'stale');
  await expect(frozen).toContainText(/Frozen.*since \d\d:\d\d/);
  expect(await wall.filterOf(frozen)).toContain('grayscale');
  await expect(wall.inState('live')).toHaveCount(3);
  const shown = (): string[] => Object.keys(station.shownStreams()).sort();
  await expect.poll(() => station.shownStreams()).toMatchObject({ 'nvr1-ch2-main': 'stale' });
  expect(shown()).toEqual([1, 2, 3, 4].map((channel) => `nvr1-ch${channel}-main`));
  recorder.faults.unfreeze(2);
  await expectMoving(wall, 4);
  await expect.poll(() => station.shownStreams()).toMatchObject({ 'nvr1-ch2-main': 'live' });

  await wall.turn('Next');
  await expectMoving(wall, 4);
  await expect.poll(shown).toEqual([5, 6, 7, 8].map((channel) => `nvr1-ch${channel}-main`));
  recorder.faults.freeze(3);
  await delay(KNOWN_AS_FROZEN_MS);
  await wall.turn('Previous');
  const seen = await wall.watch(wall.tile('Camera 03'));
  await expect(wall.inState('live')).toHaveCount(3);
  expect((await seen()).states).not.toContain('live');
  recorder.faults.unfreeze(3);
  await expectMoving(wall, 4);
});

test('a picture with missing frames says so, and no more once it is whole', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 2);

  recorder.faults.loseFrames(2);
  const lossy = wall.tile('Camera 02');
  await expect(lossy).toHaveAttribute('data-state', 'damaged');
  await expect(lossy).toContainText('Picture damaged');
  expect(await wall.filterOf(lossy)).toBe('none');
  await expect(wall.inState('live')).toHaveCount(3);
  await expect(wall.summary).toHaveText('3 of 4 live');
  await expect(station.page.getByRole('status', { name: /1 damaged/ })).toBeVisible();

  recorder.faults.stopLosing(2);
  await expect(wall.inState('live')).toHaveCount(4);
  const seen = await wall.watchAll();
  await expectFrames(wall, SETTLED_FRAMES);
  expect((await seen()).states).toEqual(['live']);
});

test('a picture with lost packets says so and never goes dark', async ({ recorder, station }) => {
  const { wall } = station;
  await showGrid(station, recorder, 2);
  const sessions = { ...recorder.counters.perChannel[2] };

  recorder.faults.losePackets(0.03, 2);
  const lossy = wall.tile('Camera 02');
  await expect(lossy).toContainText('Picture damaged');
  const seen = await wall.watch(lossy);
  const whole = await wall.watch(wall.tile('Camera 01'));
  await expectFrames(wall, SETTLED_FRAMES);
  // What a busy machine does to a whole picture it may do to this one.
  const allowed = ['damaged', ...(await whole()).states];
  expect([...allowed, 'live']).toEqual(expect.arrayContaining((await seen()).states));
  expect(recorder.counters.perChannel[2]).toEqual(sessions);
});

test('a short silence ends with the present, over the same session', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 2);
  const sessions = { ...recorder.counters.perChannel[2] };

  const silent = wall.tile('Camera 02');
  recorder.faults.freeze(2);
  await expect(silent).toHaveAttribute('data-state', 'stale');
  // Before it ends, or a quick return would be missed.
  const seen = await wall.watch(silent);
  recorder.faults.unfreeze(2);
  await expect(wall.inState('live')).toHaveCount(4);
  await expectFrames(wall, SETTLED_FRAMES);
  expect((await seen()).states).toEqual(['stale', 'live']);
  expect(recorder.counters.perChannel[2]).toEqual(sessions);
});

test('a recorder that was gone for long is live soon after its return', async ({
  recorder,
  station,
}) => {
  const { wall } = station;
  await showGrid(station, recorder, 3);

  await recorder.stop();
  await expect(wall.inState('live')).toHaveCount(0);
  await expect(wall.tiles.first()).toContainText(/Frozen|Offline/);
  await expect(wall.summary).toHaveText('9 of 9 not live');
  await delay(GONE_MS);
  const first = wall.tiles.first();
  await expect(first).toContainText(/Offline.*since/);
  const since = await wall.since(first);
  await wall.turn('Next');
  await wall.turn('Previous');
  expect(await wall.since(wall.tiles.first())).toBe(since);

  await recorder.start();
  await expect(wall.inState('live')).toHaveCount(9, { timeout: BACK_WITHIN_MS });
  await expectMoving(wall, 9);
  expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
});
