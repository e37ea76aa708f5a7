import { describe, expect, it, onTestFinished } from 'vitest';
import { FieldDevice } from '../field/field-device.ts';
import { createApp, filledIn, loginOf, startApp } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { PATIENT } from '../support/patience.ts';
import {
  byPattern,
  camerasOf,
  imported,
  PASSWORD,
  siteOf,
  startRecorder,
  USER,
} from '../support/synced-site.ts';

const SLOW_MS = 200;

describe('a recorder that cannot be compared', () => {
  it('costs one failed login with a wrong password, closes the gate, and is not asked again', async () => {
    const recorder = await startRecorder();
    const site = await byPattern(recorder, { password: 'wrong' });
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    expect(await site.app.nvrs.listNvrs()).toMatchObject([{ login: { state: 'refused' } }]);
    const before = structuredClone(recorder.counters.requests.http);
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    expect(recorder.counters.requests.http).toEqual(before);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
    await site.app.nvrs.setPassword(site.id, PASSWORD);
    expect(await site.preview()).toMatchObject({ value: { ok: true } });
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
  });

  it('keeps its login when a list answers 401 and there is no login check, since streams take it', async () => {
    const recorder = await startRecorder();
    const web = await new FieldDevice({ cameras: [] }, 1).start();
    onTestFinished(() => web.stop());
    web.answers = {
      'GET /ISAPI/Security/userCheck': { status: 404 },
      'GET /ISAPI/Streaming/channels': { status: 401 },
    };
    const app = await startApp({ secrets: new LockableSecretStore() });
    const { rtspPort } = recorder;
    const entries = { httpPort: web.port, rtspPort, username: USER, password: PASSWORD };
    const added = await app.nvrs.add(filledIn({ ...entries, maxChannels: 2 }));
    if (!added.ok) throw new Error(JSON.stringify(added));
    await expect.poll(() => loginOf(app), PATIENT).toBe('accepted');
    const answer = await siteOf(app, added.value.id).preview();
    expect(answer).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    expect(await loginOf(app)).toBe('accepted');
  });

  it('is asked for nothing while its account is locked', async () => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    recorder.faults.lockNow();
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'locked' } } });
    expect(await site.app.nvrs.listNvrs()).toMatchObject([{ login: { state: 'locked' } }]);
    const before = structuredClone(recorder.counters.requests.http);
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'locked', unlockInMs: expect.any(Number) as number } },
    });
    expect(recorder.counters.requests.http).toEqual(before);
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });

  it('is left alone while a check is under way, which then counts', async () => {
    const recorder = await startRecorder();
    recorder.faults.slowDownIsapi(SLOW_MS);
    const app = await startApp({ secrets: new LockableSecretStore() });
    const { httpPort, rtspPort } = recorder;
    const entries = { httpPort, rtspPort, username: USER, password: 'wrong', maxChannels: 2 };
    const added = await app.nvrs.add(filledIn(entries));
    if (!added.ok) throw new Error(JSON.stringify(added));
    await expect.poll(() => recorder.counters.requests.http, PATIENT).not.toEqual({});
    const answer = await siteOf(app, added.value.id).preview();
    expect(answer).toMatchObject({ value: { error: { kind: 'wrong-password' } } });
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 1 });
  });

  it.each([
    ['with another layout', `layout = 'dahua'`, 'nvr-without-list'],
    ['that is switched off', 'is_enabled = 0', 'nvr-disabled'],
  ])('says so: one %s', async (_which, columns, key) => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    const before = structuredClone(recorder.counters.requests.http);
    await site.edit(`UPDATE nvr SET ${columns}`);
    expect(await site.preview()).toMatchObject({
      error: { code: 'invalid-request', message: { key } },
    });
    expect(recorder.counters.requests.http).toEqual(before);
  });

  it('says so: one that lists nothing, without a stored password, or that has been removed', async () => {
    const recorder = await startRecorder({ channels: 2 });
    const secrets = new LockableSecretStore();
    const site = await imported(recorder, await createApp({ secrets }));
    recorder.faults.removeChannel(1);
    recorder.faults.removeChannel(2);
    expect(await site.preview()).toMatchObject({
      value: { error: { step: 'channels', kind: 'bad-answer' } },
    });
    await site.edit(`UPDATE nvr SET secret_account = 'unknown'`);
    expect(await site.preview()).toMatchObject({
      error: { fields: { password: { key: 'password-not-kept' } } },
    });
    await site.app.removal.remove(site.id);
    expect(await site.preview()).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is left when somebody cancels, and leaves nothing to apply', async () => {
    const recorder = await startRecorder();
    const site = await imported(recorder);
    recorder.faults.renameChannel(1, 'Entrance');
    const earlier = await site.look();
    recorder.faults.slowDownIsapi(SLOW_MS);
    site.app.probes.progress.on(({ probeId, progress }) => {
      if (progress.step === 'identity') site.app.probes.cancel(probeId);
    });
    expect(await site.preview()).toMatchObject({ value: { error: { kind: 'cancelled' } } });
    expect(await camerasOf(site)).toContainEqual([1, 'Camera 01']);
    // The list that was shown before is still the latest.
    expect(await site.pick(earlier)).toEqual({ ok: true, value: { changed: 1 } });
  });

  it('is not trusted with another certificate', async () => {
    const recorder = await startRecorder({ profile: 'https-self-signed' });
    const site = await byPattern(recorder);
    await site.edit('UPDATE nvr SET is_https = 1');
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'certificate-unknown' } },
    });
    await site.edit('UPDATE nvr SET fingerprint = ?', Array(32).fill('AA').join(':'));
    expect(await site.preview()).toMatchObject({
      value: { error: { kind: 'certificate-changed' } },
    });
    expect(recorder.counters.requests.http).toEqual({});
  });
});
