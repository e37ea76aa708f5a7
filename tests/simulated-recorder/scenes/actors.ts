import type { Canvas, Rgb } from './canvas.ts';
import { scale } from './shading.ts';
import { block, glow, paint, type Place, shadow, stroke } from './shapes.ts';

const HEADLIGHT: Rgb = [1, 0.96, 0.84];
const TAIL_LIGHT: Rgb = [1, 0.12, 0.08];

/** A walking person, feet on the place, one size tall; `stride` counts steps. */
export function walker(
  canvas: Canvas,
  place: Place,
  stride: number,
  coat: Rgb,
  skin: Rgb = [0.45, 0.34, 0.27],
): void {
  const swing = Math.sin(stride * 2 * Math.PI) * 0.13;
  shadow(canvas, { ...place, size: place.size * 0.22 }, 0.6);
  paint(canvas, place, stroke(0, -0.48, swing, -0.03, 0.05), scale(coat, 0.4));
  paint(canvas, place, stroke(0, -0.48, -swing, -0.03, 0.05), scale(coat, 0.5));
  paint(canvas, place, stroke(0.02, -0.77, swing * 0.9 + 0.04, -0.46, 0.038), scale(coat, 0.75));
  paint(canvas, place, block(0, -0.64, 0.105, 0.205, 0.09), coat);
  paint(canvas, place, stroke(-0.02, -0.77, -swing * 0.9 - 0.04, -0.46, 0.038), scale(coat, 0.85));
  paint(canvas, place, stroke(0, -0.93, 0, -0.9, 0.06), scale(skin, 0.45));
  paint(canvas, place, stroke(0, -0.9, 0, -0.885, 0.05), skin);
}

/** A car from the side, wheels on the place, one size long, driving towards larger x or back. */
export function sideCar(canvas: Canvas, place: Place, heading: 1 | -1, paintwork: Rgb): void {
  const { x, y, size } = place;
  const at = (dx: number, dy: number, part: number): Place => ({
    x: x + heading * dx * size,
    y: y + dy * size,
    size: part * size,
  });
  shadow(canvas, { ...place, size: size * 0.42 }, 0.75, 0.12);
  paint(canvas, place, block(0, -0.15, 0.48, 0.085, 0.06), paintwork);
  paint(canvas, place, block(-0.04 * heading, -0.26, 0.27, 0.085, 0.07), scale(paintwork, 0.7));
  paint(canvas, place, block(-0.04 * heading, -0.26, 0.23, 0.055, 0.04), [0.05, 0.07, 0.09]);
  paint(canvas, place, stroke(-0.29, -0.07, -0.29, -0.07, 0.075), [0.02, 0.02, 0.02]);
  paint(canvas, place, stroke(0.29, -0.07, 0.29, -0.07, 0.075), [0.02, 0.02, 0.02]);
  glow(canvas, at(0.95, 0.03, 0.5), HEADLIGHT, 0.34, 0.16);
  glow(canvas, at(0.48, -0.15, 0.07), HEADLIGHT, 1.1);
  glow(canvas, at(-0.48, -0.16, 0.06), TAIL_LIGHT, 0.9);
  glow(canvas, at(-0.62, 0.03, 0.2), TAIL_LIGHT, 0.2, 0.2);
}

/** A parked car seen from the front and slightly from above, bumper on the place, one size wide. */
export function frontCar(canvas: Canvas, place: Place, paintwork: Rgb): void {
  shadow(canvas, { ...place, size: place.size * 0.5 }, 0.85, 0.2);
  paint(canvas, place, stroke(-0.36, -0.05, -0.36, -0.01, 0.07), [0.02, 0.02, 0.02]);
  paint(canvas, place, stroke(0.36, -0.05, 0.36, -0.01, 0.07), [0.02, 0.02, 0.02]);
  paint(canvas, place, block(0, -0.23, 0.46, 0.19, 0.08), paintwork);
  paint(canvas, place, block(0, -0.52, 0.37, 0.2, 0.12), scale(paintwork, 0.85));
  paint(canvas, place, block(0, -0.47, 0.32, 0.11, 0.06), [0.05, 0.065, 0.085]);
  paint(canvas, place, block(0, -0.64, 0.3, 0.03, 0.03), scale(paintwork, 1.5));
  paint(canvas, place, block(0, -0.33, 0.43, 0.035, 0.03), scale(paintwork, 1.35));
  paint(canvas, place, block(0, -0.17, 0.2, 0.045, 0.02), [0.03, 0.03, 0.035]);
  paint(canvas, place, block(-0.35, -0.2, 0.075, 0.04, 0.03), [0.2, 0.2, 0.2]);
  paint(canvas, place, block(0.35, -0.2, 0.075, 0.04, 0.03), [0.2, 0.2, 0.2]);
  paint(canvas, place, block(0, -0.08, 0.1, 0.025, 0.005), [0.3, 0.3, 0.28]);
}

