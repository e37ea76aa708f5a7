import { sideCar, walker } from './actors.ts';
import type { Rgb } from './canvas.ts';
import { pick, type Scene } from './scene.ts';
import { add, bell, clouds, fraction, gridLine, mix, ramp, scale, scatter } from './shading.ts';
import { glow, paint, stroke } from './shapes.ts';

const PAVEMENT = 0.56;
const KERB = 0.645;
const ROAD_END = 0.95;
const HOUSE_WIDTH = 0.5;
const STOREY = 0.13;
const LAMP_STEP = 0.85;
const LAMP_LIGHT: Rgb = [1, 0.78, 0.5];
const SKIES: readonly [readonly [Rgb, Rgb], ...(readonly [Rgb, Rgb])[]] = [
  [
    [0.07, 0.1, 0.2],
    [0.46, 0.32, 0.3],
  ],
  [
    [0.04, 0.05, 0.1],
    [0.16, 0.15, 0.2],
  ],
  [
    [0.12, 0.16, 0.24],
    [0.4, 0.43, 0.48],
  ],
];

/** A street at dusk with lit windows; two cars pass and somebody walks along the houses. */
export const street: Scene = {
  ground({ seed, variant }) {
    const [high, low] = pick(SKIES, variant);
    return (x, y) => {
      if (y < PAVEMENT) return house(x, y, seed) ?? mix(high, low, ramp(0, 0.42, y));
      const lamps = bell(fraction(x / LAMP_STEP) - 0.5, 0.25);
      return y < KERB ? pavement(x, y, lamps) : road(x, y, lamps, seed);
    };
  },
  furnish(canvas) {
    for (let lamp = -1.5; lamp <= 1.5; lamp += 1) {
      const x = lamp * LAMP_STEP;
      paint(canvas, { x, y: 0.63, size: 1 }, stroke(0, 0, 0, -0.4, 0.004), [0.07, 0.07, 0.08]);
      paint(canvas, { x, y: 0.23, size: 1 }, stroke(0, 0, 0.05, -0.012, 0.004), [0.07, 0.07, 0.08]);
      glow(canvas, { x: x + 0.055, y: 0.225, size: 0.022 }, [1, 0.95, 0.85], 1.2);
      glow(canvas, { x: x + 0.055, y: 0.23, size: 0.16 }, LAMP_LIGHT, 0.3);
    }
  },
  move(canvas, moment, { seed }) {
    walker(
      canvas,
      { x: 1.1 - 2.2 * moment, y: 0.625, size: 0.155 },
      moment * 20,
      [0.2, 0.15, 0.15],
    );
    const first = (moment + scatter(1, 1, seed)) % 1;
    sideCar(canvas, { x: 1.7 - 3.4 * first, y: 0.755, size: 0.42 }, -1, [0.27, 0.28, 0.31]);
    const second = (moment + scatter(2, 2, seed)) % 1;
    sideCar(canvas, { x: -2.2 + 4.4 * second, y: 0.9, size: 0.54 }, 1, [0.11, 0.17, 0.27]);
  },
};

function pavement(x: number, y: number, lamps: number): Rgb {
  const slabs = Math.max(gridLine(x * 9 + y * 4, 0.04), gridLine((y - PAVEMENT) * 24, 0.06));
  return add(scale([0.17, 0.17, 0.18], 1 - 0.3 * slabs), LAMP_LIGHT, 0.2 * lamps);
}

function road(x: number, y: number, lamps: number, seed: number): Rgb {
  const wet = 0.075 + 0.03 * clouds(x * 26, y * 90, seed) + 0.02 * clouds(x * 5, y * 16, seed);
  const kerb = ramp(0.01, 0.004, Math.abs(y - KERB)) * 0.16;
  const dash = gridLine(x / 0.36, 0.34) * ramp(0.007, 0.004, Math.abs(y - 0.79)) * 0.3;
  const edge = ramp(0.007, 0.004, Math.abs(y - ROAD_END)) * 0.14;
  const reflection = lamps * bell(y - KERB, 0.2) * (0.13 + 0.12 * clouds(x * 60, y * 120, seed));
  return add(
    add([wet, wet * 1.05, wet * 1.2], LAMP_LIGHT, reflection),
    [1, 1, 1],
    kerb + dash + edge,
  );
}

/** A row of houses of different height; undefined is the sky above them. */
function house(x: number, y: number, seed: number): Rgb | undefined {
  const number = Math.floor(x / HOUSE_WIDTH + 0.37);
  const within = fraction(x / HOUSE_WIDTH + 0.37);
  const roof = 0.07 + STOREY * Math.floor(2.4 * scatter(number, 1, seed)) * 0.8;
  if (y < roof) return undefined;
  const shade = 0.11 + 0.07 * scatter(number, 2, seed);
  const brick: Rgb = [shade * 1.15, shade, shade * (0.8 + 0.35 * scatter(number, 3, seed))];
  const storey = (PAVEMENT - y) / STOREY;
  const level = Math.floor(storey);
  const gutter = ramp(0.014, 0.01, y - roof) * 0.5;
  const courses = 0.06 * gridLine(y * 80, 0.3);
  const light = 0.6 + 0.55 * ramp(roof, PAVEMENT, y) - courses;
  const wall = mix(scale(brick, light), [0.05, 0.05, 0.06], gutter);
  if (roof > PAVEMENT - (level + 0.9) * STOREY) return wall;
  return mix(
    wall,
    pane(within, fraction(storey), number, level, seed),
    windowAt(within * 4, storey),
  );
}

function windowAt(column: number, storey: number): number {
  const [across, up] = [fraction(column), fraction(storey)];
  const isDoorstep = storey < 1 ? 0.12 : 0.25;
  return (
    ramp(0.24, 0.26, across) *
    ramp(0.76, 0.74, across) *
    ramp(isDoorstep, isDoorstep + 0.03, up) *
    ramp(0.8, 0.77, up)
  );
}

function pane(within: number, up: number, number: number, level: number, seed: number): Rgb {
  const column = within * 4;
  const chance = scatter(number * 8 + Math.floor(column), level, seed);
  const bars =
    1 - 0.5 * Math.max(gridLine(fraction(column) * 2, 0.06), ramp(0.04, 0.02, Math.abs(up - 0.6)));
  const isLit = chance > (level === 0 ? 0.35 : 0.62);
  const warm: Rgb = [0.95, 0.62 + 0.25 * fraction(chance * 7), 0.3 + 0.4 * fraction(chance * 7)];
  return scale(
    isLit ? warm : [0.06, 0.08, 0.12],
    bars * (isLit ? 0.45 + 0.5 * fraction(chance * 13) : 1),
  );
}
