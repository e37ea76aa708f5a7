import type { Box, Canvas, Rgb } from './canvas.ts';

/** A shape with soft edges: its surroundings, and the distance to its border, negative inside. */
export interface Outline {
  readonly box: Box;
  readonly distance: (x: number, y: number) => number;
}

/** A place in the picture and how large things are there. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Half the width over which a border fades, so slow movement does not flicker. */
const SOFTNESS = 0.0018;

/** A line with round ends: limbs, wheels, poles, beams. */
export function stroke(ax: number, ay: number, bx: number, by: number, radius: number): Outline {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy || 1;
  return {
    box: {
      left: Math.min(ax, bx) - radius,
      right: Math.max(ax, bx) + radius,
      top: Math.min(ay, by) - radius,
      bottom: Math.max(ay, by) + radius,
    },
    distance: (x, y) => {
      const along = ((x - ax) * dx + (y - ay) * dy) / lengthSquared;
      const part = along < 0 ? 0 : along > 1 ? 1 : along;
      const [awayX, awayY] = [x - ax - dx * part, y - ay - dy * part];
      return Math.sqrt(awayX * awayX + awayY * awayY) - radius;
    },
  };
}

/** A box with round corners, given by its middle and half its extent. */
export function block(cx: number, cy: number, w: number, h: number, radius: number): Outline {
  return {
    box: { left: cx - w, right: cx + w, top: cy - h, bottom: cy + h },
    distance: (x, y) => {
      const dx = Math.abs(x - cx) - w + radius;
      const dy = Math.abs(y - cy) - h + radius;
      if (dx < 0 || dy < 0) return Math.max(dx, dy) - radius;
      return Math.sqrt(dx * dx + dy * dy) - radius;
    },
  };
}

/** Paints a shape given in units of a place's size, standing with its (0, 0) on the place. */
export function paint(canvas: Canvas, place: Place, outline: Outline, colour: Rgb, opacity = 1) {
  const { x: px, y: py, size } = place;
  const { distance, box } = outline;
  const bounds = {
    left: px + box.left * size - SOFTNESS,
    right: px + box.right * size + SOFTNESS,
    top: py + box.top * size - SOFTNESS,
    bottom: py + box.bottom * size + SOFTNESS,
  };
  canvas.cover(bounds, colour, (x, y) => {
    const away = distance((x - px) / size, (y - py) / size) * size;
    if (away <= -SOFTNESS) return opacity;
    return (opacity * (SOFTNESS - away)) / (2 * SOFTNESS);
  });
}

/** Adds a soft light around a point; `squash` flattens it into a pool on the ground. */
export function glow(canvas: Canvas, place: Place, colour: Rgb, strength: number, squash = 1) {
  canvas.light(boxAround(place, squash), colour, fading(place, strength, squash));
}

/** Darkens the ground under something. */
export function shadow(canvas: Canvas, place: Place, opacity: number, squash = 0.25) {
  canvas.cover(boxAround(place, squash), [0, 0, 0], fading(place, opacity, squash));
}

const FADE_OUT_RADIUS = 1.8;

function boxAround({ x, y, size }: Place, squash: number): Box {
  const reach = size * FADE_OUT_RADIUS;
  return { left: x - reach, right: x + reach, top: y - reach * squash, bottom: y + reach * squash };
}

/** A bell that really reaches 0, without the cost of an exponential per pixel. */
function fading({ x: px, y: py, size }: Place, strength: number, squash: number) {
  const reach = size * FADE_OUT_RADIUS;
  return (x: number, y: number): number => {
    const dx = (x - px) / reach;
    const dy = (y - py) / (reach * squash);
    const left = 1 - dx * dx - dy * dy;
    return left <= 0 ? 0 : strength * left * left * left;
  };
}
