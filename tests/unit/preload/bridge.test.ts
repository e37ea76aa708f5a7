import { describe, expect, it, vi } from 'vitest';
import { EventEmitter } from 'node:events';
import {
  EVENT_CHANNELS,
  type EventChannel,
  REQUEST_CHANNELS,
  type RequestChannel,
} from '@contract/ipc-contract.ts';
import { createBridge, type IpcPort } from '../../../src-preload/bridge.ts';

function createPort() {
  const emitter = new EventEmitter();
  const invoke = vi.fn<IpcPort['invoke']>(() => Promise.resolve({ ok: true, value: [] }));
  const port: IpcPort = {
    invoke,
    on: (channel, listener) => emitter.on(channel, listener),
    removeListener: (channel, listener) => emitter.removeListener(channel, listener),
  };
  const names = { requests: REQUEST_CHANNELS, events: EVENT_CHANNELS };
  return { bridge: createBridge(port, names), emitter, invoke };
}

describe('request', () => {
  it('passes a known request on and its answer back', async () => {
    const { bridge, invoke } = createPort();
    await expect(bridge.request('nvr:remove', { id: 1 })).resolves.toEqual({ ok: true, value: [] });
    expect(invoke).toHaveBeenCalledExactlyOnceWith('nvr:remove', { id: 1 });
  });

  it.each([
    ...['ELECTRON_BROWSER_REQUIRE', 'site:changed', 'NVR:LIST', ''],
    ...['__proto__', 'constructor', 'toString', 'length'],
  ])('refuses %j without asking Electron', async (channel) => {
    const { bridge, invoke } = createPort();
    const answer = await bridge.request(channel as RequestChannel, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    expect(invoke).not.toHaveBeenCalled();
  });
});

describe('on', () => {
  it('hands over the payload and never Electron’s event object', () => {
    const { bridge, emitter } = createPort();
    const listener = vi.fn();
    bridge.on('secrets:changed', listener);
    emitter.emit('secrets:changed', { sender: 'ipcRenderer' }, { state: 'available' });
    expect(listener).toHaveBeenCalledExactlyOnceWith({ state: 'available' });
  });

  it('ends exactly its own subscription', () => {
    const { bridge, emitter } = createPort();
    const kept = vi.fn();
    const ended = vi.fn();
    bridge.on('site:changed', kept);
    const end = bridge.on('site:changed', ended);
    end();
    end();
    emitter.emit('site:changed', {}, null);
    expect(kept).toHaveBeenCalledOnce();
    expect(ended).not.toHaveBeenCalled();
  });

  it('keeps the same listener apart when it subscribes twice', () => {
    const { bridge, emitter } = createPort();
    const listener = vi.fn();
    const end = bridge.on('site:changed', listener);
    bridge.on('site:changed', listener);
    end();
    emitter.emit('site:changed', {}, null);
    expect(listener).toHaveBeenCalledOnce();
  });

  it.each(['nvr:list', '__proto__', 'hasOwnProperty', 'toString', ''])(
    'does not listen to %j',
    (name) => {
      const { bridge, emitter } = createPort();
      const end = bridge.on(name as EventChannel, vi.fn());
      expect(emitter.eventNames()).toEqual([]);
      expect(end).not.toThrow();
    },
  );
});
