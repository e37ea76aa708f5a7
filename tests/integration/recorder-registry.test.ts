import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RecorderState } from '@contract/models/nvr.ts';
import { insertCameras } from '../../src-main/app/db/repositories/camera-repository.ts';
import { putBlockedLogin } from '../../src-main/app/db/repositories/login-repository.ts';
import {
  deleteNvr,
  insertNvr,
  updateNvr,
} from '../../src-main/app/db/repositories/nvr-repository.ts';
import { Emitter } from '../../src-main/app/lifecycle/emitter.ts';
import { KeychainReader } from '../../src-main/app/recorders/login/keychain-reader.ts';
import type { LoginVerdict } from '../../src-main/app/recorders/login/device/login-verdict.ts';
import { RecorderRegistry } from '../../src-main/app/recorders/recorder-registry.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { camerasOf, databaseFile, NVR, open } from '../support/database-files.ts';
import { answering } from '../support/fixed-questions.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { RecordedGateway } from '../support/recorded-gateway.ts';
import { RememberedStreams } from '../support/remembered-streams.ts';
import { recordLog } from '../support/recorded-log.ts';

const STREAM = 'nvr1-ch2-sub';

/** A registry with one recorder, and what it asked: host and password. */
async function registry() {
  const { db } = await open(await databaseFile());
  const { id } = await insertNvr(db, NVR);
  await insertCameras(db, camerasOf(id).slice(0, 2));
  const secrets = new LockableSecretStore();
  await secrets.set(NVR.secret_account, 'stored');
  const asked: string[] = [];
  let verdict: LoginVerdict = { state: 'accepted' };
  const gateway = new RecordedGateway();
  const client = new RememberedStreams();
  const looks = new Emitter<null>();
  let looked = 0;
  const recorders = new RecorderRegistry({
    ...{ db, gateway, keychain: new KeychainReader(secrets), ...recordLog() },
    currentClient: () => client,
    questionsTo: ({ nvr }) =>
      answering({
        verify: async (password) => {
          asked.push(`${nvr().host} ${password}`);
          return verdict;
        },
        look: () => {
          looked += 1;
          const signs = { isThere: false, identity: '', triesLeft: null, isLocked: null };
          return new Promise((resolve) => void looks.on(() => resolve(signs)));
        },
      }),
  });
  onTestFinished(() => {
    looks.emit(null);
    return recorders.stop();
  });
  await recorders.start();
  const login = () => recorders.get(id)?.login.state.state;
  await expect.poll(login, PATIENT).toBe('accepted');
  asked.length = 0;
  const answer = (next: LoginVerdict) => (verdict = next);
  return { db, id, recorders, login, asked, answer, gateway, client, looked: () => looked };
}

