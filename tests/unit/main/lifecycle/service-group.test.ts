import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../src-main/app/lifecycle/service.ts';
import { ServiceGroup } from '../../../../src-main/app/lifecycle/service-group.ts';
import { recordLog } from '../../../support/recorded-log.ts';

function services(calls: string[], ...names: string[]): Service[] {
  return names.map((name) => ({
    start: async () => void calls.push(`start ${name}`),
    stop: async () => void calls.push(`stop ${name}`),
  }));
}

describe('ServiceGroup', () => {
  it('starts in order and stops in reverse', async () => {
    const calls: string[] = [];
    const group = new ServiceGroup(services(calls, 'a', 'b', 'c'), recordLog().log);
    await group.start();
    await group.stop();
    expect(calls).toEqual(['start a', 'start b', 'start c', 'stop c', 'stop b', 'stop a']);
  });

  it('waits for one service to stop before the one it needs', async () => {
    const calls: string[] = [];
    const slow: Service = {
      start: () => Promise.resolve(),
      stop: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        calls.push('stop slow');
      },
    };
    await new ServiceGroup([...services(calls, 'a'), slow], recordLog().log).stop();
    expect(calls).toEqual(['stop slow', 'stop a']);
  });

  it('stops the others when one fails, and says so', async () => {
    const calls: string[] = [];
    const { log, lines } = recordLog();
    const failing: Service = {
      start: () => Promise.resolve(),
      stop: () => Promise.reject(new Error('stuck')),
    };
    await new ServiceGroup([...services(calls, 'a'), failing, ...services(calls, 'c')], log).stop();
    expect(calls).toEqual(['stop c', 'stop a']);
    expect(lines).toEqual([expect.stringMatching(/^error .*failed to stop[^]*stuck/)]);
  });

  it('gives up on a service that never stops, and says so', async () => {
    const { log, lines } = recordLog();
    const hanging: Service = {
      start: () => Promise.resolve(),
      stop: () => new Promise(() => undefined),
    };
    await new ServiceGroup([hanging], log, 10).stop();
    expect(lines).toEqual([expect.stringContaining('did not stop in time')]);
  });

  it('stops once, however often it is asked, and again after another start', async () => {
    const calls: string[] = [];
    const group = new ServiceGroup(services(calls, 'a'), recordLog().log);
    await Promise.all([group.stop(), group.stop()]);
    await group.start();
    await group.stop();
    expect(calls).toEqual(['stop a', 'start a', 'stop a']);
  });
});
