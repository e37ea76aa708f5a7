import { walker } from './actors.ts';
import type { Canvas, Rgb } from './canvas.ts';
import { GroundPlane } from './perspective.ts';
import type { Look, Scene } from './scene.ts';
import { bell, clouds, gridLine, ramp, scatter } from './shading.ts';
import { block, glow, paint, stroke } from './shapes.ts';

const ground = new GroundPlane(0.3, 0.42);
const FENCE_TOP = 0.2;
const FENCE_FOOT = 0.535;
const POST_STEP = 0.42;
const MESH_STEP = 0.021;
const INSECTS = 4;

/** A perimeter at night in infrared: no colour, a bright middle, insects in front of the lens. */
export const fence: Scene = {
  ground({ seed }) {
    return (x, y) => {
      const spot = 0.24 + 0.76 * bell(Math.hypot(x * 0.72, (y - 0.62) * 1.15), 0.62);
      const level = y < FENCE_FOOT ? behind(x, y, seed) : soil(x, y, seed);
      return grey((0.02 + level) * spot);
    };
  },
  furnish(canvas, look) {
    mesh(canvas);
    const gate = look.variant % 2 === 0 ? -0.42 : 0.42;
    const sign = { x: gate + 0.21, y: 0.37, size: 1 };
    paint(canvas, sign, block(0, 0, 0.05, 0.036, 0.004), grey(0.72));
    paint(canvas, sign, block(0, -0.012, 0.036, 0.005, 0.001), grey(0.25));
    paint(canvas, sign, block(0, 0.008, 0.026, 0.004, 0.001), grey(0.35));
  },
  move(canvas, moment, look) {
    const walk = moment;
    const place = { x: -1.15 + 2.3 * walk, y: 0.7, size: 0.36 };
    walker(canvas, place, walk * 14, grey(0.62), grey(0.7));
    glow(canvas, { x: place.x + 0.34, y: 0.72, size: 0.17 }, grey(1), 0.4, 0.3);
    glow(canvas, { x: place.x + 0.07, y: 0.52, size: 0.03 }, grey(1), 1);
    insects(canvas, moment, look);
  },
};

function grey(level: number): Rgb {
  return [level * 0.97, level, level * 0.99];
}

function behind(x: number, y: number, seed: number): number {
  const tops = 0.16 - 0.1 * clouds(x * 3.4, 2, seed) - 0.04 * clouds(x * 17, 4, seed);
  if (y < tops) return 0.05;
  const leaves = clouds(x * 55, y * 55, seed) * clouds(x * 16, y * 16, seed + 1);
  const trunk =
    bell(Math.abs(((x * 2.1 + scatter(x * 2.1, 1, seed) * 0.5) % 1) - 0.5), 0.03) *
    ramp(0.25, 0.4, y);
  return 0.1 + 0.34 * leaves + 0.1 * ramp(tops, FENCE_FOOT, y) + 0.1 * trunk;
}

function soil(x: number, y: number, seed: number): number {
  const depth = ground.depthAt(y);
  const across = x * depth;
  const track = bell(Math.abs(across + 0.1 * Math.sin(depth * 3)) - 0.34, 0.12);
  const grass =
    clouds(across * 60, y * 130, seed) * 0.5 + clouds(across * 22, depth * 26, seed) * 0.5;
  return 0.24 + 0.4 * grass * (1 - 0.75 * track) + 0.16 * track;
}

function mesh(canvas: Canvas): void {
  const box = { left: -0.9, right: 0.9, top: FENCE_TOP, bottom: FENCE_FOOT };
  canvas.cover(box, grey(0.6), (x, y) => {
    const wire = Math.max(gridLine((x + y) / MESH_STEP, 0.14), gridLine((x - y) / MESH_STEP, 0.14));
    return 0.4 * wire * bell(x * 0.75, 0.75);
  });
  const at = { x: 0, y: 0, size: 1 };
  for (const y of [FENCE_TOP, FENCE_FOOT - 0.015]) {
    paint(canvas, at, stroke(-0.9, y, 0.9, y, 0.004), grey(0.5));
  }
  for (let x = -0.84; x < 0.9; x += POST_STEP) {
    const shine = 0.35 + 0.4 * bell(x, 0.6);
    paint(canvas, at, stroke(x, FENCE_TOP - 0.03, x, FENCE_FOOT + 0.01, 0.009), grey(shine));
    paint(canvas, at, stroke(x, FENCE_TOP - 0.03, x + 0.03, FENCE_TOP - 0.075, 0.006), grey(shine));
  }
}

/** Each flies a closed curve with its own whole number of turns, so the loop has no seam. */
function insects(canvas: Canvas, moment: number, { seed }: Look): void {
  for (let each = 0; each < INSECTS; each += 1) {
    const turn = 2 * Math.PI * (moment + scatter(each, 1, seed));
    const x = 0.75 * Math.sin(turn * (1 + each)) * Math.cos(turn * 2 + each);
    const y = 0.45 + 0.36 * Math.sin(turn * (3 - (each % 2)) + each * 2);
    glow(canvas, { x, y, size: 0.008 + 0.004 * each }, grey(1), 0.55);
  }
}
