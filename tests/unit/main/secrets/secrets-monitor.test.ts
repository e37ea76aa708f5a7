import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { LockableSecretStore } from '../../../support/lockable-secret-store.ts';
import { MemorySecretStore } from '../../../../src-main/app/secrets/memory-secret-store.ts';
import { recordLog } from '../../../support/recorded-log.ts';
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
    const monitor = new SecretsMonitor(store, recordLog().log);
    const told: SecretsStatus[] = [];
    monitor.changed.on((status) => told.push(status));
    expect(await monitor.check()).toEqual({ state: 'unavailable', reason: 'locked' });
    expect(monitor.status).toEqual({ state: 'unavailable', reason: 'locked' });
    expect(await monitor.check()).toEqual({ state: 'available' });
    expect(told.map((status) => status.state)).toEqual(['unavailable', 'available']);
  });

  it('notices by itself that the keychain answers again, and says so in one line each', async () => {
    const store = new LockableSecretStore();
    store.isLocked = true;
    const { log, lines } = recordLog();
    const monitor = new SecretsMonitor(store, log, 5);
    onTestFinished(() => monitor.stop());
    await monitor.check();
    await monitor.start();
    store.isLocked = false;
    await expect.poll(() => monitor.status.state).toBe('available');
    expect(lines.filter((line) => line.includes('keychain'))).toHaveLength(2);
  });

  it('never repeats a question that may open the system’s dialog', async () => {
    const store = Object.assign(new LockableSecretStore(), { mayPrompt: true, isLocked: true });
    const check = vi.spyOn(store, 'check');
    const monitor = new SecretsMonitor(store, recordLog().log, 1);
    onTestFinished(() => monitor.stop());
    await monitor.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('starts without waiting for somebody to unlock the keychain', async () => {
    const store = new MemorySecretStore();
    vi.spyOn(store, 'check').mockReturnValue(new Promise(() => undefined));
    await expect(new SecretsMonitor(store, recordLog().log).start()).resolves.toBeUndefined();
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