describe('a change of a recorder', () => {
  it('is stored when its streams have ended, and nothing is checked or dialled before it is over', async () => {
    const { db, id, recorders, login, asked, gateway } = await registry();
    const stream = { nvrId: id, channel: 2, quality: 'sub', isSound: false } as const;
    const lease = await recorders.get(id)?.streams.lease(STREAM, stream, AT_DESK);
    await recorders.apply([id], async () => {
      expect(gateway.ended).toEqual([lease?.id]);
      expect(login()).toBe('checking');
      const recorder = recorders.get(id);
      await recorder?.login.check();
      expect(recorder?.login.acceptedPassword).toBeNull();
      expect(await recorder?.login.confirm(STREAM)).toMatchObject({ state: 'denied' });
      await updateNvr(db, id, { host: 'moved.local' });
      return { result: null, passwords: new Map([[id, 'new']]) };
    });
    await expect.poll(login, PATIENT).toBe('accepted');
    expect(asked).toEqual(['moved.local new']);
    expect(recorders.get(id)?.nvr.host).toBe('moved.local');
  });

  it('waits for the one before, so that each takes in what it stored itself', async () => {
    const { db, id, recorders, login, asked } = await registry();
    const move = (host: string, password: string) =>
      recorders.apply([id], async () => {
        await updateNvr(db, id, { host });
        return { result: null, passwords: new Map([[id, password]]) };
      });
    await Promise.all([move('first.local', 'first'), move('second.local', 'second')]);
    await expect.poll(login, PATIENT).toBe('accepted');
    expect(asked).not.toContain('second.local first');
    expect(asked.at(-1)).toBe('second.local second');
  });

  it('comes about also where streams cannot be ended', async () => {
    const { id, recorders, login, client } = await registry();
    vi.spyOn(client, 'streamNames').mockRejectedValue(new Error('go2rtc is restarting'));
    expect(await recorders.apply([id], async () => ({ result: 'done' }))).toBe('done');
    await expect.poll(login, PATIENT).toBe('accepted');
  });

  it('that fails leaves the recorder as it was, and not in the dark', async () => {
    const { id, recorders, login, asked } = await registry();
    const failing = recorders.apply([id], () => Promise.reject(new Error('taken')));
    await expect(failing).rejects.toThrow('taken');
    await expect.poll(login, PATIENT).toBe('accepted');
    expect(asked).toEqual(['nvr.local stored']);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('taken'))],
    ['has nothing to do with the login', () => Promise.resolve({ result: null })],
  ])('that %s leaves a refusal as it was', async (_how, commit) => {
    const { db, id, recorders, login, asked } = await registry();
    const refusal = { state: 'refused', door: 'web', triesLeft: 4 } as const;
    await putBlockedLogin(db, id, { login: refusal, failed: 1 });
    await recorders.apply([id], commit).catch(() => null);
    expect(recorders.get(id)?.login.state).toEqual(refusal);
    await recorders.checkAll();
    expect(login()).toBe('refused');
    expect(asked).toEqual([]);
  });

  it('that gave it another address makes a refusal count no more', async () => {
    const { db, id, recorders, login, asked } = await registry();
    const refusal = { state: 'refused', door: 'web', triesLeft: 4 } as const;
    await putBlockedLogin(db, id, { login: refusal, failed: 1 });
    await recorders.apply([id], async () => {
      await updateNvr(db, id, { host: 'moved.local' });
      return { result: null, moved: [id] };
    });
    await expect.poll(login, PATIENT).toBe('accepted');
    expect(asked).toEqual(['moved.local stored']);
  });
});

describe('recorders', () => {
  it('that are added are checked with the password they came with', async () => {
    const { db, recorders, asked } = await registry();
    const id = await recorders.apply([], async () => {
      const nvr = await insertNvr(db, { ...NVR, host: 'new.local', secret_account: 'none' });
      return { result: nvr.id, passwords: new Map([[nvr.id, 'typed']]) };
    });
    await expect.poll(() => recorders.get(id)?.login.isAccepted, PATIENT).toBe(true);
    expect(asked).toEqual(['new.local typed']);
  });

  it('that are removed are asked nothing any more, also by whoever still holds them', async () => {
    const { db, id, recorders, asked } = await registry();
    const recorder = recorders.get(id);
    await recorders.apply([id], async () => ({ result: await deleteNvr(db, id) }));
    expect(recorders.all()).toEqual([]);
    await recorder?.login.check();
    expect(await recorder?.login.confirm(STREAM)).toMatchObject({ state: 'denied' });
    expect(asked).toEqual([]);
  });

  it('that do not answer do not hold up their own removal', async () => {
    const { db, id, recorders, answer, looked } = await registry();
    answer({ state: 'refused', door: 'web', triesLeft: 4 });
    await recorders.get(id)?.login.recheck();
    await expect.poll(looked, PATIENT).toBe(1);
    expect(await recorders.apply([id], async () => ({ result: await deleteNvr(db, id) }))).toBe(
      true,
    );
    expect(recorders.all()).toEqual([]);
  });

  it('tell how they are when that changes, and since when they fail', async () => {
    const { id, recorders, answer } = await registry();
    const told: RecorderState[] = [];
    recorders.changed.on((state) => told.push(state));
    answer({ state: 'refused', door: 'web', triesLeft: 4 });
    await recorders.get(id)?.login.recheck();
    expect(told).toEqual([
      {
        ...{ id, login: { state: 'refused', door: 'web', triesLeft: 4 }, isAnswering: true },
        sinceMs: expect.any(Number) as number,
      },
    ]);
  });
});
