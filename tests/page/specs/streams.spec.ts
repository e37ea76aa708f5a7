import { setTimeout as delay } from 'node:timers/promises';
import { SoundControl } from '../../e2e/pages/sound-control.ts';
import type { WallPage } from '../../e2e/pages/wall-page.ts';
import { expect, test } from '../support/page-station.ts';

test.use({ profile: 'every-format' });

/** The widest gap between two keyframes is 32 s, and a stream cannot be shown before one. */
const ALL_LIVE_WITHIN_MS = 60_000;
const WATCHED_FOR_MS = 12_000;
/** Its keyframes are 4 s and 32 s apart: the first that is seen and the next one fit into this. */
const RARE_KEYFRAMES = '08';
const RARE_WATCHED_FOR_MS = 6_000;
/** A busy machine may be a moment late or show nothing new for one; a stream goes on by itself, and does not connect anew. */
const ALLOWED_STATES = ['live', 'late', 'stale'];
/** One frame a second has half a second in hand, and a frame that is missing is not a freeze: nobody shall read that it were. */
const SLOW_CAMERAS = ['06', '16'];
const allowedStates = (camera: string): string[] =>
  ALLOWED_STATES.filter((state) => !SLOW_CAMERAS.includes(camera) || state !== 'stale');
const FORMATS: readonly (readonly [camera: string, sizes: readonly string[]])[] = [
  ['01', ['640x360']],
  ['02', ['640x360']],
  ['03', ['640x480']],
  ['04', ['480x640']],
  ['05', ['352x288', '640x360']],
  ['06', ['640x360']],
  ['07', ['640x360']],
  ['08', ['640x360']],
  ['09', ['640x360']],
  ['11', ['640x360']],
  ['12', ['640x360']],
  ['13', ['640x360']],
  // Encoded with 704 columns of pixels that are wider than high.
  ['14', ['1024x576']],
  // Fields, of which rows are cropped.
  ['15', ['640x360']],
  ['16', ['640x360']],
];

test('every format is live, in its own shape and at its own pace', async ({
  recorder,
  station,
}) => {
  test.setTimeout(180_000);
  const { wall } = station;
  await station.addNvr(recorder);
  // The others are watched while its keyframe is waited for.
  const isRare = ([camera]: (typeof FORMATS)[number]) => camera === RARE_KEYFRAMES;
  await expectGoodPictures(
    wall,
    FORMATS.filter((format) => !isRare(format)),
    WATCHED_FOR_MS,
  );
  await expectGoodPictures(wall, FORMATS.filter(isRare), RARE_WATCHED_FOR_MS);

  await expect(wall.inState('live')).toHaveCount(15);
  await expect(wall.tile('Camera 16')).toContainText('1 frame every 2 s');
  expect(recorder.sessions().filter(({ channel }) => channel === 16)).toHaveLength(1);
  expect(recorder.counters.audioSetups).toBe(0);
});

/** Waits until the cameras are live, and holds what they show from then on against what they send. */
async function expectGoodPictures(
  wall: WallPage,
  formats: typeof FORMATS,
  forMs: number,
): Promise<void> {
  for (const [camera] of formats) {
    const tile = wall.tile(`Camera ${camera}`);
    await expect(tile).toHaveAttribute('data-state', 'live', { timeout: ALL_LIVE_WITHIN_MS });
  }
  const watched = await Promise.all(
    formats.map(async ([camera, sizes]) => {
      const tile = wall.tile(`Camera ${camera}`);
      return { camera, sizes, tile, seen: await wall.watch(tile), before: await wall.moment(tile) };
    }),
  );
  await delay(forMs);
  for (const { camera, sizes, tile, seen, before } of watched) {
    const { states, sizes: sizesSeen } = await seen();
    const allowed = allowedStates(camera);
    expect(
      states.filter((state) => !allowed.includes(state)),
      camera,
    ).toEqual([]);
    await expect(tile).toHaveAttribute('data-state', 'live');
    expect([...new Set(sizesSeen)].sort(), camera).toEqual(sizes);
    const now = await wall.moment(tile);
    const pace = (now.mediaS - before.mediaS) / (now.atS - before.atS);
    expect(pace, `${camera}: media time against time`).toBeGreaterThan(0.8);
    expect(pace, `${camera}: media time against time`).toBeLessThan(1.2);
  }
}

