import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  currentTroubles,
  forgetRecentTroubles,
  keepTroublesOf,
  reportTile,
} from '../../../../src-renderer/store/tile-store.ts';

beforeEach(() => void vi.useFakeTimers({ now: 100_000 }));
afterEach(() => {
  keepTroublesOf(new Set());
  vi.useRealTimers();
});

it('a broken camera stays known over page turns, with the time it broke', () => {
  reportTile(7, 'live');
  reportTile(7, 'problem', { why: 'Offline' });
  vi.advanceTimersByTime(9_000);
  reportTile(7, 'frozen', { why: 'Frozen' });
  reportTile(7, null);
  vi.advanceTimersByTime(60_000);
  reportTile(7, 'starting');
  expect(currentTroubles()).toEqual({
    7: { health: 'frozen', sinceMs: 100_000, leftMs: 109_000, why: 'Frozen' },
  });
  reportTile(7, 'problem', { why: 'Offline' });
  expect(currentTroubles()).toEqual({
    7: { health: 'problem', sinceMs: 100_000, leftMs: null, why: 'Offline' },
  });
  reportTile(7, 'late');
  expect(currentTroubles()).toEqual({});
});

it('broke when its last picture was shown, and never later than now', () => {
  reportTile(1, 'frozen', { pictureEndedAtMs: 94_000 });
  reportTile(2, 'frozen', { pictureEndedAtMs: 160_000 });
  expect(currentTroubles()).toMatchObject({ 1: { sinceMs: 94_000 }, 2: { sinceMs: 100_000 } });
});

it('says nothing of cameras that are starting, left out or unseen', () => {
  reportTile(1, 'starting');
  reportTile(2, 'left-out');
  reportTile(3, null);
  expect(currentTroubles()).toEqual({});
});

it('forgets what broke together with the streaming service, and only that', () => {
  reportTile(1, 'problem');
  vi.advanceTimersByTime(30_000);
  reportTile(2, 'frozen');
  vi.advanceTimersByTime(4_000);
  forgetRecentTroubles();
  expect(Object.keys(currentTroubles())).toEqual(['1']);
});

it('forgets cameras that are not wanted any more', () => {
  reportTile(1, 'problem');
  reportTile(2, 'problem');
  keepTroublesOf(new Set([2]));
  expect(Object.keys(currentTroubles())).toEqual(['2']);
});
