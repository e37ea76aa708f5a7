import { frontCar, sideCar, walker } from './actors.ts';
import type { Rgb } from './canvas.ts';
import { GroundPlane } from './perspective.ts';
import { pick, type Scene } from './scene.ts';
import { add, bell, clouds, gridLine, mix, ramp, scale, scatter } from './shading.ts';
import { glow, paint, stroke } from './shapes.ts';

const ground = new GroundPlane(0.1, 0.52);
const BAY_WIDTH = 0.36;
const FAR_ROW_DEPTH = 2.15;
const NEAR_ROW_DEPTH = 0.86;
const LAMP_DEPTH = 2.75;
const CAR_SIZE = 0.3;
const PARKED_PART = 0.62;
const LAMPS: readonly [Rgb, ...Rgb[]] = [
  [1, 0.74, 0.44],
  [0.78, 0.88, 1],
  [1, 0.86, 0.66],
];
const PAINTWORK: readonly [Rgb, ...Rgb[]] = [
  [0.08, 0.105, 0.15],
  [0.21, 0.21, 0.22],
  [0.17, 0.055, 0.05],
  [0.07, 0.075, 0.085],
  [0.14, 0.155, 0.13],
];

/** A car park at night under two lamps; a car drives through and somebody walks home. */
export const carPark: Scene = {
  ground({ seed, variant }) {
    const lamp = pick(LAMPS, variant);
    return (x, y) => {
      if (y < ground.horizon) return sky(x, y, seed, lamp);
      const depth = ground.depthAt(y);
      const across = x * depth;
      const light =
        1.1 * bell(Math.hypot(across + 1.1, (depth - 1.7) * 1.1), 0.85) +
        bell(Math.hypot(across - 1.2, (depth - 1.5) * 1.1), 0.75);
      const grain =
        0.8 +
        0.35 * clouds(across * 34, depth * 46, seed) +
        0.2 * clouds(across * 5, depth * 6, seed);
      const fog = ramp(1.8, 5.5, depth) * 0.05;
      const asphalt = scale(
        mix([0.055, 0.065, 0.085], scale(lamp, 0.24), Math.min(1, light)),
        grain,
      );
      return add(add(asphalt, lamp, fog), lamp, markings(across, depth) * (0.08 + 0.26 * light));
    };
  },
  furnish(canvas, { seed, variant }) {
    const lamp = pick(LAMPS, variant);
    for (const across of [-1.5, 1.6]) {
      const { x, y, size } = ground.place(across, LAMP_DEPTH, 1);
      paint(canvas, { x, y, size }, stroke(0, 0, 0, -0.5, 0.012), [0.09, 0.1, 0.11]);
      glow(canvas, { x, y: y - 0.5 * size, size: 0.03 }, [1, 1, 1], 1.4);
      glow(canvas, { x, y: y - 0.5 * size, size: 0.2 }, lamp, 0.4);
    }
    for (const [row, depth] of [FAR_ROW_DEPTH, NEAR_ROW_DEPTH].entries()) {
      for (let bay = -6; bay < 6; bay += 1) {
        if (scatter(bay, row, seed) > PARKED_PART) continue;
        const paintwork = pick(PAINTWORK, Math.floor(scatter(bay, row + 5, seed) * 97));
        frontCar(canvas, ground.place((bay + 0.5) * BAY_WIDTH, depth, CAR_SIZE), paintwork);
      }
    }
  },
  move(canvas, moment) {
    const drive = ramp(-0.1, 1.1, moment);
    const car = ground.place(2.9 - 5.8 * drive, 1.56, 0.74);
    const walk = (moment + 0.4) % 1;
    sideCar(canvas, car, -1, [0.24, 0.25, 0.28]);
    walker(
      canvas,
      ground.place(-1.1 + 2.2 * walk, 0.7, 0.29),
      walk * 12,
      [0.1, 0.12, 0.17],
      [0.24, 0.19, 0.16],
    );
  },
};

/** The bays of both rows, and the arrow-less lane between them. */
function markings(across: number, depth: number): number {
  const inFarRow = ramp(2.34, 2.3, depth) * ramp(1.78, 1.82, depth);
  const inNearRow = ramp(1.08, 1.06, depth) * ramp(0.74, 0.76, depth);
  const side = gridLine(across / BAY_WIDTH, 0.05) * Math.max(inFarRow, inNearRow);
  const kerb = ramp(0.03, 0.015, Math.abs(depth - 2.36));
  return Math.max(side, kerb * 0.7);
}

function sky(x: number, y: number, seed: number, lamp: Rgb): Rgb {
  const trees =
    ground.horizon - 0.02 - 0.05 * clouds(x * 9, 1, seed) - 0.02 * clouds(x * 50, 5, seed);
  if (y < trees) return mix([0.03, 0.04, 0.075], [0.1, 0.09, 0.11], y / ground.horizon);
  const leaves = 0.025 + 0.025 * clouds(x * 70, y * 70, seed);
  return add([leaves * 0.7, leaves, leaves * 0.8], lamp, 0.03 * ramp(trees, ground.horizon, y));
}
