import { describe, expect, it, vi } from 'vitest';
import { REQUEST_CHANNELS, type RequestChannel, REQUESTS } from '@contract/ipc-contract.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { type Permission, PERMISSIONS, type Subject } from '@contract/permission.ts';
import { ok } from '@contract/result.ts';
import { ADMIN, GUARD } from '../../../../src-main/app/access/actors.ts';
import type { Actor } from '../../../../src-main/app/domain/actor.ts';
import { answer, type Handlers } from '../../../../src-main/shell/ipc/answer.ts';
import { recordLog } from '../../../support/recorded-log.ts';

/** Only the channels a test names do anything. */
function handlers(known: Partial<Handlers>): Handlers {
  return new Proxy(known, {
    get: (target, name: RequestChannel) =>
      target[name] ?? (() => Promise.reject(new Error('not expected'))),
  }) as Handlers;
}

const GOOD_NVR = {
  name: ' Gate ',
  host: '10.0.0.1',
  rtspPort: '554',
  httpPort: 80,
  username: 'admin',
  password: 'secret',
  maxChannels: '4',
};

const UNLOCKED = { admit: () => ADMIN };
const LOCKED = { admit: guardOnly };

function guardOnly(permission: Permission | null): Actor | null {
  return permission === null || GUARD.may(permission) ? GUARD : null;
}

describe('answer', () => {
  it('gives the handler the validated request and who asks, and returns its answer', async () => {
    const add = vi.fn<Handlers['nvr:add']>(async ({ name }) => ok({ id: 1, name } as Nvr));
    const result = await answer(
      'nvr:add',
      handlers({ 'nvr:add': add }),
      GOOD_NVR,
      UNLOCKED,
      recordLog().log,
    );
    expect(add.mock.calls[0]?.[0]).toMatchObject({ name: 'Gate', rtspPort: 554, maxChannels: 4 });
    expect(add.mock.calls[0]?.[1]).toBe(ADMIN);
    expect(result).toMatchObject({ ok: true, value: { id: 1 } });
  });

  it('names the fields of an invalid request and never asks the handler', async () => {
    const add = vi.fn<Handlers['nvr:add']>();
    const request = { ...GOOD_NVR, host: 'http://x', rtspPort: '0' };
    const result = await answer(
      'nvr:add',
      handlers({ 'nvr:add': add }),
      request,
      UNLOCKED,
      recordLog().log,
    );
    expect(add).not.toHaveBeenCalled();
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    expect(result.ok ? [] : Object.keys(result.error.fields ?? {}).sort()).toEqual([
      'host',
      'rtspPort',
    ]);
  });

  it.each([undefined, null, 0, 'text', [], [GOOD_NVR], { __proto__: null }, new Map()])(
    'refuses %o instead of throwing',
    async (payload) => {
      const result = await answer('nvr:add', handlers({}), payload, UNLOCKED, recordLog().log);
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    },
  );

  it.each([
    ['rejects', () => Promise.reject(new Error('rtsp://u:hunter22@h'))],
    [
      'throws',
      () => {
        throw new Error('rtsp://u:hunter22@h');
      },
    ],
    ['rejects with no error', () => Promise.reject(undefined as unknown as Error)],
  ])('answers internal when the handler %s, and logs it redacted', async (_how, list) => {
    const { log, lines } = recordLog();
    const result = await answer('nvr:list', handlers({ 'nvr:list': list }), {}, LOCKED, log);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal', isRetryable: false } });
    expect(JSON.stringify(result)).not.toContain('hunter22');
    expect(lines).toEqual([expect.stringContaining('nvr:list')]);
    expect(lines.join()).not.toContain('hunter22');
  });
});

/** Who has everything but one permission. */
const without = (missing: Permission): Actor => ({
  name: 'nearly all',
  may: (permission) => permission !== missing,
});

describe('answer to somebody who has not got the permission', () => {
  const asked = REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].permission !== null);

  it.each(asked)('refuses %s before it reads a word of it', async (channel) => {
    const handler = vi.fn();
    const { permission: missing } = REQUESTS[channel];
    if (missing === null) throw new Error('nothing is missing');
    const actor = without(missing);
    const admit = (permission: Permission | null) =>
      permission === null || actor.may(permission) ? actor : null;
    for (const payload of [{}, GOOD_NVR, { id: 1 }, 'nonsense', undefined]) {
      const result = await answer(
        ...([
          channel,
          handlers({ [channel]: handler }),
          payload,
          { admit },
          recordLog().log,
        ] as const),
      );
      expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it('has no request yet for what the coming rooms bring', () => {
    const needed = new Set<Permission | null>(
      REQUEST_CHANNELS.map((channel) => REQUESTS[channel].permission),
    );
    expect(PERMISSIONS.filter((permission) => !needed.has(permission))).toEqual(['steer']);
  });
});

describe('answer to somebody who has the permission for a part of the site', () => {
  const isGate = ({ nvrs = [], cameras = [], streams = [] }: Subject) =>
    [...nvrs, ...cameras].every((id) => id === 1) &&
    streams.every((stream) => stream.startsWith('nvr1-'));
  const gatekeeper: Actor = { name: 'gatekeeper', may: (_, subject) => isGate(subject ?? {}) };
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

  it.each([
    ['clip:start', { cameraId: 1 }, { cameraId: 2 }],
    ['snapshot:save', ...[1, 2].map((cameraId) => ({ cameraId, png, frozenSinceMs: null }))],
    [
      'playback:leave',
      { streams: ['nvr1-ch1-sub'] },
      { streams: ['nvr1-ch1-sub', 'nvr2-ch1-sub'] },
    ],
    ['playback:get-feed', { stream: 'nvr1-ch1-sub' }, { stream: 'nvr2-ch1-sub' }],
    ['playback:has-sound', { stream: 'nvr1-ch1-sub' }, { stream: 'nvr2-ch1-sub' }],
    [
      'playback:report',
      ...[['nvr1-ch1-sub'], ['nvr1-ch1-sub', 'nvr2-ch1-sub']].map((left) => ({ shown: [], left })),
    ],
    ['nvr:set-enabled', ...[1, 2].map((id) => ({ id, isEnabled: false }))],
    ['nvr:remove', { id: 1 }, { id: 2 }],
    ['camera:remove', { ids: [1] }, { ids: [1, 2] }],
    ['camera:set-enabled', ...[[1], [1, 2]].map((ids) => ({ ids, isEnabled: true }))],
    ['camera:rename', ...[1, 2].map((id) => ({ names: [{ id, name: 'Yard' }] }))],
  ] as [RequestChannel, unknown, unknown][])(
    'lets %s pass only there',
    async (channel, own, foreign) => {
      const handler = vi.fn(() => Promise.resolve(ok(null)));
      const ask = (payload: unknown) =>
        answer(
          ...([channel, handlers({ [channel]: handler }), payload] as const),
          ...([{ admit: () => gatekeeper }, recordLog().log] as const),
        );
      expect(await ask(foreign)).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
      expect(handler).not.toHaveBeenCalled();
      expect(await ask(own)).toMatchObject({ ok: true });
    },
  );
});
