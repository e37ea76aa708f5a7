import { describe, expect, it, vi } from 'vitest';
import type { CredentialCache } from '../../../../src-main/app/gate/credential-cache.ts';
import { changeRecorders } from '../../../../src-main/app/nvr/change-recorders.ts';
import { recordLog } from '../../../support/recorded-log.ts';

function site() {
  const steps: string[] = [];
  const step = (name: string) => vi.fn(() => void steps.push(name));
  const logins = {
    hold: () => {
      steps.push('hold');
      return step('release');
    },
    suspend: step('suspend'),
    checkSome: vi.fn(async () => void steps.push('check')),
    resume: vi.fn(async () => void steps.push('resume')),
  } as unknown as CredentialCache;
  const streams = { close: vi.fn(async () => void steps.push('close')) };
  return { steps, streams, logins, log: recordLog().log };
}

describe('a change of a recorder', () => {
  it('is stored when nothing is dialled any more, and nothing is before it is over', async () => {
    const { steps, ...tools } = site();
    await changeRecorders(tools, [1], async () => void steps.push('commit'));
    expect(steps).toEqual(['hold', 'suspend', 'close', 'commit', 'release']);
  });

  it('comes about also where streams cannot be ended', async () => {
    const { steps, ...tools } = site();
    tools.streams.close.mockRejectedValue(new Error('go2rtc is restarting'));
    expect(await changeRecorders(tools, [1], async () => 'done')).toBe('done');
    expect(steps).toContain('release');
  });

  it('that fails leaves refusals as they were, and no recorder in the dark', async () => {
    const { steps, ...tools } = site();
    const failing = changeRecorders(tools, [1], () => Promise.reject(new Error('taken')));
    await expect(failing).rejects.toThrow('taken');
    expect(steps.slice(-3)).toEqual(['resume', 'release', 'check']);
  });
});
