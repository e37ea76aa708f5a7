import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { message } from '@contract/messages.ts';
import type { NewNvr, Nvr } from '@contract/models/nvr.ts';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import {
  createApp,
  filledIn,
  loginOf,
  play,
  startApp,
  untilPlaybackRuns,
  type AppUnderTest,
} from '../support/app-under-test.ts';
import { keychainEntries } from '../support/keychain-entries.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import { go2rtcsOf } from '../support/processes.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';

/** Its own in each run, so that entries in a developer's keychain are never mistaken for ours. */
const PASSWORD = `p@ss:w/rd #1% ${randomUUID()}`;
const recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: PASSWORD });

beforeAll(() => recorder.start());
afterAll(() => recorder.stop());

/** The form of our recorder; it has 16 slots of which two hold cameras. */
function form(entries: Partial<NewNvr> = {}): NewNvr {
  const { rtspPort, httpPort } = recorder;
  return filledIn({ rtspPort, httpPort, password: PASSWORD, ...entries });
}

async function added(app: AppUnderTest, request = form()): Promise<Nvr> {
  const result = await app.nvrs.add(request);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Leaves nothing in a developer's keychain. */
async function removedForGood(app: AppUnderTest, id: number): Promise<void> {
  await app.removal.remove(id);
  await app.undo.stop();
}

/** A keychain that has taken a password when the app ends, before it could say so. */
class SilentSecretStore extends LockableSecretStore {
  override async set(account: string, secret: string): Promise<void> {
    await super.set(account, secret);
    return new Promise(() => undefined);
  }
}

describe('a recorder that is added', () => {
  it('is on the wall and in the keychain, and its pictures arrive when a tile asks', async () => {
    const app = await startApp({ secrets: new KeytarSecretStore() });
    let changes = 0;
    app.recorders.rowsChanged.on(() => (changes += 1));
    const nvr = await added(app);
    onTestFinished(() => removedForGood(app, nvr.id));
    expect(changes).toBeGreaterThan(0);
    expect(JSON.stringify(nvr)).not.toContain(PASSWORD);
    expect(await app.nvrs.listCameras()).toHaveLength(16);
    expect(await keychainEntries(PASSWORD)).toBe(1);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    expect(await app.client().streamNames()).toEqual([]);
    expect(recorder.sessions()).toEqual([]);

    const main = await play(app, `nvr${nvr.id}-ch1-main`);
    const sub = await play(app, `nvr${nvr.id}-ch2-sub`);
    expect(main.mime).toMatch(/^video\/mp4; codecs="avc1\.\w+"$/);
    expect(sub.boxes.slice(0, 2)).toEqual(['ftyp', 'moov']);
    const playing = () => recorder.sessions().map(({ channel, stream }) => `${channel} ${stream}`);
    expect(playing().sort()).toEqual(['1 main', '2 sub']);
    await main.close();
    await expect.poll(playing, PATIENT).toEqual(['2 sub']);
    const used = () => app.recorders.get(nvr.id)?.streams.budget.used;
    await expect.poll(used, PATIENT).toBe(1);
    await sub.close();
    await expect.poll(playing, PATIENT).toEqual([]);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('is gone everywhere once it is removed, also what is being watched', async () => {
    const app = await startApp({ secrets: new KeytarSecretStore() });
    const nvr = await added(app);
    const stream = `nvr${nvr.id}-ch1-sub`;
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await play(app, stream);
    expect(recorder.sessions()).toHaveLength(1);
    expect(await app.removal.remove(nvr.id)).toMatchObject({ ok: true, value: { cameras: 16 } });
    await expect.poll(() => recorder.sessions(), PATIENT).toEqual([]);
    expect(await app.client().streamNames()).toEqual([]);
    expect(await keychainEntries(PASSWORD)).toBe(1);
    await app.undo.stop();
    expect(await keychainEntries(PASSWORD)).toBe(0);
    expect(await app.nvrs.listNvrs()).toEqual([]);
    expect(await app.nvrs.listCameras()).toEqual([]);
    await expect(play(app, stream)).rejects.toThrow('must not be played');
    expect(await app.removal.remove(nvr.id)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('plays again after go2rtc was killed', async () => {
    const app = await startApp({ secrets: new LockableSecretStore() });
    const nvr = await added(app);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    const oldEndpoint = app.client().playbackEndpoint;
    for (const pid of go2rtcsOf(app.userData)) process.kill(pid, 'SIGKILL');
    await untilPlaybackRuns(app, oldEndpoint);
    expect(go2rtcsOf(app.userData)).toHaveLength(1);
    const frame = await play(app, `nvr${nvr.id}-ch1-sub`);
    await frame.close();
  });

  it('is known to the next start of the app', async () => {
    const secrets = new LockableSecretStore();
    const before = await startApp({ secrets });
    const nvr = await added(before);
    await before.group.stop();
    const app = await startApp({ secrets, userData: before.userData });
    expect(await app.nvrs.listNvrs()).toMatchObject([nvr]);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await (await play(app, `nvr${nvr.id}-ch1-sub`)).close();
  });

  it('before go2rtc runs is checked all the same, and plays as soon as it does', async () => {
    const app = await createApp({ secrets: new LockableSecretStore() });
    const nvr = await added(app);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await app.group.start();
    await untilPlaybackRuns(app);
    await (await play(app, `nvr${nvr.id}-ch1-sub`)).close();
  });
});

describe('an address that is on the list already', () => {
  it('is named at its field, and nothing is written', async () => {
    const app = await createApp({ secrets: new KeytarSecretStore() });
    const nvr = await added(app);
    onTestFinished(() => removedForGood(app, nvr.id));
    const result = await app.nvrs.add(form({ name: 'Twin', maxChannels: 4 }));
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    expect(result.ok ? {} : result.error.fields).toEqual({
      host: message('address-taken', { name: nvr.name, host: nvr.host, port: nvr.rtspPort }),
    });
    expect(await app.nvrs.listNvrs()).toMatchObject([nvr]);
    expect(await app.nvrs.listCameras()).toHaveLength(16);
    expect(await keychainEntries(PASSWORD)).toBe(1);
  });

  it('is added once when the form is sent twice at the same time', async () => {
    const app = await createApp({ secrets: new KeytarSecretStore() });
    const results = await Promise.all([app.nvrs.add(form()), app.nvrs.add(form())]);
    for (const result of results) {
      if (result.ok) onTestFinished(() => removedForGood(app, result.value.id));
      else expect(Object.keys(result.error.fields ?? {})).toEqual(['host']);
    }
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await keychainEntries(PASSWORD)).toBe(1);
  });
});

it('a crash while a recorder is added leaves no password in the keychain after the next start', async () => {
  const secrets = new SilentSecretStore();
  const crashed = await createApp({ secrets });
  void crashed.nvrs.add(form());
  await expect.poll(() => secrets.count, PATIENT).toBe(1);

  const next = await startApp({ secrets, userData: crashed.userData });

  expect(await next.nvrs.listNvrs()).toEqual([]);
  await expect.poll(() => secrets.count, PATIENT).toBe(0);
});

describe('a locked keychain', () => {
  it('takes no recorder; nothing is written, and the same request succeeds later', async () => {
    const secrets = new LockableSecretStore();
    const app = await createApp({ secrets });
    secrets.isLocked = true;
    expect(await app.nvrs.add(form())).toMatchObject({
      ok: false,
      error: { code: 'keychain-unavailable', isRetryable: true },
    });
    expect(await app.nvrs.listNvrs()).toEqual([]);
    secrets.isLocked = false;
    expect(await app.nvrs.add(form())).toMatchObject({ ok: true });
  });

  it('at the start: the pictures come as soon as somebody unlocks it and asks again', async () => {
    const secrets = new LockableSecretStore();
    const before = await startApp({ secrets });
    const nvr = await added(before);
    await before.group.stop();
    secrets.isLocked = true;
    const app = await startApp({ secrets, userData: before.userData });
    expect(app.secrets.status).toMatchObject({ state: 'unavailable' });
    await expect(play(app, `nvr${nvr.id}-ch1-sub`)).rejects.toThrow('must not be played');
    secrets.isLocked = false;
    expect(await app.secrets.check()).toEqual({ state: 'available' });
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    await (await play(app, `nvr${nvr.id}-ch1-sub`)).close();
  });

  it('that locks later does not keep the pictures from a new go2rtc', async () => {
    const secrets = new LockableSecretStore();
    const app = await startApp({ secrets });
    const nvr = await added(app);
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    secrets.isLocked = true;
    const oldEndpoint = app.client().playbackEndpoint;
    await app.go2rtc.restart();
    await untilPlaybackRuns(app, oldEndpoint);
    await (await play(app, `nvr${nvr.id}-ch1-sub`)).close();
  });
});
