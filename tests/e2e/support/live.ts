import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { entriesFor } from '../pages/add-nvr-form.ts';
import type { WallPage } from '../pages/wall-page.ts';
import { expect, PASSWORD, type Station } from './station.ts';

/** How many frames each tile must show beyond what it had, to count as moving. */
const MOVING_FRAMES = 5;

/** Waits until this many tiles are live and each has really shown new, different pictures since. */
export async function expectMoving(wall: WallPage, tiles: number): Promise<void> {
  await expect(wall.inState('live')).toHaveCount(tiles);
  const framesBefore = await wall.shownFrames();
  const pixelsBefore = await wall.pixels();
  await expect
    .poll(async () => {
      const frames = await wall.shownFrames();
      const pixels = await wall.pixels();
      return frames.filter(
        (count, index) =>
          count >= (framesBefore[index] ?? 0) + MOVING_FRAMES &&
          pixels[index] !== pixelsBefore[index],
      ).length;
    }, 'tiles with new frames and changed pixels')
    .toBe(tiles);
}

/** Adds the recorder, and waits until every tile of a grid of `side` by `side` moves. */
export async function showGrid(
  { addNvrForm, wall }: Station,
  recorder: SimulatedRecorder,
  side: number,
): Promise<void> {
  await addNvrForm.add(entriesFor(recorder, PASSWORD));
  await wall.chooseGrid(side);
  await expectMoving(wall, side * side);
}
