import { describe, expect, it } from 'vitest';
import { FrameBeat } from '../../../../../src-renderer/player/delay/frame-beat.ts';

const TICK_MS = 250;

interface Stream {
  frameRate: number;
  /** When its first frame is due, in milliseconds. */
  offsetMs: number;
  /** Which frames are never shown. */
  isLost?: (frame: number) => boolean;
  /** Media in hand at the start. */
  spareMs?: number;
}

/** Plays a stream for a while; every instant below is when the clock of a player would say so. */
class Playback {
  readonly beat = new FrameBeat();
  readonly rates: number[] = [];
  /** How much nearer to the newest media it came. */
  skippedMs = 0;
  readonly #stream: Stream;
  #nowMs = 0;
  #currentTimeS: number;

  constructor(stream: Stream) {
    this.#stream = stream;
    this.#currentTimeS = 1 - stream.offsetMs / 1000;
  }

  run(seconds: number): this {
    for (const endMs = this.#nowMs + seconds * 1000; this.#nowMs < endMs; this.#nowMs += TICK_MS) {
      const { frameRate, isLost = () => false, spareMs = 0 } = this.#stream;
      const frame = Math.floor(this.#currentTimeS * frameRate);
      const framesShown = Array.from({ length: frame + 1 }, (_, n) => n).filter(
        (n) => !isLost(n),
      ).length;
      const rate = this.beat.step({
        nowMs: this.#nowMs,
        currentTimeS: this.#currentTimeS,
        mediaTimeS: frame / frameRate,
        framesShown,
        spareMs: spareMs - this.skippedMs,
      });
      this.rates.push(rate);
      this.skippedMs += (rate - 1) * TICK_MS;
      this.#currentTimeS += (rate * TICK_MS) / 1000;
    }
    return this;
  }

  /** When within the beat of so many milliseconds its frames change. */
  phaseMs(beatMs: number): number {
    const { frameRate } = this.#stream;
    const next = Math.ceil(this.#currentTimeS * frameRate) / frameRate;
    const changesAtMs = this.#nowMs + (next - this.#currentTimeS) * 1000;
    return changesAtMs - Math.round(changesAtMs / beatMs) * beatMs;
  }

  get lastRate(): number | undefined {
    return this.rates.at(-1);
  }
}

describe('frames of several streams', () => {
  it.each([8, 12.5, 15, 20, 25, 30])(
    'at %d a second change together, whenever each stream began',
    (frameRate) => {
      const intervalMs = 1000 / frameRate;
      for (const part of [0, 0.2, 0.45, 0.5, 0.7, 0.95]) {
        const playback = new Playback({ frameRate, offsetMs: part * intervalMs }).run(12);
        expect(Math.abs(playback.phaseMs(intervalMs))).toBeLessThan(5);
        expect(playback.lastRate).toBe(1);
      }
    },
  );

  it('are pulled by no more than 3 %, and by the shorter way', () => {
    const late = new Playback({ frameRate: 15, offsetMs: 20 }).run(10);
    const early = new Playback({ frameRate: 15, offsetMs: -20 }).run(10);
    expect(Math.max(...late.rates)).toBeCloseTo(1.03);
    expect(Math.min(...late.rates)).toBeGreaterThanOrEqual(1 - 0.005);
    expect(Math.min(...early.rates)).toBeCloseTo(0.97);
    expect(Math.max(...early.rates)).toBeLessThanOrEqual(1 + 0.005);
  });

  it('go forwards where there is media in hand, and keep 150 ms of it', () => {
    const rich = new Playback({ frameRate: 15, offsetMs: -20, spareMs: 300 }).run(10);
    expect(rich.skippedMs).toBeGreaterThan(40);
    expect(Math.abs(rich.phaseMs(1000 / 15))).toBeLessThan(5);
    const poor = new Playback({ frameRate: 15, offsetMs: -20, spareMs: 190 }).run(10);
    expect(poor.skippedMs).toBeLessThan(-15);
    expect(Math.abs(poor.phaseMs(1000 / 15))).toBeLessThan(5);
  });

  it('stay in step with a camera whose clock goes wrong by a thousandth', () => {
    const playback = new Playback({ frameRate: 15 * 1.001, offsetMs: 20 }).run(10);
    for (let second = 0; second < 60; second += 1) {
      expect(Math.abs(playback.run(1).phaseMs(1000 / 15))).toBeLessThan(6);
    }
  });
});

describe('a stream that is left alone', () => {
  it.each([
    ['slow', { frameRate: 4, offsetMs: 50 }],
    ['faster than most displays', { frameRate: 60, offsetMs: 5 }],
    ['of no usual rate', { frameRate: 13.2, offsetMs: 20 }],
    ['that loses frames', { frameRate: 15, offsetMs: 20, isLost: (n: number) => n % 7 === 0 }],
  ])('is one %s', (_, stream: Stream) => {
    expect(new Set(new Playback(stream).run(20).rates)).toEqual(new Set([1]));
  });

  it('is any, until its rate is known', () => {
    expect(new Set(new Playback({ frameRate: 15, offsetMs: 20 }).run(2).rates)).toEqual(
      new Set([1]),
    );
  });

  it('is one that begins anew, until its rate is known again', () => {
    const playback = new Playback({ frameRate: 15, offsetMs: 20 }).run(2.5);
    expect(playback.lastRate).toBeCloseTo(1.03);
    playback.beat.reset();
    expect(new Set(playback.run(1).rates.slice(-4))).toEqual(new Set([1]));
  });
});
