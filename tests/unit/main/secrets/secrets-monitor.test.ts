import { describe, expect, it, vi } from 'vitest';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { MemorySecretStore } from '../../../../src-main/app/secrets/memory-secret-store.ts';
import { SecretsMonitor } from '../../../../src-main/app/secrets/secrets-monitor.ts';

describe('SecretsMonitor', () => {
  it('tells what the keychain answered, each time it is asked', async () => {
    const answers: SecretsStatus[] = [
      { state: 'unavailable', reason: 'locked' },
      { state: 'available' },
    ];
    const store = new MemorySecretStore();
    vi.spyOn(store, 'check').mockImplementation(
      async () => answers.shift() as { state: 'available' },
    );
    const monitor = new SecretsMonitor(store);
    const told: SecretsStatus[] = [];
    monitor.changed.on((status) => told.push(status));
    expect(await monitor.check()).toEqual({ state: 'unavailable', reason: 'locked' });
    expect(monitor.status).toEqual({ state: 'unavailable', reason: 'locked' });
    expect(await monitor.check()).toEqual({ state: 'available' });
    expect(told.map((status) => status.state)).toEqual(['unavailable', 'available']);
  });

  it('starts without waiting for somebody to unlock the keychain', async () => {
    const store = new MemorySecretStore();
    vi.spyOn(store, 'check').mockReturnValue(new Promise(() => undefined));
    await expect(new SecretsMonitor(store).start()).resolves.toBeUndefined();
  });
});

describe('MemorySecretStore', () => {
  it('keeps, replaces and forgets', async () => {
    const store = new MemorySecretStore();
    expect(await store.get('a')).toBeNull();
    await store.set('a', '1');
    await store.set('a', '2');
    expect(await store.get('a')).toBe('2');
    await store.delete('a');
    expect(await store.get('a')).toBeNull();
  });
});
