import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_BLOCK_MS } from '../../src-main/app/admin/attempt-policy.ts';
import { isPin } from '../../src-main/app/admin/pin-hash.ts';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { migrations } from '../../src-main/app/db/migrations/index.ts';
import { listNvrs } from '../../src-main/app/db/repositories/nvr-repository.ts';
import {
  edit,
  fail,
  installed,
  PIN,
  startAdminLock,
  WRONG,
} from '../support/admin-lock-under-test.ts';
import { tempFolder } from '../support/temp-folder.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => void vi.useRealTimers());

describe('the first start', () => {
  it('needs a PIN, refuses changes until it is set, and then is unlocked', async () => {
    const { lock } = await installed(false);
    expect(lock.status).toEqual({ state: 'setup-needed', autoLockMinutes: 5 });
    expect(lock.admit()).toBe(false);
    expect(await lock.unlock(PIN)).toMatchObject({ ok: false, error: { code: 'invalid-request' } });

    expect(await lock.setPin(PIN)).toMatchObject({ ok: true, value: { state: 'unlocked' } });
    expect(lock.admit()).toBe(true);
  });

  it('sets one PIN only, also when two are sent at once, unlocked or not', async () => {
    const { lock } = await installed(false);
    const answers = await Promise.all([lock.setPin(PIN), lock.setPin(WRONG)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false]);
    expect((await lock.setPin(WRONG)).ok).toBe(false);
    lock.lock();
    expect((await lock.setPin(WRONG)).ok).toBe(false);
    expect((await lock.unlock(WRONG)).ok).toBe(false);
    expect((await lock.unlock(PIN)).ok).toBe(true);
  });

  it('also comes for an installation that is older than the PIN', async () => {
    const file = path.join(await tempFolder(), 'opus.sqlite');
    const later = Object.entries(migrations).filter(([name]) => name >= '0002');
    for (const [name] of later) Reflect.deleteProperty(migrations, name);
    const { db: old } = await openDatabase(file);
    Object.assign(migrations, Object.fromEntries(later));
    await old.destroy();
    edit(
      file,
      `INSERT INTO nvr (name, host, rtsp_port, http_port, username, secret_account, max_channels)
         VALUES ('Old', '10.0.0.1', 554, 80, 'u', 'a', 4)`,
    );
    const { lock, db } = await startAdminLock(file);
    expect(lock.status.state).toBe('setup-needed');
    expect(await listNvrs(db)).toMatchObject([{ name: 'Old' }]);
    expect((await lock.setPin(PIN)).ok).toBe(true);
    lock.lock();
  });

  it('is over after a restart: locked, whatever the state was', async () => {
    const run = await installed(false);
    await run.lock.setPin(PIN);
    await run.stop();
    const { lock } = await startAdminLock(run.file);
    expect(lock.status).toMatchObject({ state: 'locked', triesLeft: 5, blockedForMs: 0 });
    expect(lock.admit()).toBe(false);
  });
});

