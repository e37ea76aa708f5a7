import fc from 'fast-check';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schema } from '../../../src-main/app/db/schema.ts';
import type { LoginQuestions } from '../../../src-main/app/recorders/login/device/login-questions.ts';
import type { LoginVerdict } from '../../../src-main/app/recorders/login/device/login-verdict.ts';
import { CredentialGate } from '../../../src-main/app/recorders/login/gate/credential-gate.ts';
import type { RtspLoginOutcome } from '../../../src-main/app/recorders/login/gate/rtsp-door.ts';
import { recordLog } from '../../support/recorded-log.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 0, 5, 12) }));
afterEach(() => void vi.useRealTimers());

/** What one change may cost: the dial that was let go before it or the check that follows, and one more. Accounts are locked from five on. */
const BUDGET = 2;

const event = fc.oneof(
  fc.constantFrom('check', 'recheck', 'attend', 'answer', 'answer', 'dial', 'dial', 'dial'),
  fc.constantFrom('store', 'change at the device', 'go away', 'come back'),
  fc.record({ waitMs: fc.constantFrom(50, 600, 1_100, 15_000, 70_000, 3_600_000) }),
);

type Happening = typeof event extends fc.Arbitrary<infer E> ? E : never;

interface WaitingDial {
  report: (outcome: RtspLoginOutcome) => void;
  password: string;
  /** A login with the same password was refused since it was let go: the gateway does not sign then. */
  isWarned: boolean;
}

/** A device that counts failed logins, the gate in front of it, and the password that is stored. */
function createGate() {
  const device = { password: 'one', isThere: true, failed: 0, loginsWhileRefused: 0 };
  let stored = 'one';
  const dials: WaitingDial[] = [];
  const login = (password: string): boolean => {
    if (password === device.password) return true;
    device.failed += 1;
    for (const dial of dials) dial.isWarned ||= dial.password === password;
    return false;
  };
  const verify = async (password: string): Promise<LoginVerdict> => {
    // A check takes its time, and is answered by the device as it is then.
    await new Promise((resolve) => setTimeout(resolve, 40));
    if (!device.isThere) return { state: 'unreachable' };
    if (login(password)) return { state: 'accepted' };
    return { state: 'refused', door: 'web', triesLeft: null };
  };
  const ask: LoginQuestions = {
    ...{ verify, web: verify },
    rtsp: async (password) => {
      if (!device.isThere) return { state: 'unreachable', stream: null };
      return { state: login(password) ? 'accepted' : 'refused', stream: 'any' };
    },
    look: async () => ({
      ...{ isThere: device.isThere, identity: 'device', triesLeft: null, isLocked: null },
    }),
  };
  const dialect = {
    createDriver: () => new DummyDriver(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  const db = new Kysely<Schema>({ dialect });
  const gate = new CredentialGate({ db, id: 1, ask, refusal: null, log: recordLog().log });
  gate.start();
  let streams = 0;
  const running: Promise<unknown>[] = [];

  const dial = async (): Promise<void> => {
    const password = stored;
    const stream = `stream ${(streams += 1)}`;
    gate.expectDial(stream);
    const permit = await gate.confirm(password, stream);
    if (permit.state !== 'granted') return;
    if (gate.state.state !== 'accepted') device.loginsWhileRefused += 1;
    dials.push({ report: permit.report, password, isWarned: false });
  };
  const answer = (): void => {
    const dialled = dials.shift();
    if (dialled === undefined) return;
    if (!device.isThere || dialled.isWarned) dialled.report('untold');
    else dialled.report(login(dialled.password) ? 'accepted' : 'refused');
  };
  const happen = async (what: Happening): Promise<void> => {
    if (typeof what !== 'string') await vi.advanceTimersByTimeAsync(what.waitMs);
    else if (what === 'check') running.push(gate.admit(stored));
    else if (what === 'recheck') running.push(gate.recheck(stored));
    else if (what === 'attend') running.push(gate.attend(stored));
    else if (what === 'dial') running.push(dial());
    else if (what === 'answer') answer();
    else if (what === 'store') {
      stored = stored === 'one' ? 'two' : 'one';
      running.push(gate.forget());
    } else if (what === 'change at the device') {
      device.password = device.password === 'one' ? 'two' : 'one';
    } else device.isThere = what === 'come back';
    await vi.advanceTimersByTimeAsync(0);
  };
  const settle = async (): Promise<void> => {
    for (let each = 0; each < 40; each += 1) {
      answer();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await Promise.all(running);
  };
  return { device, gate, happen, settle };
}

const CHANGES: readonly Happening[] = ['store', 'change at the device', 'come back'];

describe('a gate in front of a device, whatever happens in any order', () => {
  it('spends no more failed logins than there were changes to account for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const { device, happen, settle } = createGate();
        let changes = 0;
        for (const each of events) {
          if (CHANGES.includes(each)) changes += 1;
          await happen(each);
          expect(device.failed).toBeLessThanOrEqual(BUDGET * changes);
        }
        await settle();
        expect(device.failed).toBeLessThanOrEqual(BUDGET * changes);
        expect(device.loginsWhileRefused, 'dials that were let go by a closed gate').toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('spends nothing more once it was refused, however often it is asked', async () => {
    const asking = fc.constantFrom<Happening>('check', 'recheck', 'dial', 'answer');
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 30 }),
        fc.array(asking),
        async (events, more) => {
          const { device, gate, happen, settle } = createGate();
          for (const each of events) await happen(each);
          await settle();
          if (gate.state.state !== 'refused') return;
          const { failed } = device;
          for (const each of more) await happen(each);
          await settle();
          expect(device.failed).toBe(failed);
          expect(gate.state.state).toBe('refused');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets the right password in, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { device, gate, happen, settle } = createGate();
        for (const each of events) await happen(each);
        await settle();
        device.isThere = true;
        device.password = 'one';
        await gate.forget();
        const admitted = gate.admit('one');
        await vi.advanceTimersByTimeAsync(1_000);
        expect(await admitted).toBe(true);
        expect(gate.state.state).toBe('accepted');
      }),
      { numRuns: 100 },
    );
  });
});
