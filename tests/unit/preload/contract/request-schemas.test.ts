import { describe, expect, it } from 'vitest';
import { appError } from '@contract/app-error.ts';
import {
  isEventChannel,
  isRequestChannel,
  REQUEST_CHANNELS,
  type RequestChannel,
} from '@contract/ipc-contract.ts';
import { DEFAULT_VIEW } from '@contract/models/view.ts';
import { fieldErrors, requestSchemas } from '@contract/schemas.ts';

const TAKES_SOMETHING: RequestChannel[] = [
  'nvr:probe',
  'nvr:scan-channels',
  'nvr:cancel-probe',
  'nvr:add',
  'nvr:set-password',
  'nvr:edit',
  'nvr:set-enabled',
  'nvr:remove',
  'nvr:preview-sync',
  'nvr:apply-sync',
  'camera:add',
  'camera:add-single',
  'camera:edit',
  'camera:set-enabled',
  'camera:rename',
  'camera:move',
  'camera:remove',
  'undo:run',
  'site:export',
  'site:preview-import',
  'site:import',
  'backup:restore',
  'page:report-error',
  'file:reveal',
  'snapshot:save',
  'clip:start',
  'clip:stop',
  'playback:has-sound',
  'playback:get-feed',
  'view:set',
  'admin:set-pin',
  'admin:unlock',
  'admin:change-pin',
  'admin:set-auto-lock',
];
const TAKES_NOTHING = REQUEST_CHANNELS.filter((channel) => !TAKES_SOMETHING.includes(channel));

describe('the contract', () => {
  it('has a schema for every channel and no other', () => {
    expect(Object.keys(requestSchemas).sort()).toEqual([...REQUEST_CHANNELS].sort());
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'nvr:changed', 'NVR:LIST'])(
    'does not take %j for a request',
    (name) => {
      expect(isRequestChannel(name)).toBe(false);
    },
  );

  it.each(['__proto__', 'hasOwnProperty', 'nvr:list', ''])(
    'does not take %j for an event',
    (name) => {
      expect(isEventChannel(name)).toBe(false);
    },
  );

  it.each(TAKES_NOTHING)('%s takes nothing at all', (channel) => {
    const schema = requestSchemas[channel];
    expect(schema.safeParse({}).success).toBe(true);
    for (const payload of [undefined, null, 1, 'x', [], { id: 1 }]) {
      expect(schema.safeParse(payload).success).toBe(false);
    }
  });

  it.each([{}, { id: 0 }, { id: -1 }, { id: 1.5 }, { id: '1' }, { id: 1, more: 1 }, null])(
    'nvr:remove refuses %j',
    (payload) => {
      expect(requestSchemas['nvr:remove'].safeParse(payload).success).toBe(false);
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
    expect(requestSchemas['view:set'].safeParse(payload).success).toBe(false);
  });

  it.each([1, 2, 3, 4, 8])('view:set takes a grid of %i', (gridSide) => {
    expect(requestSchemas['view:set'].safeParse({ gridSide, page: 3 }).success).toBe(true);
  });

  it('view:set takes what was stored before pictures could fill their tile', () => {
    expect(requestSchemas['view:set'].parse({ gridSide: 4, page: 0 })).toEqual(DEFAULT_VIEW);
  });

  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
  const tooLarge = new Uint8Array(64 * 1024 * 1024 + 1);
  tooLarge.set(png);
  const snapshot = { cameraId: 1, png, frozenSinceMs: null };

  it.each([snapshot, { ...snapshot, frozenSinceMs: 0 }])('snapshot:save takes %j', (payload) => {
    expect(requestSchemas['snapshot:save'].safeParse(payload).success).toBe(true);
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
    expect(requestSchemas['snapshot:save'].safeParse(payload).success).toBe(false);
  });
});

describe('fieldErrors', () => {
  it('keeps the first finding of each field', () => {
    const parsed = requestSchemas['view:set'].safeParse({ gridSide: 9, page: -0.5 });
    expect(parsed.success).toBe(false);
    if (parsed.success) return;
    expect(Object.keys(fieldErrors(parsed.error)).sort()).toEqual(['gridSide', 'page']);
  });
});

describe('appError', () => {
  it('calls only a missing keychain worth repeating', () => {
    expect(appError('keychain-unavailable', 'x').isRetryable).toBe(true);
    expect(appError('internal', 'x').isRetryable).toBe(false);
  });

  it('has fields only when there are some', () => {
    expect(appError('internal', 'x')).not.toHaveProperty('fields');
    expect(appError('invalid-request', 'x', { host: 'y' }).fields).toEqual({ host: 'y' });
  });
});