describe('wrong PINs', () => {
  it('leave fewer and fewer tries, then block, and then cost twice as much each', async () => {
    const { lock } = await installed();
    for (const triesLeft of [4, 3, 2, 1]) {
      const attempts = { triesLeft, blockedForMs: 0 };
      expect(await lock.unlock(WRONG)).toMatchObject({ error: { code: 'wrong-pin', attempts } });
    }
    for (const blockedForMs of [30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000]) {
      const attempts = { triesLeft: 1, blockedForMs };
      expect(await lock.unlock(WRONG)).toMatchObject({ error: { code: 'wrong-pin', attempts } });
      vi.advanceTimersByTime(blockedForMs);
    }
  });

  it('are forgiven by the right one', async () => {
    const run = await installed();
    await fail(run, 4);
    expect((await run.lock.unlock(PIN)).ok).toBe(true);
    run.lock.lock();
    expect(run.lock.status).toMatchObject({ triesLeft: 5 });
  });

  it('block the right one too, without counting it, and tries during a block change nothing', async () => {
    const run = await installed();
    await fail(run, 5);
    vi.advanceTimersByTime(29_999);
    expect(await run.lock.unlock(PIN)).toMatchObject({
      ok: false,
      error: { code: 'wrong-pin', attempts: { triesLeft: 1, blockedForMs: 1 } },
    });
    await fail(run, 50);
    vi.advanceTimersByTime(1);
    expect((await run.lock.unlock(PIN)).ok).toBe(true);
  });

  it('cannot be tried side by side: of a hundred at once five are compared', async () => {
    const compare = vi.fn(isPin);
    const { file, stop } = await installed();
    await stop();
    const { lock } = await startAdminLock(file, { compare });
    const guesses = Array.from({ length: 100 }, (_, index) => String(100_000 + index));
    const answers = await Promise.all([...guesses, PIN].map((pin) => lock.unlock(pin)));
    expect(answers.every((answer) => !answer.ok)).toBe(true);
    expect(compare).toHaveBeenCalledTimes(5);
    expect(lock.status.state).toBe('locked');
  });

  it('are written down before they are compared, so that a kill refunds none', async () => {
    const { file, stop } = await installed();
    await stop();
    for (let run = 1; run <= 5; run += 1) {
      const compare = vi.fn(() => new Promise<boolean>(() => undefined));
      const { lock } = await startAdminLock(file, { compare });
      void lock.unlock(WRONG);
      await vi.waitFor(() => expect(compare).toHaveBeenCalled(), { interval: 1 });
      // Nothing is stopped: the process is gone, and the next one opens the file.
    }
    const { lock } = await startAdminLock(file);
    expect(lock.status).toMatchObject({ triesLeft: 1, blockedForMs: 30_000 });
    expect((await lock.unlock(PIN)).ok).toBe(false);
  });

  it('are not compared when they cannot be written down', async () => {
    const compare = vi.fn(isPin);
    const { file, stop } = await installed();
    await stop();
    const run = await startAdminLock(file, { compare });
    await run.stop();
    await expect(run.lock.unlock(PIN)).rejects.toThrow();
    expect(compare).not.toHaveBeenCalled();
    expect(run.lock.admit()).toBe(false);
  });
});

describe('a block', () => {
  it('goes on after an orderly restart where it was', async () => {
    const run = await installed();
    await fail(run, 5);
    vi.advanceTimersByTime(10_000);
    await run.stop();
    vi.setSystemTime(Date.now() + DAY_MS);
    const { lock } = await startAdminLock(run.file);
    expect(lock.status).toMatchObject({ blockedForMs: 20_000 });
  });

  it('begins anew after a kill', async () => {
    const run = await installed();
    await fail(run, 5);
    vi.advanceTimersByTime(29_000);
    const { lock } = await startAdminLock(run.file);
    expect(lock.status).toMatchObject({ blockedForMs: 30_000 });
  });

  it.each([
    ['a year back', -365 * DAY_MS],
    ['to 1970', -Date.now()],
    ['a day forward', DAY_MS],
    ['ten years forward', 3_650 * DAY_MS],
  ])('does not end when the clock is set %s, in this run or the next', async (_what, shiftMs) => {
    const run = await installed();
    await fail(run, 5);
    vi.setSystemTime(Math.max(0, Date.now() + shiftMs));
    expect(run.lock.status).toMatchObject({ blockedForMs: 30_000 });
    expect((await run.lock.unlock(PIN)).ok).toBe(false);
    await run.stop();
    const next = await startAdminLock(run.file);
    expect(next.lock.status).toMatchObject({ blockedForMs: 30_000 });
    expect((await next.lock.unlock(PIN)).ok).toBe(false);
  });

  it('is never longer than the longest one, whatever the file says', async () => {
    const { file, stop } = await installed();
    await stop();
    edit(file, `UPDATE admin_lock SET failed_tries = 7, block_left_ms = ${365 * DAY_MS}`);
    const { lock } = await startAdminLock(file);
    expect(lock.status).toMatchObject({ blockedForMs: MAX_BLOCK_MS });
    vi.advanceTimersByTime(MAX_BLOCK_MS);
    expect((await lock.unlock(PIN)).ok).toBe(true);
  });
});

