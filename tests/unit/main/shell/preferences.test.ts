import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { Preferences } from '../../../../src-main/shell/preferences.ts';

const disk = vi.hoisted(() => ({
  values: new Map<string, unknown>(),
  ...{ writes: 0, isFull: false },
}));

vi.mock('electron-store', () => ({
  default: class {
    get(key: string): unknown {
      return disk.values.get(key);
    }
    set(changed: Record<string, unknown>): void {
      if (disk.isFull) throw new Error('ENOSPC');
      for (const [key, value] of Object.entries(changed)) disk.values.set(key, value);
      disk.writes += 1;
    }
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  disk.values.clear();
  Object.assign(disk, { writes: 0, isFull: false });
});
afterEach(() => void vi.useRealTimers());

it('a page that is turned waits for no disk: the view is written once, when it has stayed', () => {
  const preferences = new Preferences('/nowhere');
  for (let page = 1; page <= 20; page += 1) {
    preferences.view = { ...DEFAULT_VIEW, page };
    vi.advanceTimersByTime(200);
  }
  expect(disk.writes).toBe(0);
  expect(preferences.view.page).toBe(20);
  vi.advanceTimersByTime(3_000);
  expect(disk.writes).toBe(1);
  expect(new Preferences('/nowhere').view.page).toBe(20);
});

it('is written at the end of the app, once', async () => {
  const preferences = new Preferences('/nowhere');
  preferences.view = { ...DEFAULT_VIEW, page: 7 };
  await preferences.stop();
  await preferences.stop();
  expect(disk.writes).toBe(1);
  expect(new Preferences('/nowhere').view.page).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

it('a full disk disturbs nobody', async () => {
  const preferences = new Preferences('/nowhere');
  disk.isFull = true;
  preferences.view = { ...DEFAULT_VIEW, page: 7 };
  preferences.window = { bounds: null, isMaximized: true, isFullScreen: false };
  await expect(preferences.stop()).resolves.toBeUndefined();
});

it.each([
  null,
  'maximized',
  { bounds: { x: 0, y: 0, width: 1e12, height: 900 }, isMaximized: false, isFullScreen: false },
  { bounds: { x: 0, y: 0, width: 900.5, height: 900 }, isMaximized: false, isFullScreen: false },
  { bounds: { x: '0', y: 0, width: 1, height: 1 }, isMaximized: false, isFullScreen: false },
  { bounds: [], isMaximized: false, isFullScreen: false },
  { bounds: null, isMaximized: 'yes', isFullScreen: {} },
])('a window state of %j, which no app has written, counts as never set', (state) => {
  disk.values.set('window', state);
  expect(new Preferences('/nowhere').window).toEqual({
    ...{ bounds: null, isMaximized: false, isFullScreen: false },
  });
});

it('a window comes back as it was left', () => {
  const left = { ...{ isMaximized: true, isFullScreen: false } };
  const bounds = { x: -1600, y: 20, width: 1600, height: 940 };
  new Preferences('/nowhere').window = { ...left, bounds };
  expect(new Preferences('/nowhere').window).toEqual({ ...left, bounds });
});
