import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MseBuffer, PENDING_LIMIT_BYTES } from '../../../src-renderer/player/media/mse-buffer.ts';
import { FakeSourceBuffer, fragment } from '../renderer/player/fake-media.ts';

const KEEP_PLAYED_S = 2;
const KEEP_PLAYED_WHEN_FULL_S = 1;
const KEEP_LONGEST_S = 30;
const KEEP_RESTING_S = 1;

const chunk = fc.record({ isKeyframe: fc.boolean(), bytes: fc.integer({ min: 1, max: 400 }) });
const event = fc.oneof(
  { weight: 8, arbitrary: chunk },
  { weight: 6, arbitrary: fc.constant('finish' as const) },
  { weight: 3, arbitrary: fc.record({ playS: fc.double({ min: 0, max: 6, noNaN: true }) }) },
  fc.constantFrom('end', 'restart', 'rest', 'wake', 'fill up', 'make room'),
  { weight: 3, arbitrary: fc.constant('flood' as const) },
  // Ten seconds as they mostly are: a keyframe, and all of it is taken.
  { weight: 4, arbitrary: fc.constant('ten seconds' as const) },
);

type Happening = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** Refuses, as a real one does, what is asked while it is at work; and says so when it is full. */
class StrictSourceBuffer extends FakeSourceBuffer {
  isFull = false;

  override appendBuffer(bytes: ArrayBuffer | Uint8Array): void {
    this.#expectIdle();
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    super.appendBuffer(bytes);
  }

  override remove(startS: number, endS: number): void {
    this.#expectIdle();
    super.remove(startS, endS);
  }

  override changeType(mime: string): void {
    this.#expectIdle();
    super.changeType(mime);
  }

  #expectIdle(): void {
    if (this.updating) throw new DOMException('at work', 'InvalidStateError');
  }
}

function createBuffer() {
  const source = new StrictSourceBuffer();
  const broken: string[] = [];
  const grown: number[] = [];
  const playhead = { s: 0 };
  const buffer = new MseBuffer(() => playhead.s, {
    onBroken: (detail) => broken.push(detail),
    onGrown: (endS) => grown.push(endS),
  });
  buffer.attach(source as unknown as SourceBuffer);
  /** Of the present connection, in order. */
  const sent = { bytes: [] as number[], before: 0 };
  const begin = (): void => {
    sent.bytes = [];
    sent.before = source.appended.length;
  };
  const append = (one: ArrayBuffer): void => {
    // A player gives up a buffer that broke, also in the middle of such ten seconds.
    if (broken.length > 0) return;
    sent.bytes.push(one.byteLength);
    buffer.append(one);
  };
  const happen = (what: Happening): void => {
    if (typeof what !== 'string') {
      if ('playS' in what) playhead.s = Math.min(playhead.s + what.playS, source.range?.[1] ?? 0);
      else append(fragment(what));
    } else if (what === 'finish' && source.updating) source.finish();
    else if (what === 'end') {
      buffer.end();
      begin();
    } else if (what === 'restart') {
      buffer.restart('video/mp4; codecs="avc1.640029"');
      begin();
    } else if (what === 'rest' || what === 'wake') buffer.isResting = what === 'rest';
    else if (what === 'fill up' || what === 'make room') source.isFull = what === 'fill up';
    else if (what === 'ten seconds') {
      for (let second = 0; second < 10; second += 1) {
        append(fragment({ isKeyframe: second % 2 === 0 }));
        while (source.updating) source.finish();
        playhead.s = Math.max(playhead.s, (source.range?.[1] ?? 0) - 1);
      }
    } else if (what === 'flood') append(new ArrayBuffer(PENDING_LIMIT_BYTES / 3));
  };
  const taken = (): number => source.appended.slice(sent.before).reduce((sum, one) => sum + one, 0);
  return { buffer, source, broken, grown, playhead, sent, happen, taken };
}

/** Sums of the first none, one, two … of them. */
function prefixSums(sizes: readonly number[]): number[] {
  let sum = 0;
  return [0, ...sizes.map((size) => (sum += size))];
}

it('bytes reach the source whole and in order, one operation at a time, within bounds, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      const { source, broken, grown, playhead, sent, happen, taken, buffer } = createBuffer();
      for (const each of events) {
        const [removals, wasResting, wasFull] = [
          ...([source.removed.length, buffer.isResting, source.isFull] as const),
        ];
        happen(each);
        expect(broken).not.toContain('at work');
        const sums = prefixSums(sent.bytes);
        expect(sums, 'a whole number of messages').toContain(taken());
        if (broken.length > 0) return;
        expect((sums.at(-1) ?? 0) - taken()).toBeLessThanOrEqual(PENDING_LIMIT_BYTES);
        for (const [, cutS] of source.removed.slice(removals)) {
          const endS = source.range?.[1] ?? 0;
          const kept = wasFull || source.isFull ? KEEP_PLAYED_WHEN_FULL_S : KEEP_PLAYED_S;
          const latestS = Math.max(playhead.s - kept, endS - KEEP_LONGEST_S);
          expect(cutS).toBeLessThanOrEqual(wasResting ? endS - KEEP_RESTING_S : latestS);
        }
      }
      expect(grown).toEqual(grown.toSorted((one, other) => one - other));
    }),
    { numRuns: 500 },
  );
});

it('once there is room and time, all that came of a connection is taken', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const { source, broken, sent, happen, taken } = createBuffer();
      for (const each of events) happen(each);
      source.isFull = false;
      for (let each = 0; each < 200 && source.updating; each += 1) source.finish();
      if (broken.length === 0) expect(taken()).toBe(prefixSums(sent.bytes).at(-1));
    }),
    { numRuns: 300 },
  );
});
