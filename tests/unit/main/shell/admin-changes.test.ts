import { describe, expect, it, vi } from 'vitest';
import { appError } from '@contract/app-error.ts';
import { ACCESS, REQUEST_CHANNELS } from '@contract/ipc-contract.ts';
import { err, ok } from '@contract/result.ts';
import { ADMIN_CHANGES, withAdminLog } from '../../../../src-main/shell/ipc/admin-changes.ts';
import type { Handlers } from '../../../../src-main/shell/ipc/answer.ts';

/** They need the PIN, but change nothing; the lock itself writes about PINs. */
const LOOKS = [
  ...['nvr:probe', 'nvr:scan-channels', 'nvr:preview-sync', 'site:preview-import', 'backup:list'],
  'admin:change-pin',
];

const NAMES = {
  nvr: (id: number) => `NVR ${id}`,
  cameras: (ids: readonly number[]) => ids.map((id) => `camera ${id}`),
};

function logged(handlers: Partial<Handlers>) {
  const write = vi.fn();
  const readNames = () => Promise.resolve(NAMES);
  return {
    write,
    handlers: withAdminLog(handlers as Handlers, { adminLog: { write }, readNames }),
  };
}

it('knows every request that needs the PIN', () => {
  const admin = REQUEST_CHANNELS.filter((channel) => ACCESS[channel] !== 'anyone');
  expect([...Object.keys(ADMIN_CHANGES), ...LOOKS].sort()).toEqual(admin.sort());
});

describe('a change', () => {
  it('is written with the names from before it', async () => {
    const { write, handlers } = logged({ 'nvr:set-enabled': async () => ok(null) });
    await handlers['nvr:set-enabled']({ id: 7, isEnabled: false });
    const details = { nvr: 'NVR 7', id: 7, isEnabled: false };
    expect(write).toHaveBeenCalledExactlyOnceWith('nvr:set-enabled', details);
  });

  it('is not written when it was refused', async () => {
    const refused = err(appError('not-found', 'This NVR has been removed.'));
    const { write, handlers } = logged({ 'nvr:set-enabled': async () => refused });
    expect(await handlers['nvr:set-enabled']({ id: 7, isEnabled: false })).toBe(refused);
    expect(write).not.toHaveBeenCalled();
  });

  it('is written without passwords, PINs and passphrases', async () => {
    const { write, handlers } = logged({
      'nvr:set-password': async () => ok(null),
      'site:export': async () => ok({ fileId: 'id', path: '/site.json' }),
    });
    await handlers['nvr:set-password']({ id: 7, password: 'hidden' });
    await handlers['site:export']({ passphrase: 'hidden sentence', pin: '048213' });
    expect(write.mock.calls).toEqual([
      ['nvr:set-password', { nvr: 'NVR 7', id: 7 }],
      ['site:export', { withPasswords: true, path: '/site.json' }],
    ]);
  });
});
