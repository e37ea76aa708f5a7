import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import type { WallPage } from '../pages/wall-page.ts';
import { expect } from '@playwright/test';

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

/** Waits until some tile has shown so many more pictures, however long a busy machine takes for them. */
export async function expectFrames(wall: WallPage, frames: number): Promise<void> {
  const before = await wall.shownFrames();
  await expect
    .poll(async () => {
      const now = await wall.shownFrames();
      return Math.max(...now.map((count, index) => count - (before[index] ?? 0)));
    }, 'new frames on some tile')
    .toBeGreaterThanOrEqual(frames);
}

/** Adds the recorder, and waits until every tile of a grid of `side` by `side` moves. */
export async function showGrid(
  { addNvr, wall }: { addNvr: (recorder: SimulatedRecorder) => Promise<void>; wall: WallPage },
  recorder: SimulatedRecorder,
  side: number,
): Promise<void> {
  await addNvr(recorder);
  await wall.chooseGrid(side);
  await expectMoving(wall, side * side);
}
