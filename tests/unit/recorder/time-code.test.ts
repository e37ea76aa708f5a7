import { describe, expect, it } from 'vitest';
import {
  levelsOf,
  paintTimeCode,
  readTimeCode,
  TIME_CODE,
} from '../../simulated-recorder/media/time-code.ts';

describe('the time code', () => {
  it.each([
    { channel: 1, frame: 0 },
    { channel: 32, frame: 179 },
    { channel: 64, frame: 255 },
  ])('is read back from the middles of its squares: %o', (code) => {
    const widthPx = 640;
    const pixels = new Uint8ClampedArray(widthPx * 360 * 3).fill(90);

    paintTimeCode(pixels, widthPx, code);

    const cellPx = (TIME_CODE.cellPx * widthPx) / TIME_CODE.atWidthPx;
    const middleRow = 360 - cellPx / 2;
    const levels = Array.from({ length: TIME_CODE.cells }, (_, cell) => {
      const column = (cell + 0.5) * cellPx;
      return pixels[(middleRow * widthPx + column) * 3] ?? -1;
    });
    expect(readTimeCode(levels)).toEqual(code);
    expect(pixels[(359 - cellPx) * widthPx * 3], 'the row above is left alone').toBe(90);
  });

  it('is read where compression has made the squares grey', () => {
    const code = { channel: 7, frame: 99 };
    const greyed = levelsOf(code).map((level) => 60 + level / 2);
    expect(readTimeCode(greyed)).toEqual(code);
  });

  it('is refused where it is torn or absent', () => {
    const levels = levelsOf({ channel: 7, frame: 99 });
    for (let cell = 0; cell < levels.length; cell += 1) {
      const torn = levels.map((level, index) => (index === cell ? 255 - level : level));
      expect(readTimeCode(torn), `square ${cell}`).toBeUndefined();
    }
    expect(readTimeCode(levels.map(() => 0))).toBeUndefined();
    expect(readTimeCode([])).toBeUndefined();
  });
});
