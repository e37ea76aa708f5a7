import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { Emitter } from '../../src-main/app/lifecycle/emitter.ts';
import {
  CredentialGate,
  type DialPermit,
} from '../../src-main/app/recorders/login/gate/credential-gate.ts';
import type { LoginVerdict } from '../../src-main/app/recorders/login/device/login-verdict.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import {
  type AppUnderTest,
  createApp,
  filledIn,
  loginOf,
  play,
  startApp,
  untilPlaybackRuns,
} from '../support/app-under-test.ts';
import { answering } from '../support/fixed-questions.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { recordLog } from '../support/recorded-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const USER = 'admin';
const PASSWORD = 'p@ss:w/rd #1%';
const CHANNELS = 4;
/** Longer than one check covers all streams. */
const A_WHILE_MS = 2_000;
/** Shorter than that, and longer than streams take that break off together. */
const A_MOMENT_MS = 500;

let recorder: SimulatedRecorder;
beforeEach(async () => {
  recorder = new SimulatedRecorder({ channels: CHANNELS, user: USER, password: PASSWORD });
  await recorder.start();
});
afterEach(() => recorder.stop());

function form(password: string) {
  const { rtspPort, httpPort } = recorder;
  return filledIn({ rtspPort, httpPort, username: USER, password, maxChannels: CHANNELS });
}

/** A recorder that is nowhere. */
function row() {
  return {
    ...{ name: 'a', host: '10.0.0.1', rtsp_port: 554, http_port: 80, username: 'u' },
    ...{ secret_account: 'a', max_channels: 1, is_https: 0 as const },
  };
}

/** A question that is on its way in the very moment of a change may cost one failed login more: the event channel is open, health has asked. */
async function untilNothingIsAskedAside(app: AppUnderTest): Promise<void> {
  const [nvr] = await app.nvrs.listNvrs();
  const isListening = () => app.recorders.get(nvr?.id ?? 0)?.events.state.state === 'listening';
  await expect.poll(isListening, PATIENT).toBe(true);
  const { http } = recorder.counters.requests;
  const look = 'GET /ISAPI/ContentMgmt/InputProxy/channels/status';
  await expect.poll(() => http[look] ?? 0, PATIENT).toBeGreaterThan(0);
}

function failures(): number {
  return recorder.counters.failedLogins.rtsp + recorder.counters.failedLogins.http;
}

/** A gate that has let a recorder in, with a clock that only the test moves. */
async function admitted() {
  const { db } = await openDatabase(path.join(await tempFolder(), 'opus.sqlite'));
  onTestFinished(() => db.destroy());
  const verify = vi.fn(async (): Promise<LoginVerdict> => ({ state: 'accepted' }));
  // The web server alone is asked the same question.
  const ask = answering({ verify, web: () => verify() });
  const { id } = await insertNvr(db, row());
  const gate = new CredentialGate({ db, id, ask, refusal: null, log: recordLog().log });
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  await gate.admit(PASSWORD);
  /** Asks like a stream that is dialled and let in by RTSP. */
  const confirm = async (stream: string): Promise<DialPermit['state']> => {
    const permit = await gate.confirm(PASSWORD, stream);
    if (permit.state === 'granted') permit.report('accepted');
    return permit.state;
  };
  return { gate, verify, confirm };
}

describe('a wrong password', () => {
  it('costs one failed login, also over restarts of go2rtc and of the app', async () => {
    const secrets = new LockableSecretStore();
    const first = await startApp({ secrets });
    await first.nvrs.add(form('wrong'));
    await expect.poll(() => loginOf(first), PATIENT).toBe('refused');
    expect(failures()).toBe(1);

    await first.go2rtc.restart();
    await untilPlaybackRuns(first);
    await first.group.stop();
    const second = await startApp({ secrets, userData: first.userData });

    expect(await loginOf(second)).toBe('refused');
    await second.go2rtc.restart();
    await untilPlaybackRuns(second);
    expect(failures()).toBe(1);
  });

  it('is mended by a new one, which is tried once', async () => {
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add(form('wrong'));
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    const [nvr] = await app.nvrs.listNvrs();

    await app.nvrs.setPassword(nvr?.id ?? 0, 'wrong again');
    await expect.poll(failures, PATIENT).toBe(2);
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    await app.nvrs.setPassword(nvr?.id ?? 0, PASSWORD);

    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    expect(failures()).toBe(2);
  });

  it('is found by one RTSP login where the web door is closed', async () => {
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add({ ...form('wrong'), httpPort: 1 });
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 1, http: 0 });
  });
});

describe('a password changed at the recorder', () => {
  it('is noticed when tiles are refused, and costs at most two failed logins', async () => {
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add(form(PASSWORD));
    await untilNothingIsAskedAside(app);
    recorder.faults.setPassword('another one');

    const dialled = [1, 2, 3].map((channel) => play(app, `nvr1-ch${channel}-sub`));
    await Promise.allSettled(dialled);

    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    expect(failures()).toBeLessThanOrEqual(2);
  });
});

