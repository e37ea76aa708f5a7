import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment, startsWithKeyframe } from '../../../src-renderer/player/media/fmp4.ts';
import { parseSlice, parseSps } from '../../../src-renderer/player/media/h264.ts';
import { H264Syntax } from '../../../src-main/app/rtsp/media/nal/h264-syntax.ts';
import { fragment } from '../renderer/player/fake-media.ts';

const SPS = 0x67;
const bytes = fc.uint8Array({ maxLength: 200 });

describe('headers of pictures', () => {
  it('are read, or refused, but never make a reader fail', () => {
    const syntax = new H264Syntax();
    fc.assert(
      fc.property(bytes, bytes, (set, slice) => {
        const sps = parseSps(Uint8Array.from([SPS, ...set]));
        if (sps !== null) {
          const { pixelAspect, frameNumberBits } = sps;
          expect(pixelAspect).toBeGreaterThan(0);
          expect(Number.isFinite(frameNumberBits)).toBe(true);
          parseSlice(slice, sps);
        }
        syntax.learn(Buffer.from([SPS, ...set]));
        syntax.readSlice(slice[0] ?? 0, Buffer.from(slice), 1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('fragments', () => {
  it('that are torn or damaged are no fragments, or still within their message', () => {
    const whole = new Uint8Array(fragment({ isKeyframe: true, bytes: 40 }));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, length) => {
        const torn = whole.slice(0, length);
        for (const [at, value] of changes) if (at < length) torn[at] = value;
        const read = parseFragment(torn.buffer);
        if (read !== null) expect(read.sample.byteLength).toBeLessThanOrEqual(length);
        startsWithKeyframe(torn.buffer);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are never made of anything else', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        startsWithKeyframe(any.slice().buffer);
      }),
    );
  });
});
