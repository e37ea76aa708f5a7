import { describe, expect, it } from 'vitest';
import { pinResetRequest } from '../../../../src-main/app/admin/reset-admin-pin.ts';

describe('the command line', () => {
  it.each([
    [['opus-nvr'], 'none'],
    [['opus-nvr', '--yes'], 'none'],
    [['opus-nvr', '--reset-admin-pin'], 'ask'],
    [['electron', '.', '--reset-admin-pin', '--no-sandbox'], 'ask'],
    [['opus-nvr', '--reset-admin-pin', '--yes'], 'now'],
    [['opus-nvr', '--yes', '--reset-admin-pin'], 'now'],
    [['opus-nvr', '--reset-admin-pin=no'], 'none'],
  ] as const)('%j asks for %s', (argv, request) => {
    expect(pinResetRequest(argv)).toBe(request);
  });
});
