import { boat } from './actors.ts';
import type { Canvas, Rgb } from './canvas.ts';
import { pick, type Look, type Scene } from './scene.ts';
import { add, bell, clouds, gridLine, mix, ramp, scale, scatter } from './shading.ts';
import { block, glow, paint, stroke } from './shapes.ts';

const SHORE = 0.36;
const QUAY = 0.82;
const LIGHTS = 26;
const GLINTS = 60;
const SKIES: readonly [readonly [Rgb, Rgb], ...(readonly [Rgb, Rgb])[]] = [
  [
    [0.1, 0.16, 0.3],
    [0.62, 0.45, 0.38],
  ],
  [
    [0.12, 0.2, 0.26],
    [0.4, 0.52, 0.55],
  ],
  [
    [0.14, 0.12, 0.25],
    [0.55, 0.36, 0.45],
  ],
];

/** A quay after sunset with the lights of the other shore; a boat comes by. */
export const quay: Scene = {
  ground({ seed, variant }) {
    const [high, low] = pick(SKIES, variant);
    const sky = (x: number, y: number) => {
      const bank = clouds(x * 2.2, y * 11, seed) * clouds(x * 5, y * 23, seed);
      return add(mix(high, low, ramp(0, SHORE, y)), low, 0.22 * bank);
    };
    return (x, y) => {
      const hills =
        SHORE - 0.03 - 0.06 * clouds(x * 1.6, 3, seed) - 0.012 * clouds(x * 18, 7, seed);
      if (y < hills) return sky(x, y);
      if (y < SHORE) return scale(mix(high, low, 0.25), 0.42 + 0.1 * clouds(x * 40, y * 80, seed));
      return y < QUAY
        ? water(x, y, sky(x, SHORE * (1 - (y - SHORE) * 1.6)), seed)
        : planks(x, y, seed);
    };
  },
  furnish(canvas, { seed }) {
    shoreLights(canvas, seed);
    const at = { x: 0, y: 0, size: 1 };
    paint(canvas, at, stroke(-0.9, QUAY, 0.9, QUAY, 0.007), [0.07, 0.07, 0.08]);
    for (let x = -0.75; x < 0.9; x += 0.5) {
      paint(
        canvas,
        { x, y: QUAY, size: 1 },
        block(0, -0.025, 0.024, 0.036, 0.01),
        [0.06, 0.06, 0.07],
      );
      paint(
        canvas,
        { x, y: QUAY, size: 1 },
        block(0, -0.06, 0.034, 0.011, 0.008),
        [0.12, 0.12, 0.13],
      );
    }
  },
  move(canvas, moment, look) {
    glints(canvas, moment, look);
    const bob = 0.004 * Math.sin(moment * 2 * Math.PI * 5);
    boat(canvas, { x: 1.35 - 2.7 * moment, y: 0.56 + bob, size: 0.4 });
  },
};

function water(x: number, y: number, mirrored: Rgb, seed: number): Rgb {
  const near = (y - SHORE) / (QUAY - SHORE);
  const step = 1 / (0.012 + 0.1 * near);
  const waves = clouds(x * step * 0.35, y * step * 3.2, seed) - 0.5;
  const ripples = clouds(x * step, y * step * 7, seed + 2) - 0.5;
  return scale(mirrored, 0.66 - 0.28 * near + 0.26 * waves + 0.16 * ripples);
}

function planks(x: number, y: number, seed: number): Rgb {
  const along = x / (0.55 + (y - QUAY) * 1.6);
  const joints = gridLine(along * 13, 0.05);
  const grain = clouds(along * 90, y * 12, seed) * 0.3 + scatter(along * 13, 0, seed) * 0.3;
  return scale([0.2, 0.17, 0.15], (0.6 + grain) * (1 - 0.6 * joints));
}

function shoreLights(canvas: Canvas, seed: number): void {
  for (let each = 0; each < LIGHTS; each += 1) {
    const x = -0.9 + 1.8 * scatter(each, 1, seed);
    const y = SHORE - 0.006 - 0.03 * scatter(each, 2, seed);
    const warm: Rgb = [1, 0.75 + 0.2 * scatter(each, 3, seed), 0.5];
    const strength = 0.4 + 0.5 * scatter(each, 4, seed);
    glow(canvas, { x, y, size: 0.006 }, warm, strength * 1.3);
    const box = { left: x - 0.008, right: x + 0.008, top: SHORE, bottom: SHORE + 0.2 };
    canvas.light(box, warm, (px, py) => {
      const broken = clouds(px * 60, py * 110, seed);
      return 0.5 * strength * broken * bell(px - x, 0.005) * ramp(SHORE + 0.2, SHORE, py);
    });
  }
}

function glints(canvas: Canvas, moment: number, { seed }: Look): void {
  for (let each = 0; each < GLINTS; each += 1) {
    const near = scatter(each, 5, seed) ** 1.5;
    const beat = Math.floor(3 + 4 * scatter(each, 6, seed));
    const shine = Math.sin(2 * Math.PI * (moment * beat + scatter(each, 7, seed)));
    const place = {
      x: -0.9 + 1.8 * scatter(each, 8, seed),
      y: SHORE + 0.02 + (QUAY - SHORE - 0.06) * near,
      size: 0.01 + 0.03 * near,
    };
    glow(canvas, place, [0.8, 0.75, 0.75], 0.16 * Math.max(0, shine), 0.14);
  }
}
