import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  currentToasts,
  hideToast,
  showFailure,
  showToast,
  takeUndo,
} from '../../../../src-renderer/store/toast-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { id } of currentToasts()) hideToast(id);
  vi.useRealTimers();
});

const texts = () => currentToasts().map(({ text }) => text);
const undo = (run = vi.fn()) => ({ label: 'Undo', isUndo: true, run });

it('what can be taken back stays for its time, whatever is said meanwhile', () => {
  const run = vi.fn();
  showToast('Removed.', undo(run), 10_000);
  vi.advanceTimersByTime(3_000);
  showToast('Clip saved.', { label: 'Open folder', run: vi.fn() }, 8_000);
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual(['Removed.', 'Clip saved.']);
  takeUndo();
  expect(run).toHaveBeenCalledTimes(1);
  expect(texts()).toEqual(['Clip saved.']);
  takeUndo();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  expect(texts()).toEqual([]);
});

it('the key takes back the newest first', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  showToast('One.', undo(first));
  showToast('Two.', undo(second));
  takeUndo();
  expect([first, second].map((run) => run.mock.calls.length)).toEqual([0, 1]);
});

it('no more than a few are shown, and what can be acted on goes last', () => {
  showToast('Removed.', undo());
  for (let count = 1; count <= 6; count += 1) showFailure(`Failure ${count}`);
  expect(texts()).toEqual(['Removed.', 'Failure 4', 'Failure 5', 'Failure 6']);
});

it('the same sentence is said once', () => {
  showFailure('No picture.');
  showFailure('No picture.');
  expect(texts()).toEqual(['No picture.']);
  vi.advanceTimersByTime(10_000);
  expect(vi.getTimerCount()).toBe(0);
});
