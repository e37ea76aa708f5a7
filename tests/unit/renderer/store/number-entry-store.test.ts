import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  cancelEntry,
  currentEntry,
  eraseDigit,
  typeDigit,
} from '../../../../src-renderer/store/number-entry-store.ts';

describe('typing a camera number', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    cancelEntry();
  });

  it('takes digits and takes them back; none begins with 0', () => {
    for (const digit of ['0', '1', '0']) typeDigit(digit);
    expect(currentEntry()).toBe('10');
    eraseDigit();
    expect(currentEntry()).toBe('1');
  });

  it('forgets them after three seconds without another one', () => {
    typeDigit('1');
    vi.advanceTimersByTime(2_900);
    typeDigit('2');
    vi.advanceTimersByTime(2_900);
    expect(currentEntry()).toBe('12');
    vi.advanceTimersByTime(200);
    expect(currentEntry()).toBe('');
  });
});
