import type { Rgb } from './canvas.ts';

/** Limits a value to the range 0 to 1. */
export function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Goes softly from 0 at `from` to 1 at `to`, which may also lie below `from`. */
export function ramp(from: number, to: number, value: number): number {
  const part = clamp((value - from) / (to - from));
  return part * part * (3 - 2 * part);
}

/** A colour between two others. */
export function mix(from: Rgb, to: Rgb, part: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
    from[2] + (to[2] - from[2]) * part,
  ];
}

/** Brightens or darkens a colour. */
export function scale(colour: Rgb, by: number): Rgb {
  return [colour[0] * by, colour[1] * by, colour[2] * by];
}

/** Adds light of a colour. */
export function add(colour: Rgb, light: Rgb, strength = 1): Rgb {
  return [
    colour[0] + light[0] * strength,
    colour[1] + light[1] * strength,
    colour[2] + light[2] * strength,
  ];
}

/** The part behind the point, also for negative values: what repeats a pattern. */
export function fraction(value: number): number {
  return value - Math.floor(value);
}

/** A bell around a point, 1 in the middle and nearly 0 at twice the radius. */
export function bell(distance: number, radius: number): number {
  return Math.exp(-((distance / radius) ** 2));
}

/** 1 near the borders of each cell of a repeated pattern, e.g. joints between tiles. */
export function gridLine(value: number, width: number): number {
  const distance = Math.abs(fraction(value + 0.5) - 0.5);
  return 1 - ramp(width / 2, width, distance);
}

/** A number from 0 to 1 that looks random but always is the same for a cell. */
export function scatter(column: number, row: number, seed: number): number {
  let hash = Math.imul(Math.floor(column), 0x27d4eb2d) ^ Math.imul(Math.floor(row), 0x165667b1);
  hash = Math.imul(hash ^ (seed * 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Soft clouds of brightness from 0 to 1, about one per unit. */
export function clouds(x: number, y: number, seed: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [ramp(0, 1, x - column), ramp(0, 1, y - row)];
  const at = (dx: number, dy: number) => scatter(column + dx, row + dy, seed);
  const top = at(0, 0) + (at(1, 0) - at(0, 0)) * right;
  const bottom = at(0, 1) + (at(1, 1) - at(0, 1)) * right;
  return top + (bottom - top) * down;
}
