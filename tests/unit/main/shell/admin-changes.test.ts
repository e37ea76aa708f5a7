import { message } from '@contract/messages.ts';
import { describe, expect, it, vi } from 'vitest';
import { appError } from '@contract/app-error.ts';
import type { NotifyResult } from '@contract/models/alarm-check.ts';
import { err, ok } from '@contract/result.ts';
import { ADMIN } from '../../../../src-main/app/access/actors.ts';
import { withAdminLog } from '../../../../src-main/shell/ipc/admin-changes.ts';
import { CHANGING } from '../../../support/changing-channels.ts';
import type { Handlers } from '../../../../src-main/shell/ipc/answer.ts';
import { ADMIN_CHANGES } from '../../../../src-main/shell/ipc/handlers/index.ts';

/** They need the PIN, but change nothing; the lock itself writes about PINs. */
const LOOKS = [
  // Ends what is being written; that it was asked for is written.
  'csv:cancel',
  ...['nvr:probe', 'nvr:scan-channels', 'nvr:preview-sync', 'site:preview-import', 'backup:list'],
  ...['event-rules:get', 'alarm-check:look'],
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
    handlers: withAdminLog(handlers as Handlers, ADMIN_CHANGES, { adminLog: { write }, readNames }),
  };
}

it('knows every request that changes the installation', () => {
  expect(Object.keys(ADMIN_CHANGES).sort()).toEqual(CHANGING.toSorted());
});

it('is silent about looks alone', () => {
  const silent = Object.entries(ADMIN_CHANGES).filter(([, describe]) => describe === null);
  expect(silent.map(([channel]) => channel).sort()).toEqual(LOOKS.sort());
});

describe('a change', () => {
  it('is written with who made it and the names from before it', async () => {
    const { write, handlers } = logged({ 'nvr:set-enabled': async () => ok(null) });
    await handlers['nvr:set-enabled']({ id: 7, isEnabled: false }, ADMIN);
    const details = { by: 'admin', nvr: 'NVR 7', id: 7, isEnabled: false };
    expect(write).toHaveBeenCalledExactlyOnceWith('nvr:set-enabled', details);
  });

  it('of many triggers is written whole, with what became of each', async () => {
    const results = Array.from({ length: 256 }, (_, index) => ({
      ...{ triggerId: `VMD-${index + 1}`, outcome: index === 255 ? 'not-kept' : 'notifies' },
    })) as NotifyResult[];
    const { write, handlers } = logged({ 'alarm-check:let-notify': async () => ok(results) });
    const triggers = results.map(({ triggerId }) => triggerId);
    await handlers['alarm-check:let-notify']({ id: 7, checkId: '', triggers }, ADMIN);
    const [, details] = write.mock.calls[0] as [string, { triggers: string }];
    expect(details.triggers.split(', ')).toHaveLength(256);
    expect(details).toMatchObject({ by: 'admin', nvr: 'NVR 7', id: 7 });
    expect(details.triggers).toMatch(/VMD-255 notifies, VMD-256 not-kept$/);
  });

  it('is not written when it was refused', async () => {
    const refused = err(appError('not-found', message('nvr-removed')));
    const { write, handlers } = logged({ 'nvr:set-enabled': async () => refused });
    expect(await handlers['nvr:set-enabled']({ id: 7, isEnabled: false }, ADMIN)).toBe(refused);
    expect(write).not.toHaveBeenCalled();
  });

  it('is written without passwords, PINs and passphrases', async () => {
    const { write, handlers } = logged({
      'nvr:set-password': async () => ok(null),
      'site:export': async () => ok({ fileId: 'id', path: '/site.json' }),
    });
    await handlers['nvr:set-password']({ id: 7, password: 'hidden' }, ADMIN);
    await handlers['site:export']({ passphrase: 'hidden sentence', pin: '048213' }, ADMIN);
    expect(write.mock.calls).toEqual([
      ['nvr:set-password', { by: 'admin', nvr: 'NVR 7', id: 7 }],
      ['site:export', { by: 'admin', withPasswords: true, path: '/site.json' }],
    ]);
  });
});