test('H.265 that cannot be decoded: the sub stream is shown, or the setting to change is named', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  await station.addNvr(recorder);
  await expect(wall.tile('Camera 10')).toContainText('H.265 not supported here');
  await expect(wall.tile('Camera 10')).toContainText(/to H\.264 .*Configuration > Video\/Audio/);

  const camera = wall.tile('Camera 09');
  await expect(camera).toHaveAttribute('data-state', 'live');
  await wall.doubleClick(camera);
  await expect(camera).toContainText('Main: H.265 not supported here, showing sub');
  await expect(camera).toHaveAttribute('data-state', 'live');
  await page.keyboard.press('Escape');
  await expect(camera).not.toContainText('not supported');
});

const HEARD = [
  ['11', 'AAC'],
  ['12', 'G.711 µ-law'],
  ['13', 'G.711 A-law'],
] as const;

test('sound is heard in fullscreen once somebody asks, and costs nothing before', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  const sound = new SoundControl(page);
  await station.addNvr(recorder);
  await expect(wall.tile('Camera 11')).toHaveAttribute('data-state', 'live');
  await expect(sound.group).toHaveCount(0);

  for (const [camera, codec] of HEARD) {
    await test.step(codec, async () => {
      const tile = wall.tile(`Camera ${camera}`);
      const { audioSetups } = recorder.counters;
      await expect(tile).toHaveAttribute('data-state', 'live');
      await wall.doubleClick(tile);
      await expect(tile).toHaveAttribute('data-quality', 'main');
      await expect(sound.button).toHaveAttribute('aria-pressed', 'false');
      expect(recorder.counters.audioSetups).toBe(audioSetups);

      const heard = await sound.listen();
      const seen = await wall.watch(tile);
      await page.keyboard.press('m');
      await expect.poll(async () => (await heard()).decodedBytes).toBeGreaterThan(0);
      expect(recorder.counters.audioSetups).toBe(audioSetups + 1);
      await sound.volume.focus();
      await page.keyboard.press('End');
      await expect.poll(async () => (await heard()).volume).toBe(1);
      await page.keyboard.press('Home');
      await expect.poll(async () => (await heard()).volume).toBe(0);
      expect((await seen()).states).toEqual(['live']);

      await page.keyboard.press('Escape');
      await expect(sound.group).toHaveCount(0);
    });
  }
  await wall.doubleClick(wall.tile('Camera 13'));
  await expect(sound.button).toHaveAttribute('aria-pressed', 'false');
  // As a hand does: at rest, the controls are gone and take no click.
  await page.mouse.move(300, 300);
  await sound.button.click();
  await expect(sound.volume).toHaveValue('0');
});

test('a camera without sound offers none, and one whose sound cannot be heard says why', async ({
  recorder,
  station,
}) => {
  const { wall, page } = station;
  await station.addNvr(recorder);
  const tile = wall.tile('Camera 01');
  await expect(tile).toHaveAttribute('data-state', 'live');
  await wall.doubleClick(tile);
  await expect(tile).toHaveAttribute('data-quality', 'main');
  await delay(3000);
  await page.keyboard.press('m');
  const sound = new SoundControl(page);
  await expect(sound.group).toHaveCount(0);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await wall.doubleClick(wall.tile('Camera 14'));
  await sound.button.click();
  await expect(sound.group).toContainText('G.726 sound cannot be played here. Choose AAC or G.711');
  expect(recorder.counters.audioSetups).toBe(0);
});
