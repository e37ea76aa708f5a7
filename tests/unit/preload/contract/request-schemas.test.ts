import { message } from '@contract/messages.ts';
import { describe, expect, it } from 'vitest';
import { appError } from '@contract/app-error.ts';
import { fieldErrors } from '@contract/field-errors.ts';
import { REQUEST_CHANNELS, REQUESTS } from '@contract/ipc-contract.ts';
import { DEFAULT_VIEW } from '@contract/models/view.ts';

const NO_INPUT = REQUESTS['app:get-info'].input;
const TAKES_NOTHING = REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].input === NO_INPUT);
const TAKES_SOMETHING = REQUEST_CHANNELS.filter((channel) => !TAKES_NOTHING.includes(channel));

describe('the contract', () => {
  it.each(REQUEST_CHANNELS)('%s takes no odd value and no entry it does not know', (channel) => {
    for (const payload of [undefined, null, 1, 'x', [], { unknown: 1 }]) {
      expect(REQUESTS[channel].input.safeParse(payload).success).toBe(false);
    }
  });

  it.each(TAKES_NOTHING)('%s takes nothing at all', (channel) => {
    expect(REQUESTS[channel].input.safeParse({}).success).toBe(true);
    expect(REQUESTS[channel].input.safeParse({ id: 1 }).success).toBe(false);
  });

  it.each(TAKES_SOMETHING)('%s does not take nothing', (channel) => {
    expect(REQUESTS[channel].input.safeParse({}).success).toBe(false);
  });

  it.each([{}, { id: 0 }, { id: -1 }, { id: 1.5 }, { id: '1' }, { id: 1, more: 1 }, null])(
    'nvr:remove refuses %j',
    (payload) => {
      expect(REQUESTS['nvr:remove'].input.safeParse(payload).success).toBe(false);
    },
  );

  it.each([
    { gridSide: 5, page: 0 },
    { gridSide: 0, page: 0 },
    { gridSide: 4, page: -1 },
    { gridSide: 4, page: 0.5 },
    { gridSide: 4, page: 100_001 },
    { gridSide: '4', page: 0 },
    { gridSide: 4 },
    { gridSide: 4, page: 0, x: 1 },
    { gridSide: 4, page: 0, fit: 'fill' },
    { gridSide: 4, page: 0, isKeepingPages: 1 },
  ])('view:set refuses %j', (payload) => {
    expect(REQUESTS['view:set'].input.safeParse(payload).success).toBe(false);
  });

  it.each([1, 2, 3, 4, 8])('view:set takes a grid of %i', (gridSide) => {
    expect(REQUESTS['view:set'].input.safeParse({ gridSide, page: 3 }).success).toBe(true);
  });

  it('view:set takes what was stored before pictures could fill their tile', () => {
    expect(REQUESTS['view:set'].input.parse({ gridSide: 4, page: 0 })).toEqual(DEFAULT_VIEW);
  });

  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
  const tooLarge = new Uint8Array(64 * 1024 * 1024 + 1);
  tooLarge.set(png);
  const snapshot = { cameraId: 1, png, frozenSinceMs: null };

  it.each([snapshot, { ...snapshot, frozenSinceMs: 0 }])('snapshot:save takes %j', (payload) => {
    expect(REQUESTS['snapshot:save'].input.safeParse(payload).success).toBe(true);
  });

  it.each([
    { png: new Uint8Array() },
    { png: png.slice(0, 7) },
    { png: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]) },
    { png: [...png] },
    { png: tooLarge },
    { cameraId: 0 },
    { frozenSinceMs: Infinity },
    { name: '../x' },
  ])('snapshot:save refuses %#', (wrong) => {
    const payload = { ...snapshot, ...wrong };
    expect(REQUESTS['snapshot:save'].input.safeParse(payload).success).toBe(false);
  });
});

describe('fieldErrors', () => {
  it('keeps the first finding of each field', () => {
    const parsed = REQUESTS['view:set'].input.safeParse({ gridSide: 9, page: -0.5 });
    expect(parsed.success).toBe(false);
    if (parsed.success) return;
    expect(Object.keys(fieldErrors(parsed.error)).sort()).toEqual(['gridSide', 'page']);
  });
});

describe('appError', () => {
  it('calls only a missing keychain worth repeating', () => {
    expect(appError('keychain-unavailable', message('internal')).isRetryable).toBe(true);
    expect(appError('internal', message('internal')).isRetryable).toBe(false);
  });

  it('has fields only when there are some', () => {
    const host = message('enter-host');
    expect(appError('internal', message('internal'))).not.toHaveProperty('fields');
    expect(appError('invalid-request', message('entries-unusable'), { host }).fields).toEqual({
      host,
    });
  });
});
