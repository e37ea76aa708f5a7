import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamReport } from '@contract/models/stream-report.ts';
import {
  type ShownStream,
  StreamHealth,
} from '../../../../src-main/app/recorders/streams/stream-health.ts';

const STREAM = 'nvr1-ch3-sub';
const ONE = 1;
const OTHER = 2;

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 0, 5, 12) }));
afterEach(() => void vi.useRealTimers());

/** A health that is told, and what it has told itself. */
function build() {
  const health = new StreamHealth();
  const told: ShownStream[] = [];
  health.changed.on((shown) => told.push(shown));
  const report = (viewer: number, entries: Partial<StreamReport>): void =>
    health.report(viewer, {
      ...{ stream: STREAM, state: 'live', fault: null, forMs: 0, pictureAgoMs: 0, reconnects: 0 },
      ...entries,
    });
  const known = (): ShownStream => {
    const shown = health.of(STREAM);
    if (shown === null) throw new Error('nothing is known of it');
    return shown;
  };
  return { health, told, report, known };
}

describe('a stream that windows report', () => {
  it('is unknown before, and told of each report', () => {
    const { health, told, report, known } = build();
    expect(health.of(STREAM)).toBeNull();
    report(ONE, { state: 'connecting', pictureAgoMs: null });
    report(ONE, {});
    expect(told.map(({ best }) => best?.state)).toEqual(['connecting', 'live']);
    expect(known()).toMatchObject({ stream: STREAM, viewers: [ONE] });
    expect(health.all()).toEqual([known()]);
  });

  it('looks as well as in its best window, and as badly as in its worst', () => {
    const { report, known } = build();
    report(ONE, { state: 'offline', fault: 'decode-error', pictureAgoMs: null, forMs: 4_000 });
    report(OTHER, { state: 'late' });
    const { best, worst, viewers } = known();
    expect(viewers).toEqual([ONE, OTHER]);
    expect(best?.state).toBe('late');
    expect(worst).toEqual({
      ...{ state: 'offline', fault: 'decode-error' },
      sinceMs: performance.now() - 4_000,
    });
  });

  it('had its last picture when a window last saw one', async () => {
    const { health, report, known } = build();
    report(ONE, { state: 'connecting', pictureAgoMs: null });
    expect(known().lastPictureAtMs).toBeNull();
    report(ONE, {});
    await vi.advanceTimersByTimeAsync(60_000);
    expect(known().lastPictureAtMs).toBe(performance.now());
    const endedAtMs = performance.now();
    health.leave(ONE, STREAM);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(known().lastPictureAtMs).toBe(endedAtMs);
    report(OTHER, { state: 'stale', pictureAgoMs: 2_000 });
    expect(known().lastPictureAtMs).toBe(performance.now() - 2_000);
    report(OTHER, { state: 'offline', fault: 'unreachable', pictureAgoMs: 90_000 });
    expect(known().lastPictureAtMs).toBe(performance.now() - 2_000);
  });

  it('counts the reconnects of all windows, over page turns, until midnight', async () => {
    const { health, report, known } = build();
    report(ONE, { reconnects: 2 });
    health.leave(ONE, STREAM);
    report(OTHER, { reconnects: 1 });
    expect(known().reconnectsToday).toBe(3);
    await vi.advanceTimersByTimeAsync(13 * 3_600_000);
    expect(known().reconnectsToday).toBe(0);
    report(OTHER, { reconnects: 1 });
    expect(known().reconnectsToday).toBe(1);
  });

  it('is shown by nobody once its windows have left it or are gone', () => {
    const { health, told, report, known } = build();
    report(ONE, {});
    report(OTHER, { state: 'stale' });
    report(OTHER, { stream: 'nvr1-ch4-sub' });
    health.forgetViewer(OTHER);
    expect(known()).toMatchObject({ viewers: [ONE], worst: { state: 'live' } });
    health.leave(ONE, STREAM);
    expect(known()).toMatchObject({ viewers: [], best: null, worst: null });
    const { length } = told;
    health.leave(ONE, STREAM);
    health.leave(ONE, 'nvr1-ch9-sub');
    health.forgetViewer(OTHER);
    expect(told).toHaveLength(length);
  });
});
