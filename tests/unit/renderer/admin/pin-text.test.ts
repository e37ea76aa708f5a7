import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../../src-renderer/api/ipc-client.ts';
import {
  blockText,
  pinFormError,
  refusalText,
  repeatError,
} from '../../../../src-renderer/features/admin/pin-text.ts';
import { minutesSeconds } from '../../../../src-renderer/text/minutes-seconds.ts';

describe('what the PIN dialogs say', () => {
  it('says what a PIN looks like, and nothing of a good one', () => {
    expect(pinFormError('12345')).toBe('A PIN has 6 to 12 digits.');
    expect(pinFormError('123456')).toBeUndefined();
  });

  it('compares the two typings', () => {
    expect(repeatError('123456', '123457')).toContain('differ');
    expect(repeatError('123456', '123456')).toBeUndefined();
  });

  it('passes on what main said, unless a countdown says it better', () => {
    const error: Refusal = {
      ...{ code: 'wrong-pin', message: 'Wrong PIN. 4 tries left.', isRetryable: false },
    };
    expect(refusalText(error)).toBe('Wrong PIN. 4 tries left.');
    const attempts = { triesLeft: 4, blockedForMs: 0 };
    expect(refusalText({ ...error, attempts })).toBe('Wrong PIN. 4 tries left.');
    const blocked = { ...error, attempts: { triesLeft: 1, blockedForMs: 30_000 } };
    expect(refusalText(blocked)).toContain('longer wait');
  });

  it.each([
    [300_000, '5:00'],
    [299_600, '5:00'],
    [247_000, '4:07'],
    [27_400, '0:27'],
    [3_600_000, '60:00'],
    [-5, '0:00'],
  ])('%i ms are %s', (ms, text) => {
    expect(minutesSeconds(ms)).toBe(text);
    expect(blockText(ms)).toContain(`again in ${text}.`);
  });
});