describe('a locked account', () => {
  it('is not tried while it is known to be locked', async () => {
    recorder.faults.lockNow();
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add(form(PASSWORD));
    await expect.poll(() => loginOf(app), PATIENT).toBe('locked');
    await app.go2rtc.restart();
    await untilPlaybackRuns(app);
    expect(recorder.counters.loginsWhileLocked).toEqual({ rtsp: 0, http: 0 });
    recorder.faults.unlock();
    const [nvr] = await app.nvrs.listNvrs();
    await app.nvrs.setPassword(nvr?.id ?? 0, PASSWORD);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
  });
});

describe('a lock that began anew', () => {
  it('is told again, since it ends at another time', async () => {
    const { db } = await openDatabase(path.join(await tempFolder(), 'opus.sqlite'));
    onTestFinished(() => db.destroy());
    const { log } = recordLog();
    const ends = [Date.now() - 1_000, Date.now() + 60_000];
    const verify = async () => ({ state: 'locked', untilMs: ends.shift() ?? 0 }) as const;
    const { id } = await insertNvr(db, row());
    const gate = new CredentialGate({ db, id, ask: answering({ verify }), refusal: null, log });
    let told = 0;
    gate.changed.on(() => (told += 1));
    expect(await gate.admit(PASSWORD)).toBe(false);
    expect(await gate.admit(PASSWORD)).toBe(false);
    expect(told).toBe(2);
    expect(gate.isBlocked).toBe(true);
  });
});

describe('streams that break off together', () => {
  it('share one new check, though another stream has just been found welcome', async () => {
    const { verify, confirm } = await admitted();
    for (const name of ['a', 'b']) {
      expect(await confirm(name)).toBe('granted');
    }
    vi.advanceTimersByTime(A_WHILE_MS);
    expect(await confirm('next page')).toBe('granted');
    expect(verify).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(A_MOMENT_MS);

    verify.mockResolvedValue({ state: 'refused', door: 'web', triesLeft: 4 });

    expect(await confirm('a')).toBe('denied');
    expect(await confirm('b')).toBe('denied');
    expect(verify).toHaveBeenCalledTimes(3);
  });

  it('are welcome again after one check, if the password is still the same', async () => {
    const { verify, confirm } = await admitted();
    const names = ['a', 'b', 'c'];
    for (const name of names) await confirm(name);
    vi.advanceTimersByTime(A_WHILE_MS);

    for (const name of names) expect(await confirm(name)).toBe('granted');
    expect(verify).toHaveBeenCalledTimes(2);

    await confirm('a');
    expect(verify).toHaveBeenCalledTimes(3);
  });

  it('want a new check also where a tile has opened them while they ran', async () => {
    const { gate, verify, confirm } = await admitted();
    await confirm('a');
    vi.advanceTimersByTime(A_WHILE_MS);
    gate.expectDial('a');
    await confirm('next page');
    vi.advanceTimersByTime(A_MOMENT_MS);

    await confirm('a');

    expect(verify).toHaveBeenCalledTimes(3);
  });

  it('are no streams that tiles have opened again: those are a page, which shares a check for longer', async () => {
    const { gate, verify, confirm } = await admitted();
    for (const name of ['a', 'b']) await confirm(name);
    vi.advanceTimersByTime(A_WHILE_MS);

    for (const name of ['a', 'b']) {
      vi.advanceTimersByTime(A_MOMENT_MS);
      gate.expectDial(name);
      expect(await confirm(name)).toBe('granted');
    }

    expect(verify).toHaveBeenCalledTimes(2);
  });
});

describe('a dial that RTSP refuses', () => {
  /** A dial was let go, and the recorder takes the password no more; its web server answers when the test says so. */
  async function refusedDial() {
    const around = await admitted();
    const permit = await around.gate.confirm(PASSWORD, 'a');
    const answers = new Emitter<LoginVerdict>();
    around.verify.mockReturnValue(new Promise((resolve) => void answers.on(resolve)));
    const report = () => permit.state === 'granted' && permit.report('refused');
    const refuse = () => answers.emit({ state: 'refused', door: 'web', triesLeft: 4 });
    return { ...around, report, refuse };
  }

  it('and streams that break off beside it ask the web server once', async () => {
    const { gate, verify, report, refuse } = await refusedDial();
    const recheck = gate.recheck(PASSWORD);
    report();
    refuse();
    await recheck;
    expect(verify).toHaveBeenCalledTimes(2);
    expect(gate.state.state).toBe('refused');
  });

  it('while the check of streams that broke off has been refused, asks no more', async () => {
    const { gate, verify, report, refuse } = await refusedDial();
    const recheck = gate.recheck(PASSWORD);
    refuse();
    await recheck;
    report();
    await Promise.resolve();
    expect(verify).toHaveBeenCalledTimes(2);
    expect(gate.refusal?.failed).toBe(2);
  });
});

describe('a recorder that is off', () => {
  it('is unreachable, and accepted as soon as it is back', async () => {
    await recorder.stop();
    const app = await startApp({ secrets: new LockableSecretStore() });
    await app.nvrs.add(form(PASSWORD));
    await expect.poll(() => loginOf(app), PATIENT).toBe('unreachable');

    await recorder.start();

    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    expect(failures()).toBe(0);
  });

  it('does not hold up its own removal', async () => {
    const app = await createApp({ secrets: new LockableSecretStore() });
    const added = await app.nvrs.add(form(PASSWORD));
    expect(added.ok && (await app.removal.remove(added.value.id))).toMatchObject({ ok: true });
    expect(await app.nvrs.listNvrs()).toEqual([]);
  });
});