/** A forklift seen from the front with a pallet, wheels on the place, one size high. */
export function forklift(canvas: Canvas, place: Place, flash: number): void {
  const { x, y, size } = place;
  shadow(canvas, { ...place, size: size * 0.42 }, 0.7, 0.2);
  paint(canvas, place, block(0, -0.3, 0.27, 0.24, 0.05), [0.75, 0.5, 0.08]);
  paint(canvas, place, block(0, -0.68, 0.24, 0.22, 0.03), [0.1, 0.11, 0.12]);
  paint(canvas, place, stroke(0, -0.72, 0, -0.72, 0.06), [0.4, 0.3, 0.24]);
  paint(canvas, place, block(0, -0.58, 0.1, 0.09, 0.04), [0.7, 0.45, 0.1]);
  paint(canvas, place, block(-0.17, -0.5, 0.03, 0.5, 0.01), [0.16, 0.16, 0.17]);
  paint(canvas, place, block(0.17, -0.5, 0.03, 0.5, 0.01), [0.16, 0.16, 0.17]);
  paint(canvas, place, block(0, -0.92, 0.27, 0.03, 0.01), [0.14, 0.14, 0.15]);
  paint(canvas, place, block(0, -0.24, 0.36, 0.2, 0.01), [0.5, 0.38, 0.25]);
  paint(canvas, place, block(0, -0.24, 0.012, 0.2, 0.001), [0.36, 0.27, 0.18]);
  paint(canvas, place, block(0, -0.02, 0.38, 0.022, 0.004), [0.32, 0.24, 0.15]);
  glow(canvas, { x, y: y - size, size: size * 0.09 }, [1, 0.6, 0.1], 0.3 + 1.1 * flash);
  glow(canvas, { x, y: y - size, size: size * 0.8 }, [1, 0.55, 0.1], 0.22 * flash);
}

/** A boat under way to the left with its lights on, waterline on the place, one size long. */
export function boat(canvas: Canvas, place: Place): void {
  const { x, y, size } = place;
  const at = (dx: number, dy: number, part: number): Place => ({
    x: x + dx * size,
    y: y + dy * size,
    size: part * size,
  });
  shadow(canvas, { x, y: y + 0.04 * size, size: size * 0.42 }, 0.55, 0.16);
  paint(canvas, place, block(0.03, -0.06, 0.43, 0.07, 0.05), [0.1, 0.13, 0.19]);
  paint(canvas, place, stroke(-0.3, -0.11, -0.46, -0.13, 0.022), [0.1, 0.13, 0.19]);
  paint(canvas, place, block(0.03, -0.12, 0.42, 0.012, 0.006), [0.5, 0.5, 0.5]);
  paint(canvas, place, block(0.1, -0.21, 0.17, 0.09, 0.02), [0.36, 0.37, 0.4]);
  for (const window of [-0.01, 0.1, 0.21]) {
    paint(canvas, place, block(window, -0.22, 0.038, 0.035, 0.01), [1, 0.84, 0.55]);
  }
  paint(canvas, place, stroke(0.14, -0.3, 0.14, -0.5, 0.008), [0.2, 0.2, 0.22]);
  glow(canvas, at(0.14, -0.5, 0.05), [1, 0.97, 0.9], 1.1);
  glow(canvas, at(-0.44, -0.16, 0.035), TAIL_LIGHT, 0.9);
  glow(canvas, at(0.1, 0.12, 0.2), [1, 0.8, 0.5], 0.28, 0.4);
}
