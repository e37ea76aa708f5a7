import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CameraPresence } from '../../../../src-main/app/health/camera-presence.ts';

const SINCE_MS = 500;

/** Looks at one camera, at 1, 2, 3, …: since when it is lost after each. */
function after(looks: string, openSinceMs: number | null = null): (number | null)[] {
  const presence = new CameraPresence();
  return looks.split('').map((look, index) => {
    presence.look(7, look === '+', index + 1, openSinceMs);
    return presence.lostSinceMs(7);
  });
}

describe('a camera', () => {
  it.each<[string, (number | null)[]]>([
    ['+++', [null, null, null]],
    ['+--', [null, null, 2]],
    ['--', [null, 1]],
    ['---++', [null, 1, 1, 1, null]],
    ['+-+-+-', [null, null, null, null, null, null]],
    ['--+-+-', [null, 1, 1, 1, 1, 1]],
    ['--++--', [null, 1, 1, null, null, 5]],
  ])('looked at as %s', (looks, lost) => {
    expect(after(looks)).toEqual(lost);
  });

  it('that the journal has lost needs one look, and goes on since then', () => {
    expect(after('-', SINCE_MS)).toEqual([SINCE_MS]);
    expect(after('-++', SINCE_MS)).toEqual([SINCE_MS, SINCE_MS, null]);
    expect(after('+--', SINCE_MS)).toEqual([null, null, 2]);
  });

  it('that is not looked after any more is forgotten', () => {
    const presence = new CameraPresence();
    presence.look(1, false, 1, null);
    presence.look(1, false, 2, null);
    presence.forgetAllBut([2]);
    expect(presence.lostSinceMs(1)).toBeNull();
    presence.look(1, false, 3, null);
    expect(presence.lostSinceMs(1)).toBeNull();
  });
});

it('changes only after two looks in a row that agree', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('+', '-') }), (looks) => {
      const lost = after(looks).map((since) => since !== null);
      lost.forEach((isLost, index) => {
        if (isLost === (lost[index - 1] ?? false)) return;
        const sign = isLost ? '-' : '+';
        expect(looks.slice(index - 1, index + 1)).toBe(sign.repeat(2));
      });
    }),
  );
});
