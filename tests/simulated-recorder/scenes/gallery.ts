import { Canvas } from './canvas.ts';
import { carPark } from './car-park.ts';
import { corridor } from './corridor.ts';
import type { Look, Scene } from './scene.ts';
import { ramp, scatter } from './shading.ts';
import { fence } from './fence.ts';
import { quay } from './quay.ts';
import { street } from './street.ts';
import { warehouse } from './warehouse.ts';

/** The order in which channels take scenes; neighbours on a wall should differ. */
const SCENES: readonly Scene[] = [carPark, corridor, street, fence, warehouse, quay];

const DITHER = 0.012;
const SEED_STEP = 7919;

/** Yields the pictures of one channel's loop, one by one. */
export function* paintLoop(
  channel: number,
  size: { widthPx: number; heightPx: number },
  frameCount: number,
): Generator<Canvas> {
  const scene = SCENES[(channel - 1) % SCENES.length];
  if (scene === undefined) return;
  const look: Look = {
    seed: channel * SEED_STEP,
    variant: Math.floor((channel - 1) / SCENES.length),
  };
  const background = new Canvas(size.widthPx, size.heightPx, look.variant % 2 === 1);
  const ground = scene.ground(look);
  background.fill((x, y) => {
    const corner = 1 - 0.34 * ramp(0.5, 1.15, Math.hypot(x * 0.9, y - 0.5));
    const dither = (scatter(x * 3000, y * 3000, channel) - 0.5) * DITHER;
    const [red, green, blue] = ground(x, y);
    return [red * corner + dither, green * corner + dither, blue * corner + dither];
  });
  scene.furnish(background, look);
  const offset = scatter(channel, 0, SEED_STEP);
  for (let frame = 0; frame < frameCount; frame += 1) {
    const canvas = background.copy();
    scene.move(canvas, (frame / frameCount + offset) % 1, look);
    yield canvas;
  }
}
