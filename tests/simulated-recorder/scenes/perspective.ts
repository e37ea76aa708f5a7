import type { Place } from './shapes.ts';

/** Flat ground below a horizon, seen from above. */
export class GroundPlane {
  readonly horizon: number;
  readonly #height: number;

  constructor(horizon: number, height: number) {
    this.horizon = horizon;
    this.#height = height;
  }

  /** How far away the ground at a row of the picture is. */
  depthAt(y: number): number {
    return this.#height / Math.max(0.001, y - this.horizon);
  }

  /** Where something stands in the picture, and how large it is there. */
  place(across: number, depth: number, size: number): Place {
    return { x: across / depth, y: this.horizon + this.#height / depth, size: size / depth };
  }
}

/** A point on the inside of a {@link Tunnel}. */
export interface TunnelPoint {
  readonly surface: 'wall' | 'floor' | 'ceiling' | 'end';
  readonly depth: number;
  /** -1 at the left wall, 1 at the right one. */
  readonly side: number;
  /** 0 on the floor, 1 at the ceiling. */
  readonly up: number;
}

/** A straight passage in one-point perspective: corridors and aisles. */
export class Tunnel {
  readonly #eyeY: number;
  readonly #halfWidth: number;
  readonly #above: number;
  readonly #below: number;
  readonly #length: number;

  constructor(sizes: {
    eyeY: number;
    halfWidth: number;
    above: number;
    below: number;
    length: number;
  }) {
    this.#eyeY = sizes.eyeY;
    this.#halfWidth = sizes.halfWidth;
    this.#above = sizes.above;
    this.#below = sizes.below;
    this.#length = sizes.length;
  }

  pointAt(x: number, y: number): TunnelPoint {
    const side = x / this.#halfWidth;
    const over = this.#eyeY - y;
    const vertical = over / (over > 0 ? this.#above : this.#below);
    const nearness = Math.max(Math.abs(side), Math.abs(vertical), 1 / this.#length);
    const depth = 1 / nearness;
    const up = (over * depth + this.#below) / (this.#above + this.#below);
    return { surface: this.#surface(side, vertical, depth), depth, side: side * depth, up };
  }

  /** Where something stands on the floor; `side` from -1 to 1. */
  place(side: number, depth: number, size: number): Place {
    return {
      x: (side * this.#halfWidth) / depth,
      y: this.#eyeY + this.#below / depth,
      size: size / depth,
    };
  }

  #surface(side: number, vertical: number, depth: number): TunnelPoint['surface'] {
    if (depth >= this.#length) return 'end';
    if (Math.abs(side) > Math.abs(vertical)) return 'wall';
    return vertical > 0 ? 'ceiling' : 'floor';
  }
}
