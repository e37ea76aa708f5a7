import { describe, expect, it } from 'vitest';
import { paintLoop } from '../../simulated-recorder/scenes/gallery.ts';

const SIZE = { widthPx: 96, heightPx: 54 };
const FRAMES = 24;

function meanDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

describe.each([1, 2, 3, 4, 5, 6])('scene of channel %i', (channel) => {
  const pictures = [...paintLoop(channel, SIZE, FRAMES)].map((canvas) => canvas.bytes);
  const steps = pictures.map((bytes, at) =>
    meanDifference(bytes, pictures[(at + 1) % FRAMES] ?? bytes),
  );

  it('is neither black nor white', () => {
    const levels = pictures[0] ?? new Uint8ClampedArray();
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    expect(mean).toBeGreaterThan(12);
    expect(mean).toBeLessThan(170);
  });

  it('moves', () => {
    expect(Math.max(...steps)).toBeGreaterThan(0.1);
  });

  it('has no jump where the loop closes', () => {
    const [last = 0, ...others] = steps.reverse();
    expect(last).toBeLessThanOrEqual(Math.max(...others) * 1.5);
  });

  it('differs from the next channel of the same kind', () => {
    const [other] = paintLoop(channel + 6, SIZE, 1);
    const [first] = pictures;
    if (other === undefined || first === undefined) throw new Error('no picture');
    expect(meanDifference(first, other.bytes)).toBeGreaterThan(3);
  });
});
