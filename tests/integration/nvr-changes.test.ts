import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NewNvr, Nvr, NvrEdit } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import { SimulatedRecorder, type SimulatedRecorderOptions } from '../simulated-recorder/index.ts';
import { filledIn, loginOf, play, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { keychainEntries } from '../support/keychain-entries.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';

const CHANNELS = 2;
const HEALTH = 'GET /ISAPI/ContentMgmt/InputProxy/channels/status';
const PASSWORD = `p@ss:w/rd #1% ${randomUUID()}`;
const CUSTOM: StreamLayout = {
  kind: 'custom',
  main: '/live/{channel}/main',
  sub: '/live/{channel}/sub',
};

async function recorderWith(options: Partial<SimulatedRecorderOptions> = {}) {
  const recorder = new SimulatedRecorder({
    ...{ channels: CHANNELS, user: 'admin', password: PASSWORD },
    ...options,
  });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  return recorder;
}

function failures({ counters: { failedLogins } }: SimulatedRecorder): number {
  return failedLogins.rtsp + failedLogins.http;
}

async function added(
  app: AppUnderTest,
  { rtspPort, httpPort }: SimulatedRecorder,
  entries: Partial<NewNvr> = {},
): Promise<Nvr> {
  const request = { rtspPort, httpPort, password: PASSWORD, maxChannels: CHANNELS, ...entries };
  const result = await app.nvrs.add(filledIn(request));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What the edit form sends when nothing was typed. */
function unchanged(nvr: Nvr): NvrEdit {
  const { id, name, host, rtspPort, httpPort, isHttps, username, fingerprint, layout } = nvr;
  const { isBasicAllowed } = nvr;
  const device = { id, name, host, rtspPort, httpPort, isHttps, username };
  return { ...device, fingerprint, isBasicAllowed, layout, password: null };
}

const accepted = (app: AppUnderTest) => expect.poll(() => loginOf(app), PATIENT).toBe('accepted');

async function plays(app: AppUnderTest, stream: string): Promise<void> {
  const frame = await play(app, stream);
  expect(frame.boxes).toContain('mdat');
  await frame.close();
}

describe('an edited recorder', () => {
  it('with a new name only plays on, and nothing is asked of it', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const nvr = await added(app, recorder);
    await accepted(app);
    const watched = await play(app, `nvr${nvr.id}-ch1-sub`);
    await expect.poll(() => recorder.events.listeners, PATIENT).toBe(1);
    // Some seconds after the first login its health is asked, then for a minute no more.
    await expect
      .poll(() => Object.keys(recorder.counters.requests.http), PATIENT)
      .toContain(HEALTH);
    const before = structuredClone(recorder.counters.requests);

    const saved = await app.editor.edit({ ...unchanged(nvr), name: 'Yard' });

    expect(saved).toMatchObject({ ok: true, value: { name: 'Yard' } });
    expect(await loginOf(app)).toBe('accepted');
    expect(recorder.sessions()).toHaveLength(1);
    expect(recorder.counters.requests.http).toEqual(before.http);
    await watched.close();
  });

  it('that moved plays from the new place under the old names, and the old sessions end', async () => {
    const [here, there] = [await recorderWith(), await recorderWith()];
    const app = await startApp({ secrets: new LockableSecretStore() });
    const nvr = await added(app, here);
    await accepted(app);
    await play(app, `nvr${nvr.id}-ch1-sub`);

    const { rtspPort, httpPort } = there;
    expect(await app.editor.edit({ ...unchanged(nvr), rtspPort, httpPort })).toMatchObject({
      ok: true,
    });
    await accepted(app);
    await plays(app, `nvr${nvr.id}-ch1-sub`);

    await expect.poll(() => here.sessions(), PATIENT).toEqual([]);
    expect(there.counters.sessionsOpened).toBe(1);
    expect(failures(here) + failures(there)).toBe(0);
  });

  it('takes no address of another one, and nothing changes', async () => {
    const [one, other] = [await recorderWith(), await recorderWith()];
    const app = await startApp({ secrets: new LockableSecretStore() });
    await added(app, one, { name: 'First' });
    const second = await added(app, other, { name: 'Second' });
    const { rtspPort } = one;
    const edit = { ...unchanged(second), rtspPort, password: 'another' };
    expect(await app.editor.edit(edit)).toMatchObject({
      error: { fields: { host: { key: 'address-taken', parameters: { name: 'First' } } } },
    });
    expect((await app.nvrs.listNvrs()).at(1)).toMatchObject(second);
    expect(failures(other)).toBe(0);
  });

  it('gets other stream addresses with another layout, and they play', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const nvr = await added(app, recorder, { layout: { ...CUSTOM, sub: null } });
    await accepted(app);
    expect((await app.nvrs.listCameras()).map(({ streams }) => streams.sub)).toEqual([null, null]);

    await app.editor.edit({ ...unchanged(nvr), layout: { kind: 'dahua' } });

    await accepted(app);
    await plays(app, `nvr${nvr.id}-ch2-sub`);
    expect(recorder.counters.perChannel[2]).toEqual({ main: 0, sub: 1 });
    const asked = Object.keys(recorder.counters.requests.http);
    expect(asked.filter((each) => each !== 'GET /cgi-bin/eventManager.cgi')).toEqual([]);
  });
});

