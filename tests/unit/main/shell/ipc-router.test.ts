import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { REQUEST_CHANNELS } from '@contract/ipc-contract.ts';
import { ok } from '@contract/result.ts';
import { ADMIN } from '../../../../src-main/app/access/actors.ts';
import type { Handlers } from '../../../../src-main/shell/ipc/answer.ts';
import { registerIpc } from '../../../../src-main/shell/ipc/ipc-router.ts';
import { recordLog } from '../../../support/recorded-log.ts';

type Listener = (event: IpcMainInvokeEvent, payload: unknown) => unknown;
const { ipcMain } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events');
  return { ipcMain: new EventEmitter() };
});
vi.mock('electron', () => ({ ipcMain }));

const registered = new Map<string, Listener>();
const IPC = {
  handle: (channel: string, listener: Listener) => void registered.set(channel, listener),
};

const EVENT = {} as IpcMainInvokeEvent;
const list = vi.fn<Handlers['nvr:list']>(async () => ok([]));
const HANDLERS = { 'nvr:list': list } as unknown as Handlers;

beforeEach(() => {
  registered.clear();
  list.mockClear();
});

const UNLOCKED = { admit: () => ADMIN };

describe('registerIpc', () => {
  it('answers every channel of the contract and no other', () => {
    registerIpc(IPC, HANDLERS, () => true, UNLOCKED, recordLog().log);
    expect([...registered.keys()].sort()).toEqual([...REQUEST_CHANNELS].sort());
  });

  it('leaves electron-store no channel of its own', () => {
    ipcMain.on('electron-store-get-data', () => undefined);
    registerIpc(IPC, HANDLERS, () => true, UNLOCKED, recordLog().log);
    expect(ipcMain.eventNames()).toEqual([]);
  });

  it('asks the handler for a trusted page', async () => {
    registerIpc(IPC, HANDLERS, () => true, UNLOCKED, recordLog().log);
    expect(await registered.get('nvr:list')?.(EVENT, {})).toEqual({ ok: true, value: [] });
  });

  it('refuses a foreign frame before anything else, and logs that', async () => {
    const { log, lines } = recordLog();
    registerIpc(IPC, HANDLERS, () => false, UNLOCKED, log);
    expect(await registered.get('nvr:list')?.(EVENT, {})).toMatchObject({
      ok: false,
      error: { code: 'untrusted-sender' },
    });
    expect(list).not.toHaveBeenCalled();
    expect(lines).toEqual([expect.stringMatching(/^error .*nvr:list/)]);
  });

  it('asks whether whoever is there may', async () => {
    const admit = vi.fn(() => null);
    registerIpc(IPC, HANDLERS, () => true, { admit }, recordLog().log);
    expect(await registered.get('nvr:remove')?.(EVENT, { id: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
    expect(admit).toHaveBeenCalledExactlyOnceWith('manage');
  });
});
