import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AlarmNotice } from '@contract/models/events/journal.ts';
import { AlarmNotices } from '../../../../src-main/shell/alarm-notices.ts';

const notice = (id: number): AlarmNotice => ({ id, title: 'Intrusion', body: '', cameraId: id });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function create() {
  const desktop = { isInFront: false, shown: [] as number[], takenAway: 0 };
  let click = (): void => undefined;
  const notices = new AlarmNotices({
    isInFront: () => desktop.isInFront,
    show: ({ id }, onClick) => {
      desktop.shown.push(id);
      click = onClick;
      return () => (desktop.takenAway += 1);
    },
  });
  return { desktop, notices, click: () => click() };
}

it('two walls that tell of one alarm show it once, and not while a wall is in front', () => {
  const { desktop, notices } = create();
  notices.notify(notice(1), vi.fn());
  notices.notify(notice(1), vi.fn());
  vi.advanceTimersByTime(5_000);
  desktop.isInFront = true;
  notices.notify(notice(2), vi.fn());
  desktop.isInFront = false;
  notices.notify(notice(2), vi.fn());
  expect(desktop.shown).toEqual([1]);
});

it('the newest takes the place of the one before, and no page floods the desktop', () => {
  const { desktop, notices } = create();
  for (let id = 1; id <= 100; id += 1) {
    notices.notify(notice(id), vi.fn());
    vi.advanceTimersByTime(100);
  }
  expect(desktop.shown).toEqual([1, 21, 41, 61, 81]);
  expect(desktop.takenAway).toBe(4);
});

it('a click opens what the page wrote', () => {
  const { notices, click, desktop } = create();
  const onOpen = vi.fn();
  notices.notify(notice(1), onOpen);
  click();
  expect(onOpen).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5_000);
  notices.notify(notice(2), vi.fn());
  expect(desktop.takenAway).toBe(0);
});
