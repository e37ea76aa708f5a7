import { describe, expect, it } from 'vitest';
import { REQUESTS } from '@contract/ipc-contract.ts';

describe('a PIN', () => {
  it.each(['000000', '048213', '123456789012'])('may be %j', (pin) => {
    expect(REQUESTS['admin:unlock'].input.safeParse({ pin }).success).toBe(true);
  });

  it.each(['', '12345', '1234567890123', '12345a', ' 123456', '123456\n', '١٢٣٤٥٦', 123_456, null])(
    'may not be %j',
    (pin) => {
      expect(REQUESTS['admin:set-pin'].input.safeParse({ pin }).success).toBe(false);
      expect(REQUESTS['admin:unlock'].input.safeParse({ pin }).success).toBe(false);
      const change = { currentPin: '000000', newPin: pin };
      expect(REQUESTS['admin:change-pin'].input.safeParse(change).success).toBe(false);
    },
  );

  it('is not repeated in what is said about it', () => {
    const parsed = REQUESTS['admin:unlock'].input.safeParse({ pin: 'canary' });
    expect(JSON.stringify(parsed.error?.issues)).not.toContain('canary');
  });
});

describe('the idle time', () => {
  it.each([1, 5, 60])('may be %i minutes', (minutes) => {
    expect(REQUESTS['admin:set-auto-lock'].input.safeParse({ minutes }).success).toBe(true);
  });

  it.each([0, -1, 61, 1.5, NaN, Infinity, '5', null, undefined])('may not be %j', (minutes) => {
    expect(REQUESTS['admin:set-auto-lock'].input.safeParse({ minutes }).success).toBe(false);
  });
});

describe('a new PIN', () => {
  it.each(['123456', '654321', '000000', '9999999', '890123', '321098'])('is not %j', (pin) => {
    expect(REQUESTS['admin:set-pin'].input.safeParse({ pin }).success).toBe(false);
    const change = { currentPin: '048213', newPin: pin };
    expect(REQUESTS['admin:change-pin'].input.safeParse(change).success).toBe(false);
    expect(REQUESTS['admin:unlock'].input.safeParse({ pin }).success).toBe(true);
  });

  it.each(['048213', '112233', '123457'])('may be %j', (pin) => {
    expect(REQUESTS['admin:set-pin'].input.safeParse({ pin }).success).toBe(true);
  });
});
