import { walker } from './actors.ts';
import type { Rgb } from './canvas.ts';
import { Tunnel, type TunnelPoint } from './perspective.ts';
import { pick, type Scene } from './scene.ts';
import { add, bell, clouds, fraction, gridLine, mix, ramp, scale, scatter } from './shading.ts';

const LENGTH = 7.5;
const PANEL_STEP = 1.6;
const DOOR_STEP = 1.5;
const tunnel = new Tunnel({ eyeY: 0.25, halfWidth: 0.66, above: 0.3, below: 0.92, length: LENGTH });
const WALLS: readonly [Rgb, ...Rgb[]] = [
  [0.58, 0.63, 0.6],
  [0.64, 0.58, 0.5],
  [0.5, 0.57, 0.66],
];
const COATS: readonly [Rgb, ...Rgb[]] = [
  [0.14, 0.19, 0.32],
  [0.32, 0.15, 0.13],
  [0.18, 0.25, 0.19],
];

/** An office corridor; somebody comes, turns round and goes. */
export const corridor: Scene = {
  ground({ seed, variant }) {
    const wall = pick(WALLS, variant);
    return (x, y) => {
      const point = tunnel.pointAt(x, y);
      const haze = 0.34 + 0.6 * ramp(LENGTH + 2, 0.4, point.depth);
      const lamps = bell(fraction(point.depth / PANEL_STEP) - 0.5, 0.3);
      return scale(surface(point, wall, lamps, seed), haze * (0.82 + 0.2 * lamps));
    };
  },
  furnish: () => undefined,
  move(canvas, moment, { seed, variant }) {
    const depth = 4.1 + 2.6 * Math.cos(moment * 2 * Math.PI);
    const side = 0.2 * Math.sin(moment * 4 * Math.PI) + (variant % 2 === 0 ? 0.15 : -0.15);
    walker(canvas, tunnel.place(side, depth, 0.72), depth * 3, pick(COATS, seed));
  },
};

function surface(point: TunnelPoint, wall: Rgb, lamps: number, seed: number): Rgb {
  switch (point.surface) {
    case 'wall':
      return wallColour(point, wall, seed);
    case 'ceiling':
      return ceiling(point);
    case 'floor':
      return floor(point, lamps, seed);
    case 'end':
      return endWall(point, wall);
  }
}

function wallColour({ depth, side, up }: TunnelPoint, wall: Rgb, seed: number): Rgb {
  const along = depth / DOOR_STEP + (side > 0 ? 0.42 : 0);
  const at = fraction(along);
  const isFrame = ramp(0.27, 0.29, at) * ramp(0.7, 0.68, at) * ramp(0.77, 0.76, up);
  const isDoor = ramp(0.3, 0.31, at) * ramp(0.67, 0.66, at) * ramp(0.74, 0.73, up);
  const hue = 0.06 * scatter(along, side, seed);
  const rail = ramp(0.02, 0.012, Math.abs(up - 0.36)) * 0.5;
  const skirting = ramp(0.06, 0.05, up) * 0.75;
  const plain = mix(scale(wall, 0.86 + 0.14 * up), [0.2, 0.23, 0.26], Math.max(rail, skirting));
  const framed = mix(plain, [0.3, 0.31, 0.32], isFrame);
  return mix(framed, [0.36 + hue, 0.27 + hue, 0.19], isDoor);
}

function ceiling({ depth, side }: TunnelPoint): Rgb {
  const along = Math.abs(fraction(depth / PANEL_STEP) - 0.5);
  const panel = ramp(0.32, 0.3, Math.abs(side)) * ramp(0.23, 0.2, along);
  const joints = Math.max(gridLine(side * 2, 0.02), gridLine(depth * 2.5, 0.03));
  return add(scale([0.5, 0.51, 0.5], 1 - 0.25 * joints), [0.8, 0.85, 0.8], panel);
}

function floor({ depth, side }: TunnelPoint, lamps: number, seed: number): Rgb {
  const joints = Math.max(gridLine(side * 2, 0.015), gridLine(depth * 3, 0.025));
  const scuffs = 0.92 + 0.14 * clouds(side * 7, depth * 11, seed);
  const tile = mix([0.37, 0.38, 0.39], [0.26, 0.27, 0.28], joints);
  return add(scale(tile, scuffs), [1, 1, 0.96], lamps * bell(side, 0.42) * 0.3);
}

function endWall({ side, up }: TunnelPoint, wall: Rgb): Rgb {
  const glass = ramp(0.62, 0.58, Math.abs(side)) * ramp(0.8, 0.77, up);
  const frame = ramp(0.05, 0.03, Math.abs(side)) * glass;
  return mix(mix(scale(wall, 0.8), [0.75, 0.95, 1.2], glass), [0.2, 0.2, 0.2], frame);
}
