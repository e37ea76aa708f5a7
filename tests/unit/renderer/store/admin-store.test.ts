import { message } from '@contract/messages.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '@contract/app-error.ts';
import type { AdminStatus } from '@contract/models/admin.ts';
import { err, ok } from '@contract/result.ts';
import {
  adminRequest,
  cancelPin,
  setAdminStatus,
  whenUnlocked,
} from '../../../../src-renderer/store/admin-store.ts';

const LOCKED: AdminStatus = {
  state: 'locked',
  triesLeft: 5,
  blockedForMs: 0,
  autoLockMinutes: 5,
};
const UNLOCKED: AdminStatus = { state: 'unlocked', expiresInMs: 300_000, autoLockMinutes: 5 };

const main = vi.fn();

beforeEach(() => {
  main.mockReset();
  vi.stubGlobal('window', { opus: { request: main } });
  cancelPin();
  setAdminStatus(LOCKED);
});

/** Lets every answer that has arrived be dealt with. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const refuseOnce = () =>
  main.mockResolvedValueOnce(err(appError('not-permitted', message('pin-wanted'))));

describe('adminRequest', () => {
  it('passes any other answer on as it is', async () => {
    main.mockResolvedValueOnce(err(appError('not-found', message('nvr-removed'))));
    expect(await adminRequest('nvr:remove', { id: 1 })).toMatchObject({
      error: { code: 'not-found', message: 'This NVR has been removed.' },
    });
    expect(main).toHaveBeenCalledOnce();
  });

  it('sends the same again once the app is unlocked, and not before', async () => {
    refuseOnce();
    main.mockResolvedValueOnce(ok(null));
    const answer = adminRequest('nvr:remove', { id: 7 });
    await settled();
    setAdminStatus(LOCKED);
    await settled();
    expect(main).toHaveBeenCalledOnce();
    setAdminStatus(UNLOCKED);
    expect(await answer).toEqual(ok(null));
    expect(main.mock.calls).toEqual([
      ['nvr:remove', { id: 7 }],
      ['nvr:remove', { id: 7 }],
    ]);
  });

  it('gives the refusal when the PIN is not entered', async () => {
    refuseOnce();
    const answer = adminRequest('nvr:remove', { id: 7 });
    await settled();
    cancelPin();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    expect(main).toHaveBeenCalledOnce();
  });
});

describe('whenUnlocked', () => {
  it('acts at once, later, or never', async () => {
    const act = vi.fn();
    setAdminStatus(UNLOCKED);
    await whenUnlocked(act);
    expect(act).toHaveBeenCalledTimes(1);

    setAdminStatus(LOCKED);
    const waiting = whenUnlocked(act);
    expect(act).toHaveBeenCalledTimes(1);
    setAdminStatus(UNLOCKED);
    await waiting;
    expect(act).toHaveBeenCalledTimes(2);

    setAdminStatus(LOCKED);
    const cancelled = whenUnlocked(act);
    cancelPin();
    await cancelled;
    setAdminStatus(UNLOCKED);
    expect(act).toHaveBeenCalledTimes(2);
  });
});
