import type { Rgb } from './canvas.ts';
import { forklift, walker } from './actors.ts';
import { Tunnel, type TunnelPoint } from './perspective.ts';
import { pick, type Scene } from './scene.ts';
import { add, bell, clouds, fraction, gridLine, mix, ramp, scale, scatter } from './shading.ts';

const LENGTH = 8;
const LEVELS = 4;
const BAYS_PER_DEPTH = 1.1;
const tunnel = new Tunnel({ eyeY: 0.3, halfWidth: 0.78, above: 0.62, below: 0.86, length: LENGTH });
const GOODS: readonly [Rgb, ...Rgb[]] = [
  [0.47, 0.35, 0.22],
  [0.4, 0.3, 0.19],
  [0.54, 0.45, 0.32],
  [0.2, 0.28, 0.36],
  [0.5, 0.5, 0.48],
  [0.34, 0.17, 0.13],
];
const BEAMS: readonly [Rgb, ...Rgb[]] = [
  [0.75, 0.33, 0.08],
  [0.62, 0.5, 0.1],
  [0.16, 0.34, 0.55],
];

/** An aisle between racks; a forklift works in the back and somebody takes stock. */
export const warehouse: Scene = {
  ground({ seed, variant }) {
    const beam = pick(BEAMS, variant);
    return (x, y) => {
      const point = tunnel.pointAt(x, y);
      const haze = 0.22 + 0.72 * ramp(LENGTH + 2.5, 0.5, point.depth);
      return scale(surface(point, beam, seed), haze);
    };
  },
  furnish: () => undefined,
  move(canvas, moment, { variant }) {
    const turn = moment * 2 * Math.PI;
    const truck = tunnel.place(0.32 * Math.sin(turn), 3.9 + 1.9 * Math.cos(turn), 0.62);
    const flash = Math.max(0, Math.sin(turn * 12));
    const side = (variant % 2 === 0 ? -1 : 1) * (0.62 + 0.08 * Math.sin(turn));
    const person = tunnel.place(side, 2.3 + 0.5 * Math.cos(turn), 0.6);
    forklift(canvas, truck, flash);
    walker(canvas, person, moment * 8, [0.72, 0.52, 0.1]);
  },
};

function surface(point: TunnelPoint, beam: Rgb, seed: number): Rgb {
  switch (point.surface) {
    case 'wall':
      return rack(point, beam, seed);
    case 'ceiling':
      return roof(point);
    case 'floor':
      return floor(point, seed);
    case 'end':
      return end(point);
  }
}

function rack({ depth, side, up }: TunnelPoint, beam: Rgb, seed: number): Rgb {
  const [bay, level] = [depth * BAYS_PER_DEPTH * 2, up * LEVELS];
  const [inBay, inLevel] = [fraction(bay), fraction(level)];
  const place = scatter(bay, Math.floor(level) * 3 + Math.sign(side), seed);
  const tall = 0.45 + 0.4 * scatter(bay, Math.floor(level) + 40, seed);
  const isGoods =
    place > 0.18
      ? ramp(0.05, 0.07, inBay) * ramp(0.95, 0.93, inBay) * ramp(tall, tall - 0.03, inLevel)
      : 0;
  const carton = scale(
    pick(GOODS, Math.floor(place * 89)),
    0.75 - 0.2 * gridLine(inBay * 2, 0.03) + 0.25 * up,
  );
  const empty: Rgb = [0.07, 0.08, 0.1];
  const shelf = Math.max(ramp(0.07, 0.05, inLevel), ramp(0.97, 0.98, inLevel));
  const upright = gridLine(bay / 2, 0.035);
  const loaded = mix(mix(empty, carton, isGoods), scale(beam, 0.75), shelf);
  return mix(loaded, [0.13, 0.22, 0.36], upright);
}

function roof({ depth, side }: TunnelPoint): Rgb {
  const girders = gridLine(depth * 1.3, 0.12) * 0.5;
  const lamp = bell(Math.hypot(side / 0.16, (fraction(depth / 1.5) - 0.5) / 0.12), 0.8);
  return add(scale([0.17, 0.18, 0.2], 1 - girders), [1, 0.97, 0.88], 1.2 * lamp);
}

function floor({ depth, side }: TunnelPoint, seed: number): Rgb {
  const line = ramp(0.03, 0.02, Math.abs(Math.abs(side) - 0.84));
  const concrete =
    0.3 + 0.06 * clouds(side * 5, depth * 7, seed) + 0.03 * clouds(side * 40, depth * 60, seed);
  const shine = bell(side, 0.4) * bell(fraction(depth / 1.5) - 0.5, 0.25) * 0.2;
  const plain: Rgb = [concrete, concrete, concrete * 0.97];
  return add(mix(plain, [0.7, 0.58, 0.12], line * 0.75), [1, 0.98, 0.9], shine);
}

function end({ side, up }: TunnelPoint): Rgb {
  const isGate = ramp(0.58, 0.55, Math.abs(side)) * ramp(0.6, 0.58, up);
  const slats = 0.75 + 0.25 * gridLine(up * 22, 0.4);
  return mix([0.34, 0.35, 0.37], scale([0.62, 0.68, 0.75], slats), isGate);
}
