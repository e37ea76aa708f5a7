import { describe, expect, it, vi } from 'vitest';
import { REQUEST_CHANNELS, type RequestChannel, REQUESTS } from '@contract/ipc-contract.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { ok } from '@contract/result.ts';
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

const UNLOCKED = { admit: () => true };
const LOCKED = { admit: () => false };

describe('answer', () => {
  it('gives the handler the validated request and returns its answer', async () => {
    const add = vi.fn<Handlers['nvr:add']>(async ({ name }) => ok({ id: 1, name } as Nvr));
    const result = await answer(
      'nvr:add',
      handlers({ 'nvr:add': add }),
      GOOD_NVR,
      UNLOCKED,
      recordLog().log,
    );
    expect(add.mock.calls[0]?.[0]).toMatchObject({ name: 'Gate', rtspPort: 554, maxChannels: 4 });
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

describe('answer while the app is locked', () => {
  const guarded = REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].access === 'admin');
  const open = REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].access === 'anyone');

  it.each(guarded)('refuses %s before it reads a word of it', async (channel) => {
    const handler = vi.fn();
    for (const payload of [{}, GOOD_NVR, { id: 1 }, 'nonsense', undefined]) {
      const result = await answer(
        channel,
        handlers({ [channel]: handler }),
        payload,
        LOCKED,
        recordLog().log,
      );
      expect(result).toMatchObject({ ok: false, error: { code: 'admin-locked' } });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it.each(open)(
    'never asks the lock about %s, which would count as an admin’s activity',
    async (channel) => {
      const admit = vi.fn(() => true);
      await answer(channel, handlers({}), {}, { admit }, recordLog().log);
      expect(admit).not.toHaveBeenCalled();
    },
  );
});
