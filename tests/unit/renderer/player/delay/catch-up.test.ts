import { expect, it } from 'vitest';
import { CatchUp } from '../../../../../src-renderer/player/delay/catch-up.ts';

/** Media of `frames` pictures of 1/15 s, `everyMs` apart; returns the frame that showed the present, or null. */
function feed(
  catchUp: CatchUp,
  from: { atMs: number; endS: number },
  frames: number,
  everyMs: number,
) {
  for (let frame = 1; frame <= frames; frame++) {
    if (catchUp.onMedia(from.atMs + frame * everyMs, from.endS + frame / 15)) return frame;
  }
  return null;
}

it('takes media at the pace of time for the present, after a tenth of a second', () => {
  expect(feed(new CatchUp(), { atMs: 0, endS: 0 }, 15, 67)).toBe(3);
});

it('takes a burst from the cache for the past, and what follows it for the present', () => {
  const catchUp = new CatchUp();
  expect(feed(catchUp, { atMs: 0, endS: 0 }, 60, 10)).toBeNull();
  expect(catchUp.isOver).toBe(false);
  expect(feed(catchUp, { atMs: 600, endS: 4 }, 15, 67)).toBeLessThanOrEqual(3);
  expect(catchUp.isOver).toBe(true);
});

it('never takes the cache of a dead source for the present', () => {
  const catchUp = new CatchUp();
  feed(catchUp, { atMs: 0, endS: 0 }, 60, 10);
  expect(catchUp.isOver).toBe(false);
});

it('believes a slow camera', () => {
  const catchUp = new CatchUp();
  expect(catchUp.onMedia(1000, 1)).toBe(false);
  expect(catchUp.onMedia(2000, 2)).toBe(true);
});

it('is not misled by a busy page that takes media in lumps', () => {
  const catchUp = new CatchUp();
  catchUp.onMedia(0, 0.07);
  expect(catchUp.onMedia(400, 0.47)).toBe(true);
});

it('plays a stream whose clock runs too fast, after a while', () => {
  expect(feed(new CatchUp(), { atMs: 0, endS: 0 }, 200, 30)).toBe(168);
});

it('says so once for each connection', () => {
  const catchUp = new CatchUp();
  expect(feed(catchUp, { atMs: 0, endS: 0 }, 15, 67)).not.toBeNull();
  expect(feed(catchUp, { atMs: 2000, endS: 2 }, 15, 67)).toBeNull();
  catchUp.reset();
  expect(feed(catchUp, { atMs: 4000, endS: 4 }, 15, 67)).not.toBeNull();
});
