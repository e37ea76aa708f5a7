import { describe, expect, it, vi } from 'vitest';
import type { Nvr } from '@contract/models/nvr.ts';
import { ADMIN, GUARD } from '../../../../src-main/app/access/actors.ts';
import { parseStreamName } from '../../../../src-main/app/domain/stream-name.ts';
import type {
  ConfirmedLogin,
  RecorderLogin,
} from '../../../../src-main/app/recorders/login/recorder-login.ts';
import { SessionBudget } from '../../../../src-main/app/recorders/streams/session-budget.ts';
import { StreamLease } from '../../../../src-main/app/recorders/streams/stream-lease.ts';
import { AT_DESK } from '../../../support/at-desk.ts';

const NAME = 'nvr1-ch3-sub';
const OTHER_WINDOW = { ...AT_DESK, viewer: 2 };
const NVR = { host: '10.0.0.1', rtspPort: 554, username: 'u', isBasicAllowed: false } as Nvr;

/** A lease whose login is confirmed when the test says so. */
function build(limit = 1) {
  const confirmations: ((login: ConfirmedLogin) => void)[] = [];
  const login = {
    expectDial: () => undefined,
    confirm: () => new Promise<ConfirmedLogin>((resolve) => confirmations.push(resolve)),
  };
  const budget = new SessionBudget(limit);
  const stream = parseStreamName(NAME);
  if (stream === null) throw new Error('no name of ours');
  const lease = new StreamLease({
    ...{ name: NAME, stream, budget },
    login: login as unknown as RecorderLogin,
    nvr: () => NVR,
    findPath: () => Promise.resolve('/302'),
  });
  const report = vi.fn<() => void>();
  const confirm = async (): Promise<void> => {
    await vi.waitFor(() => expect(confirmations).not.toEqual([]));
    confirmations.shift()?.({ state: 'granted', password: 'secret', report });
  };
  return { lease, budget, report, confirm, confirmations };
}

/** What the gateway is given, in a word. */
async function outcomeOf(dial: ReturnType<StreamLease['dial']>): Promise<string> {
  const answer = await dial;
  return typeof answer === 'string' ? answer : 'granted';
}

describe('a lease', () => {
  it('is dialled only on somebody’s behalf', async () => {
    const { lease, confirm } = build();
    expect(await outcomeOf(lease.dial())).toBe('abandoned');
    lease.open(AT_DESK);
    const dial = outcomeOf(lease.dial());
    await confirm();
    expect(await dial).toBe('granted');
  });

  it('goes over to who is at the desk now, and is nobody’s where they may not watch it', () => {
    const { lease } = build();
    lease.open(AT_DESK);
    lease.open({ ...OTHER_WINDOW, permission: 'export' });
    expect(lease.handOver(ADMIN)).toBe(true);
    expect(lease.holders.map(({ actor }) => actor)).toEqual([ADMIN, ADMIN]);
    expect(lease.handOver(GUARD)).toBe(true);
    expect(lease.holders).toEqual([AT_DESK]);
    expect(lease.handOver({ name: 'blind', may: () => false })).toBe(false);
    expect(lease.holders).toEqual([]);
  });
});

describe('a dial that nobody waits for any more', () => {
  it('is called off, and its session is free at once, whatever its login still waits for', async () => {
    const { lease, budget, report, confirm } = build();
    lease.open(AT_DESK);
    const dial = outcomeOf(lease.dial());
    await vi.waitFor(() => expect(budget.used).toBe(1));
    expect(lease.leave(AT_DESK.viewer)).toBe(true);
    expect(budget.used).toBe(0);
    await confirm();
    expect(await dial).toBe('abandoned');
    expect(report).toHaveBeenCalledExactlyOnceWith('untold');
    expect(budget.used).toBe(0);
  });

  it('does not wait for a session of its recorder', async () => {
    const { lease, budget } = build();
    await budget.take();
    lease.open(AT_DESK);
    const dial = outcomeOf(lease.dial());
    await Promise.resolve();
    lease.leave(AT_DESK.viewer);
    expect(await dial).toBe('abandoned');
    expect(budget.used).toBe(1);
  });

  it('is not called off while another window waits for it', async () => {
    const { lease, confirm } = build();
    lease.open(AT_DESK);
    lease.open(OTHER_WINDOW);
    const dial = outcomeOf(lease.dial());
    expect(lease.leave(AT_DESK.viewer)).toBe(false);
    await confirm();
    expect(await dial).toBe('granted');
    expect(lease.leave(OTHER_WINDOW.viewer)).toBe(true);
  });

  it('is none once the stream plays: go2rtc ends that by itself', async () => {
    const { lease, confirm } = build();
    lease.open(AT_DESK);
    const dial = outcomeOf(lease.dial());
    await confirm();
    await dial;
    lease.endDial();
    expect(lease.leave(AT_DESK.viewer)).toBe(false);
  });

  it('does not touch the dial of whoever opens the stream anew', async () => {
    const { lease, budget, confirm, confirmations } = build(2);
    lease.open(AT_DESK);
    const first = outcomeOf(lease.dial());
    await vi.waitFor(() => expect(confirmations).toHaveLength(1));
    lease.leave(AT_DESK.viewer);
    lease.open(AT_DESK);
    const second = outcomeOf(lease.dial());
    await vi.waitFor(() => expect(confirmations).toHaveLength(2));
    await confirm();
    await confirm();
    expect(await Promise.all([first, second])).toEqual(['abandoned', 'granted']);
    expect(budget.used).toBe(1);
  });
});