describe('the unlocked state', () => {
  it('ends after the idle time, counted from the last changing request', async () => {
    const { lock } = await installed();
    await lock.unlock(PIN);
    const told = vi.fn();
    lock.changed.on(told);
    vi.advanceTimersByTime(4 * MINUTE_MS);
    expect(lock.status).toMatchObject({ state: 'unlocked', expiresInMs: MINUTE_MS });
    expect(lock.admit()).toBe(true);
    expect(told).toHaveBeenLastCalledWith({
      state: 'unlocked',
      expiresInMs: 5 * MINUTE_MS,
      autoLockMinutes: 5,
    });
    vi.advanceTimersByTime(5 * MINUTE_MS - 1);
    expect(lock.status.state).toBe('unlocked');
    vi.advanceTimersByTime(1);
    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'locked' }));
    expect(lock.admit()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes another idle time at once and keeps it', async () => {
    const { lock, file, stop } = await installed();
    await lock.unlock(PIN);
    expect(await lock.setAutoLock(60)).toMatchObject({
      value: { expiresInMs: 60 * MINUTE_MS, autoLockMinutes: 60 },
    });
    await stop();
    const next = await startAdminLock(file);
    await next.lock.unlock(PIN);
    expect(next.lock.status).toMatchObject({ expiresInMs: 60 * MINUTE_MS });
    await next.stop();
  });

  it('ends at once when it is locked, and a PIN that was being compared cannot undo that', async () => {
    let finish: (isRight: boolean) => void = () => undefined;
    const compare = vi.fn(() => new Promise<boolean>((resolve) => (finish = resolve)));
    const { file, stop } = await installed();
    await stop();
    const { lock } = await startAdminLock(file, { compare });
    const unlocking = lock.unlock(PIN);
    await vi.waitFor(() => expect(compare).toHaveBeenCalled(), { interval: 1 });
    lock.lock();
    finish(true);
    expect(await unlocking).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    expect(lock.status).toMatchObject({ state: 'locked', triesLeft: 5 });
  });

  it('does not survive the end of the app, nor leave a timer', async () => {
    const { lock, stop } = await installed();
    await lock.unlock(PIN);
    expect(vi.getTimerCount()).toBe(1);
    await stop();
    await lock.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(lock.admit()).toBe(false);
  });
});

describe('changing the PIN', () => {
  it('needs the old one, which is worth nothing afterwards', async () => {
    const { lock } = await installed();
    await lock.unlock(PIN);
    expect(await lock.changePin(WRONG, '999999')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect((await lock.changePin(PIN, '999999')).ok).toBe(true);
    lock.lock();
    expect((await lock.unlock(PIN)).ok).toBe(false);
    expect((await lock.unlock('999999')).ok).toBe(true);
    lock.lock();
  });

  it('is no way round the block: guesses count there too, and a block locks', async () => {
    const { lock } = await installed();
    await lock.unlock(PIN);
    for (let count = 0; count < 5; count += 1) await lock.changePin(WRONG, '999999');
    expect(lock.status).toMatchObject({ state: 'locked', blockedForMs: 30_000 });
    expect((await lock.changePin(PIN, '999999')).ok).toBe(false);
    expect((await lock.unlock(PIN)).ok).toBe(false);
  });
});

it('no PIN is in the log, in an answer or in the database', async () => {
  const { lock, lines, file, stop } = await installed();
  const answers = [
    await lock.unlock('772201'),
    await lock.unlock(PIN),
    await lock.changePin(PIN, '983344'),
    lock.status,
    lock.lock(),
  ];
  await stop();
  const folder = path.dirname(file);
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'latin1')),
  );
  for (const pin of ['772201', PIN, '983344']) {
    expect([...lines, JSON.stringify(answers), ...files].join('\n')).not.toContain(pin);
  }
});
