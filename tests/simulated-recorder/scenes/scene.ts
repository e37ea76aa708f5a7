import type { Canvas, Shader } from './canvas.ts';

/** What makes two channels of the same scene look different. */
export interface Look {
  /** Feeds everything scattered: which windows are lit, where pallets stand. */
  readonly seed: number;
  /** 0, 1, 2 ...: how often this scene was used by lower channels. */
  readonly variant: number;
}

/** One kind of place that a camera looks at. */
export interface Scene {
  /** The colours of ground, walls and sky. */
  ground(look: Look): Shader;
  /** Things that stand there; they are painted once. */
  furnish(canvas: Canvas, look: Look): void;
  /** What moves; `moment` runs from 0 to 1 over the loop and must end where it began. */
  move(canvas: Canvas, moment: number, look: Look): void;
}

/** Takes one of a list by number, starting over at its end. */
export function pick<Choice>(choices: readonly [Choice, ...Choice[]], index: number): Choice {
  return choices[index % choices.length] ?? choices[0];
}