describe('a new password in an edit', () => {
  it('costs exactly one failed login when it is wrong, and takes the place of the old one', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new KeytarSecretStore() });
    const nvr = await added(app, recorder);
    onTestFinished(async () => {
      await app.removal.remove(nvr.id);
      await app.undo.stop();
    });
    await accepted(app);
    const wrong = `wrong ${randomUUID()}`;

    await app.editor.edit({ ...unchanged(nvr), password: wrong });

    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    expect(failures(recorder)).toBe(1);
    expect([await keychainEntries(PASSWORD), await keychainEntries(wrong)]).toEqual([0, 1]);
    await app.editor.edit({ ...unchanged(nvr), password: PASSWORD });
    await accepted(app);
    expect(failures(recorder)).toBe(1);
    expect([await keychainEntries(PASSWORD), await keychainEntries(wrong)]).toEqual([1, 0]);
  });

  it('that the keychain refuses leaves everything as it was', async () => {
    const recorder = await recorderWith();
    const secrets = new LockableSecretStore();
    const app = await startApp({ secrets });
    const nvr = await added(app, recorder);
    await accepted(app);
    secrets.isLocked = true;
    const edit = { ...unchanged(nvr), name: 'Lost', host: 'localhost', password: 'new' };
    expect(await app.editor.edit(edit)).toMatchObject({ error: { code: 'keychain-unavailable' } });
    expect(await app.nvrs.listNvrs()).toMatchObject([{ ...nvr, login: { state: 'accepted' } }]);
    await plays(app, `nvr${nvr.id}-ch1-main`);
  });
});

describe('a disabled recorder', () => {
  it('gets nothing sent, also after a restart, until it is enabled', async () => {
    const recorder = await recorderWith();
    const secrets = new LockableSecretStore();
    const first = await startApp({ secrets });
    const nvr = await added(first, recorder);
    await accepted(first);
    await play(first, `nvr${nvr.id}-ch1-sub`);

    await first.editor.setEnabled(nvr.id, false);
    await expect.poll(() => recorder.sessions(), PATIENT).toEqual([]);
    await expect(play(first, `nvr${nvr.id}-ch1-sub`)).rejects.toThrow();
    const before = structuredClone(recorder.counters.requests);
    await first.group.stop();
    const app = await startApp({ secrets, userData: first.userData });
    expect(await app.secrets.check()).toEqual({ state: 'available' });
    expect(await loginOf(app)).toBe('checking');
    expect(recorder.counters.requests).toEqual(before);

    await app.editor.setEnabled(nvr.id, true);
    await accepted(app);
    await plays(app, `nvr${nvr.id}-ch1-sub`);
  });

  it('keeps a refusal, so that enabling it spends no further try', async () => {
    const recorder = await recorderWith();
    const app = await startApp({ secrets: new LockableSecretStore() });
    const nvr = await added(app, recorder, { password: 'wrong' });
    await expect.poll(() => loginOf(app), PATIENT).toBe('refused');
    await app.editor.setEnabled(nvr.id, false);
    await app.editor.setEnabled(nvr.id, true);
    expect(await loginOf(app)).toBe('refused');
    expect(failures(recorder)).toBe(1);
  });
});

describe('another certificate than the accepted one', () => {
  it('ends the streams and sends nothing until somebody trusts it', async () => {
    const recorder = await recorderWith({ profile: 'https-self-signed' });
    const app = await startApp({ secrets: new LockableSecretStore() });
    const look = { ...filledIn(), rtspPort: recorder.rtspPort, httpPort: recorder.httpPort };
    const { name, host, rtspPort, httpPort, username } = look;
    const seen = await app.probes.probe({
      ...{ name, host, rtspPort, httpPort, username, password: PASSWORD, isHttps: true },
      ...{ nvrId: null, acceptedFingerprint: null, probeId: randomUUID(), formId: randomUUID() },
    });
    const failure = seen.ok && !seen.value.ok ? seen.value.error : null;
    if (failure?.kind !== 'certificate-unknown') throw new Error(JSON.stringify(seen));
    const { fingerprint } = failure;
    const nvr = await added(app, recorder, { isHttps: true, fingerprint });
    await accepted(app);
    await play(app, `nvr${nvr.id}-ch1-sub`);

    recorder.faults.changeCertificate();
    recorder.faults.resetConnections();

    await expect.poll(() => loginOf(app), PATIENT).toBe('certificate-changed');
    await expect.poll(() => recorder.sessions(), PATIENT).toEqual([]);
    await expect(play(app, `nvr${nvr.id}-ch1-sub`)).rejects.toThrow('must not be played');
    const before = structuredClone(recorder.counters.requests);
    const [listed] = await app.nvrs.listNvrs();
    if (listed?.login.state !== 'certificate-changed') throw new Error('settled by itself');
    expect(listed.login.pinnedFingerprint).toBe(fingerprint);
    expect(listed.login.fingerprint).not.toBe(fingerprint);
    expect(recorder.counters.requests).toEqual(before);

    await app.editor.edit({ ...unchanged(nvr), fingerprint: listed.login.fingerprint });
    await accepted(app);
    await plays(app, `nvr${nvr.id}-ch1-sub`);
    expect(failures(recorder)).toBe(0);
  });
});
