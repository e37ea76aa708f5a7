import { describe, expect, it, vi } from 'vitest';
import { request, typed } from '@contract/define.ts';
import { REQUEST_CHANNELS, REQUESTS } from '@contract/ipc-contract.ts';
import type { AdminStatus } from '@contract/models/admin.ts';
import { type Permission, PERMISSIONS } from '@contract/permission.ts';
import { Access } from '../../../../src-main/app/access/access.ts';
import { Emitter } from '../../../../src-main/app/lifecycle/emitter.ts';
import { ADMIN, GUARD } from '../../../../src-main/app/access/actors.ts';

const GUARDS = ['watch', 'review', 'steer', 'acknowledge'];
const byTable = (one: string, other: string) =>
  PERMISSIONS.indexOf(one as Permission) - PERMISSIONS.indexOf(other as Permission);
const ADMINS = ['export', 'manage', 'configure'] as const;

const statusOf = (isUnlocked: boolean) =>
  ({ state: isUnlocked ? 'unlocked' : 'locked' }) as AdminStatus;

/** A lock that says whether it is open, also when asked again. */
function access(isUnlocked: boolean) {
  const changed = new Emitter<AdminStatus>();
  const admit = vi.fn(() => isUnlocked);
  const lock = { status: statusOf(isUnlocked), admit, changed };
  const turn = (isOpen: boolean) => {
    lock.status = statusOf(isOpen);
    changed.emit(lock.status);
  };
  return { admit, turn, access: new Access(lock) };
}

describe('the guard', () => {
  it('may what is written here, and the admin everything', () => {
    expect(PERMISSIONS.filter((one) => GUARD.may(one)).sort()).toEqual(GUARDS.toSorted());
    expect(PERMISSIONS.filter((one) => !ADMIN.may(one))).toEqual([]);
  });

  it('may send just these requests', () => {
    // Written out, so that a request comes onto this list only on purpose.
    const may = (permission: Permission | null) => permission === null || GUARD.may(permission);
    expect(REQUEST_CHANNELS.filter((one) => may(REQUESTS[one].permission)).sort()).toEqual([
      'access:get',
      'admin:get-status',
      'admin:lock',
      'admin:set-pin',
      'admin:unlock',
      'alarm-check:cancel',
      'alarm:notify',
      'app:get-info',
      'camera:list',
      'clip:list',
      'clip:start',
      'clip:stop',
      'event:acknowledge',
      'event:list',
      'event:note',
      'event:open',
      'event:picture',
      'event:unacknowledge',
      'file:list',
      'file:reveal',
      'health:list',
      'nvr:cancel-probe',
      'nvr:list',
      'page:report-error',
      'playback:get-feed',
      'playback:get-status',
      'playback:has-sound',
      'playback:leave',
      'playback:report',
      'playback:restart',
      'recording:open',
      'recording:spans',
      'secrets:get-status',
      'secrets:retry',
      'snapshot:save',
      'view:get',
      'view:set',
    ]);
  });
});

describe('nobody known', () => {
  it('may send just these', () => {
    expect(REQUEST_CHANNELS.filter((one) => REQUESTS[one].permission === null).sort()).toEqual([
      'access:get',
      'admin:get-status',
      'admin:lock',
      'admin:set-pin',
      'admin:unlock',
      'app:get-info',
      'page:report-error',
    ]);
  });
});

describe('access', () => {
  it('is the guard’s while the app is locked', () => {
    const { access: locked } = access(false);
    expect(locked.actor).toBe(GUARD);
    for (const permission of [null, 'watch', 'review'] as const) {
      expect(locked.admit(permission)).toBe(GUARD);
    }
    for (const permission of ADMINS) expect(locked.admit(permission)).toBeNull();
  });

  it('is the admin’s while it is unlocked', () => {
    const { access: unlocked } = access(true);
    expect(unlocked.actor).toBe(ADMIN);
    for (const permission of [null, ...PERMISSIONS]) expect(unlocked.admit(permission)).toBe(ADMIN);
  });

  it('tells who is at the desk, once, when that is somebody else', () => {
    const { turn, access: desk } = access(false);
    const told: string[] = [];
    desk.changed.on(({ actor, permissions }) => told.push(`${actor} ${permissions.length}`));
    for (const isUnlocked of [false, true, true, false]) turn(isUnlocked);
    expect(told).toEqual([`admin ${PERMISSIONS.length}`, `guard ${GUARDS.length}`]);
    expect(desk.state).toEqual({ actor: 'guard', permissions: GUARDS.toSorted(byTable) });
  });

  it('counts as the admin’s activity only what the guard may not', () => {
    const { admit, access: unlocked } = access(true);
    expect(unlocked.actor).toBe(ADMIN);
    for (const permission of [null, 'watch', 'steer'] as const) unlocked.admit(permission);
    expect(admit).not.toHaveBeenCalled();
    for (const permission of ADMINS) unlocked.admit(permission);
    expect(admit).toHaveBeenCalledTimes(ADMINS.length);
  });
});

it('does not compile: a request that does not say what it takes', () => {
  // @ts-expect-error -- the permission is missing
  expect(request({ output: typed<null>() })).toBeDefined();
  // @ts-expect-error -- there is no such permission
  expect(request({ permission: 'anything', output: typed<null>() })).toBeDefined();
});
