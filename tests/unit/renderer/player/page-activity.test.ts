import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PageActivity } from '../../../../src-renderer/player/pool/page-activity.ts';

const page = { hidden: false };
const asked: (() => void)[] = [];
const paint = () => {
  for (const callback of asked.splice(0)) callback();
};

beforeEach(() => {
  page.hidden = false;
  asked.length = 0;
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => asked.push(callback));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('takes a page for painted that gets its animation frames', () => {
  const activity = new PageActivity();
  for (let nowMs = 0; nowMs < 5000; nowMs += 250) {
    expect(activity.isPainting(nowMs)).toBe(true);
    paint();
  }
});

it('does not judge a covered window that claims to be visible, until it paints again', () => {
  const activity = new PageActivity();
  expect(activity.isPainting(0)).toBe(true);
  expect(activity.isPainting(750)).toBe(true);
  expect(activity.isPainting(1000)).toBe(false);
  expect(asked).toHaveLength(1);
  paint();
  expect(activity.isPainting(1250)).toBe(true);
});

it('does not judge a hidden page', () => {
  page.hidden = true;
  expect(new PageActivity().isPainting(0)).toBe(false);
  expect(asked).toHaveLength(0);
});
